import Foundation

extension BoostedTrees {
  /// The part of XGBoost's JSON model that says what its trees are
  /// (xgboost.readthedocs.io, Introduction to Model IO).
  private struct Model: Decodable {
    struct Learner: Decodable { let gradient_booster: GradientBooster }
    struct GradientBooster: Decodable { let model: Trees }
    struct Trees: Decodable { let trees: [Tree] }
    struct Tree: Decodable {
      let left_children, right_children, split_indices, default_left: [Int]
      let split_conditions: [Float]
    }
    let learner: Learner
  }

  /// The trees of XGBoost's model in JSON, none of them deeper than `depth`.
  init(xgboost json: Data, classes: Int, depth: Int) throws {
    let model = try JSONDecoder().decode(Model.self, from: json)
    let trees = model.learner.gradient_booster.model.trees
    let (splits, width) = (1 << depth - 1, 1 << depth)
    var features = [UInt16](repeating: 0, count: trees.count * splits)
    var thresholds = [Float](repeating: 0, count: trees.count * splits)
    var unknownIsBelow = [Bool](repeating: false, count: trees.count * splits)
    var leaves: [Float] = []
    for (index, tree) in trees.enumerated() {
      var level = [0]  // nodes of the same depth, from left to right
      for d in 0..<depth {
        level = level.enumerated().flatMap { place, node in
          // What a leaf repeats itself below does not matter: both sides are alike.
          guard tree.left_children[node] >= 0 else { return [node, node] }
          let split = index * splits + (1 << d) - 1 + place
          features[split] = UInt16(tree.split_indices[node])
          thresholds[split] = tree.split_conditions[node]
          unknownIsBelow[split] = tree.default_left[node] != 0
          return [tree.left_children[node], tree.right_children[node]]
        }
      }
      leaves += level.map { tree.split_conditions[$0] }
    }
    assert(leaves.count == trees.count * width)
    self.init(
      classes: classes, depth: depth, features: features, thresholds: thresholds,
      unknownIsBelow: unknownIsBelow, leaves: leaves)
  }
}
