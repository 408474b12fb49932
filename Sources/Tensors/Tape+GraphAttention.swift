import Foundation

extension Tape {
  /// Single-head graph attention (Veličković et al. 2018, arXiv:1710.10903):
  ///
  /// y_i = Σ_j α_ij h_j + b with α_i· = softmax_j LeakyReLU(source·h_j + target·h_i),
  ///
  /// over the neighbours j of i, itself included. Scores, softmax and sum are one pass over the
  /// compressed rows; only α is kept for the way back.
  ///
  /// - Parameters:
  ///   - h: transformed features `[nodes, features]`.
  ///   - source: attention weights of the node that is listened to `[1, features]`.
  ///   - target: attention weights of the node that listens `[1, features]`.
  ///   - bias: `[1, features]`.
  ///   - slope: of the LeakyReLU in the scores.
  public func graphAttention(
    _ h: Node, source: Node, target: Node, bias: Node, over graph: Neighbours, slope: Float = 0.2
  ) -> Node {
    precondition(h.rows == graph.nodeCount, "\(h.rows) rows for \(graph.nodeCount) nodes")
    let (nodes, width) = (h.rows, h.columns)
    let y = result(nodes, width)
    let scores = scratch(2 * nodes)  // [2, nodes]: as source, as target
    let alpha = scratch(graph.edgeCount)
    for node in 0..<nodes {
      scores[node] = dot(h.values + node * width, source.values, width)
      scores[nodes + node] = dot(h.values + node * width, target.values, width)
    }
    graph.offsets.withUnsafeBufferPointer { offsets in
      graph.sources.withUnsafeBufferPointer { sources in
        for node in 0..<nodes {
          let edges = Int(offsets[node])..<Int(offsets[node + 1])
          var highest = -Float.infinity
          for edge in edges {
            let score = scores[Int(sources[edge])] + scores[nodes + node]
            alpha[edge] = score > 0 ? score : slope * score
            highest = max(highest, alpha[edge])
          }
          var sum: Float = 0
          for edge in edges {
            alpha[edge] = expf(alpha[edge] - highest)
            sum += alpha[edge]
          }
          let row = y.values + node * width
          row.update(from: bias.values, count: width)
          for edge in edges {
            alpha[edge] /= sum
            accumulate(row, alpha[edge], h.values + Int(sources[edge]) * width, width)
          }
        }
      }
    }
    record { [self] in
      graphAttentionBackward(
        h, source: source, target: target, bias: bias, y: y, scores: scores, alpha: alpha,
        graph: graph, slope: slope)
    }
    return y
  }

  private func graphAttentionBackward(
    _ h: Node, source: Node, target: Node, bias: Node, y: Node,
    scores: UnsafeMutablePointer<Float>, alpha: UnsafeMutablePointer<Float>,
    graph: Neighbours, slope: Float
  ) {
    let (nodes, width) = (h.rows, h.columns)
    let (dh, dy) = (h.gradients!, y.gradients!)
    let dscores = scratch(2 * nodes)
    dscores.update(repeating: 0, count: 2 * nodes)
    let dalpha = scratch(graph.edgeCount)
    graph.offsets.withUnsafeBufferPointer { offsets in
      graph.sources.withUnsafeBufferPointer { sources in
        for node in 0..<nodes {
          let edges = Int(offsets[node])..<Int(offsets[node + 1])
          let row = dy + node * width
          accumulate(bias.gradients!, row, width)
          var mean: Float = 0
          for edge in edges {
            let j = Int(sources[edge]) * width
            dalpha[edge] = dot(row, h.values + j, width)
            accumulate(dh + j, alpha[edge], row, width)
            mean += alpha[edge] * dalpha[edge]
          }
          for edge in edges {
            let j = Int(sources[edge])
            let positive = scores[j] + scores[nodes + node] > 0
            let dscore = alpha[edge] * (dalpha[edge] - mean) * (positive ? 1 : slope)
            dscores[j] += dscore
            dscores[nodes + node] += dscore
          }
        }
      }
    }
    for node in 0..<nodes {
      let row = h.values + node * width
      accumulate(source.gradients!, dscores[node], row, width)
      accumulate(target.gradients!, dscores[nodes + node], row, width)
      accumulate(dh + node * width, dscores[node], source.values, width)
      accumulate(dh + node * width, dscores[nodes + node], target.values, width)
    }
  }

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
    let weights = scratch(x.rows)
    y.values.update(repeating: 0, count: y.count)
    for g in 0..<graph.graphCount {
      let nodes = Int(graph.graphs[g])..<Int(graph.graphs[g + 1])
      let highest = nodes.reduce(-Float.infinity) { max($0, gate.values[$1]) }
      var sum: Float = 0
      for node in nodes {
        weights[node] = expf(gate.values[node] - highest)
        sum += weights[node]
      }
      for node in nodes {
        weights[node] /= sum
        accumulate(y.values + g * width, weights[node], x.values + node * width, width)
      }
    }
    record {
      for g in 0..<graph.graphCount {
        let nodes = Int(graph.graphs[g])..<Int(graph.graphs[g + 1])
        let dy = y.gradients! + g * width
        let mean = dot(dy, y.values + g * width, width)
        for node in nodes {
          if let dx = x.gradients { accumulate(dx + node * width, weights[node], dy, width) }
          gate.gradients?[node] += weights[node] * (dot(dy, x.values + node * width, width) - mean)
        }
      }
    }
    return y
  }
}
