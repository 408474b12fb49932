import Numerics
import Foundation

extension Tape {
  /// Single-head graph attention (Veličković et al. 2018, arXiv:1710.10903):
  ///
  /// y_i = f(Σ_j α_ij h_j + b) with α_i· = softmax_j LeakyReLU(source·h_j + target·h_i),
  ///
  /// over the neighbours j of i, itself included. Scores, softmax, sum and f are one pass over the
  /// compressed rows; only α is kept for the way back.
  ///
  /// - Parameters:
  ///   - h: features `[nodes, features]`.
  ///   - source: attention weights of the node that is listened to `[1, features]`.
  ///   - target: attention weights of the node that listens `[1, features]`.
  ///   - bias: `[1, features]`, if any.
  ///   - slope: of the LeakyReLU in the scores.
  ///   - leak: of f, a LeakyReLU; without it f is the identity.
  public func graphAttention(
    _ h: Node, source: Node, target: Node, bias: Node? = nil, over graph: Neighbours,
    slope: Float = 0.2, leaking leak: Float? = nil
  ) -> Node {
    precondition(h.rows == graph.nodeCount, "\(h.rows) rows for \(graph.nodeCount) nodes")
    let attention = GraphAttention(
      h: h, source: source, target: target, bias: bias, y: result(h.rows, h.columns),
      graph: graph, slope: slope, leak: leak, scores: scratch(2 * h.rows),
      alpha: scratch(graph.edgeCount))
    let pieces = graph.pieces(of: 256)
    Workers.perform(pieces.count) { attention.forward(pieces[$0]) }
    record { [unowned self] in
      let width = h.columns
      nonisolated(unsafe) let sums = scratch(3 * pieces.count * width)
      nonisolated(unsafe) let dscores = scratch(2 * h.rows)
      nonisolated(unsafe) let dalpha = scratch(graph.edgeCount)
      nonisolated(unsafe) let dy = attention.y.gradients!
      nonisolated(unsafe) let dh = h.gradientsToFill()
      Workers.perform(pieces.count) {
        attention.backward(
          pieces[$0], dy: dy, dh: dh, dscores: dscores, dalpha: dalpha,
          sums: sums + 3 * $0 * width)
      }
      for (row, node) in [source, target, bias].enumerated() {
        guard let gradients = node?.gradients else { continue }
        for piece in pieces.indices {
          accumulate(gradients, sums + (3 * piece + row) * width, width)
        }
      }
    }
    return attention.y
  }
}

/// The passes of one attention over pieces of its nodes, which hold whole graphs.
private struct GraphAttention: @unchecked Sendable {
  let h: Node
  let source: Node
  let target: Node
  let bias: Node?
  let y: Node
  let graph: Neighbours
  let slope: Float
  let leak: Float?
  let scores: UnsafeMutablePointer<Float>  // [2, nodes]: as source, as target
  let alpha: UnsafeMutablePointer<Float>  // [edges]

  func forward(_ piece: Range<Int>) {
    let (nodes, width) = (h.rows, h.columns)
    for node in piece {
      scores[node] = dot(h.values + node * width, source.values, width)
      scores[nodes + node] = dot(h.values + node * width, target.values, width)
    }
    graph.withRows { edges, sources in
      for node in piece {
        let edges = edges(node)
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
        if let bias {
          row.update(from: bias.values, count: width)
        } else {
          row.update(repeating: 0, count: width)
        }
        for edge in edges {
          alpha[edge] /= sum
          accumulate(row, alpha[edge], h.values + Int(sources[edge]) * width, width)
        }
        if let leak { Tensors.leak(row, leak, width) }
      }
    }
  }

  /// - Parameter sums: of the gradients of source, target and bias over the piece [3, features].
  func backward(
    _ piece: Range<Int>, dy: UnsafeMutablePointer<Float>,
    dh: (values: UnsafeMutablePointer<Float>, adds: Bool)?,
    dscores: UnsafeMutablePointer<Float>, dalpha: UnsafeMutablePointer<Float>,
    sums: UnsafeMutablePointer<Float>
  ) {
    let (nodes, width) = (h.rows, h.columns)
    sums.update(repeating: 0, count: 3 * width)
    if let dh, !dh.adds {
      (dh.values + piece.lowerBound * width).update(repeating: 0, count: piece.count * width)
    }
    for node in piece { (dscores[node], dscores[nodes + node]) = (0, 0) }
    graph.withRows { edges, sources in
      for node in piece {
        let row = dy + node * width
        if let leak { leakBackward(row, y.values + node * width, leak, width) }
        accumulate(sums + 2 * width, row, width)
        var mean: Float = 0
        for edge in edges(node) {
          let j = Int(sources[edge]) * width
          dalpha[edge] = dot(row, h.values + j, width)
          if let dh { accumulate(dh.values + j, alpha[edge], row, width) }
          mean += alpha[edge] * dalpha[edge]
        }
        for edge in edges(node) {
          let j = Int(sources[edge])
          let isPositive = scores[j] + scores[nodes + node] > 0
          let dscore = alpha[edge] * (dalpha[edge] - mean) * (isPositive ? 1 : slope)
          dscores[j] += dscore
          dscores[nodes + node] += dscore
        }
      }
    }
    for node in piece {
      let row = h.values + node * width
      accumulate(sums, dscores[node], row, width)
      accumulate(sums + width, dscores[nodes + node], row, width)
      guard let dh = dh?.values else { continue }
      accumulate(dh + node * width, dscores[node], source.values, width)
      accumulate(dh + node * width, dscores[nodes + node], target.values, width)
    }
  }
}
