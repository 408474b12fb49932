import Numerics
import Foundation

extension Tape {
  /// Global attention pooling (Li et al. 2016, arXiv:1511.05493): for each graph Σ_i w_i x_i with
  /// w = softmax of the gates over its nodes.
  ///
  /// - Parameters:
  ///   - x: features `[nodes, features]`.
  ///   - gate: one score a node `[nodes, 1]`.
  /// - Returns: `[graphs, features]`.
  public func attentionPool(_ x: Node, gate: Node, over graph: Neighbours) -> Node {
    precondition(gate.columns == 1 && gate.rows == x.rows, "gates [\(gate.rows), \(gate.columns)]")
    let width = x.columns
    let y = result(graph.graphCount, width)
    nonisolated(unsafe) let weights = scratch(x.rows)
    Workers.perform(graph.graphCount) { g in
      let nodes = graph.nodes(of: g)
      let row = y.values + g * width
      row.update(repeating: 0, count: width)
      let highest = nodes.reduce(-Float.infinity) { max($0, gate.values[$1]) }
      var sum: Float = 0
      for node in nodes {
        weights[node] = expf(gate.values[node] - highest)
        sum += weights[node]
      }
      for node in nodes {
        weights[node] /= sum
        accumulate(row, weights[node], x.values + node * width, width)
      }
    }
    record {
      nonisolated(unsafe) let (dy, dx, dgate) = (y.gradients!, x.gradients, gate.gradients)
      Workers.perform(graph.graphCount) { g in
        let row = dy + g * width
        let mean = dot(row, y.values + g * width, width)
        for node in graph.nodes(of: g) {
          if let dx { accumulate(dx + node * width, weights[node], row, width) }
          dgate?[node] += weights[node] * (dot(row, x.values + node * width, width) - mean)
        }
      }
    }
    return y
  }
}
