import Tensors

extension BoostedTrees {
  /// The tensors whose whole numbers half precision holds exactly.
  static let halfTensors: Set = ["features", "unknownIsBelow"]

  var tensors: [String: Safetensors.Tensor] {
    let splits = [rounds, classes, 1 << depth - 1]
    return [
      "features": .init(shape: splits, values: features.map(Float.init)),
      "thresholds": .init(shape: splits, values: thresholds),
      "unknownIsBelow": .init(shape: splits, values: unknownIsBelow.map { $0 ? 1 : 0 }),
      "leaves": .init(shape: [rounds, classes, 1 << depth], values: leaves),
    ]
  }

  /// - Throws: `Safetensors.Malformed` that names the tensor that is missing or wrong.
  init(_ tensors: [String: Safetensors.Tensor], classes: Int, depth: Int) throws {
    guard (1...16).contains(depth), classes > 0 else {
      throw Safetensors.Malformed(description: "its trees are \(depth) deep for \(classes) shapes")
    }
    let rounds = tensors["leaves"]?.shape.first ?? 0
    func values(_ name: String, _ width: Int) throws -> [Float] {
      guard let tensor = tensors[name], rounds > 0, tensor.shape == [rounds, classes, width] else {
        throw Safetensors.Malformed(description: "its '\(name)' is missing or of another size")
      }
      guard tensor.values.allSatisfy(\.isFinite) else {
        throw Safetensors.Malformed(description: "its '\(name)' has values that are no numbers")
      }
      return tensor.values
    }
    let leaves = try values("leaves", 1 << depth)
    let splits = 1 << depth - 1
    let features = try values("features", splits)
    guard features.allSatisfy({ $0 >= 0 && $0 < Float(TreeFeatures.count) }) else {
      throw Safetensors.Malformed(description: "its 'features' name one that a PDF has not")
    }
    self.init(
      classes: classes, depth: depth, features: features.map { UInt16($0) },
      thresholds: try values("thresholds", splits),
      unknownIsBelow: try values("unknownIsBelow", splits).map { $0 != 0 },
      leaves: leaves)
  }
}
