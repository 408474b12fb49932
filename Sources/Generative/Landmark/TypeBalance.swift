import Numerics
import Clusters
import Tensors

/// Draws things of several types, those of rare types more often: every type gets a share by the
/// root of its number.
struct TypeBalance: Sendable {
  private let chances: [Double]  // cumulative

  init(_ types: [StructureType]) {
    let sizes = Dictionary(grouping: types, by: \.self).mapValues(\.count)
    var sum = 0.0
    chances = types.map { type in
      sum += 1 / Double(sizes[type] ?? 1).squareRoot()
      return sum
    }
  }

  /// The number of one of the things.
  func draw(from random: inout RandomGenerator) -> Int {
    let place = random.uniform() * (chances.last ?? 0)
    var (low, high) = (0, chances.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if chances[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
