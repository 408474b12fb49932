import Foundation

/// Boosted trees as a plain value: for each round and class a tree, whose leaves add to the score of
/// the class.
///
/// All trees are complete: a leaf that stands higher is repeated below. In a tree, node n has its
/// children at 2n + 1 (below the threshold) and 2n + 2.
public struct BoostedTrees: Sendable, Equatable {
  public let classes: Int
  public let depth: Int
  let features: [UInt16]  // [rounds, classes, 2^depth − 1]
  let thresholds: [Float]  // [rounds, classes, 2^depth − 1]
  /// Whether a value that is not known counts as below the threshold.
  let unknownIsBelow: [Bool]  // [rounds, classes, 2^depth − 1]
  let leaves: [Float]  // [rounds, classes, 2^depth]

  public var rounds: Int { leaves.count / (classes << depth) }

  /// The probability of every class: the softmax of its score.
  package func probabilities(of row: [Float]) -> [Double] {  // [classes]
    let scores = scores(of: row)
    let highest = scores.max() ?? 0
    let weights = scores.map { exp(Double($0 - highest)) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  private func scores(of row: [Float]) -> [Float] {  // [classes]
    var scores = [Float](repeating: 0, count: classes)
    let splits = 1 << depth - 1
    for tree in 0..<rounds * classes {
      var node = 0
      for _ in 0..<depth {
        let split = tree * splits + node
        let value = row[Int(features[split])]
        let isBelow = value.isNaN ? unknownIsBelow[split] : value < thresholds[split]
        node = 2 * node + (isBelow ? 1 : 2)
      }
      scores[tree % classes] += leaves[tree << depth + node - splits]
    }
    return scores
  }
}
