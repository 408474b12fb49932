import Numerics
import Clusters
import Scattering
import Tensors

/// A catalogue split into structures to train on, to validate with and to test.
public struct Dataset: Sendable {
  /// How structures are divided.
  public enum Split: String, CaseIterable, Sendable {
    /// Every structure by itself, as in the paper: a test shape was seen at other bond lengths.
    case structure
    /// Whole shapes: no test shape was seen at all.
    case shape
  }

  public let catalogue: Catalogue
  public let split: Split
  public let seed: UInt64
  /// Numbers in the catalogue, ascending.
  public let training, validation, test: [Int]

  /// Divides 60/20/20 at random; the paper's 3743 structures become 2245, 749 and 749.
  public init(_ catalogue: Catalogue, seed: UInt64, split: Split = .structure) {
    self.catalogue = catalogue
    self.split = split
    self.seed = seed
    var random = RandomGenerator(seed: seed)
    switch split {
    case .structure:
      let parts = Self.divide(catalogue.count, from: &random)
      (training, validation, test) = (parts[0], parts[1], parts[2])
    case .shape:
      let parts = Self.divide(catalogue.shapes.count, from: &random).map { shapes in
        let kept = Set(shapes)
        return catalogue.indices.filter { kept.contains(catalogue.shapeIndex[$0]) }
      }
      (training, validation, test) = (parts[0], parts[1], parts[2])
    }
  }

  /// The shapes that training sees, ascending.
  public var trainingShapes: [Int] { Set(training.map { catalogue.shapeIndex[$0] }).sorted() }

  private static func divide(_ count: Int, from random: inout RandomGenerator) -> [[Int]] {
    let shuffled = Array(0..<count).shuffled(using: &random)
    let fifth = Int(clamping: (Double(count) / 5).rounded())
    let held = shuffled.prefix(2 * fifth)
    return [shuffled.dropFirst(2 * fifth), held.prefix(fifth), held.dropFirst(fifth)].map {
      $0.sorted()
    }
  }
}
