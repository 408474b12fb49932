/// Telling shapes apart by their distance lists.
package enum Distinct {
  /// About 1e-3 Å in units of d.
  private static let tolerance = 4e-4

  /// The shapes without those whose sorted distances equal an earlier one's, to 4e-4 d.
  ///
  /// Equal lists have equal counts and equal sums of squares, so shapes are sorted by both and
  /// lists are compared only among neighbours.
  package static func shapes(_ shapes: [Shape]) -> [Shape] {
    self.shapes(shapes, while: { true }) ?? shapes
  }

  /// The same, which can be ended.
  ///
  /// - Complexity: a sort of n shapes, and one comparison for each true or near duplicate.
  /// - Returns: nil where `shouldContinue`, which is asked before every comparison, ended the work.
  package static func shapes(
    _ shapes: [Shape], while shouldContinue: () -> Bool
  ) -> [Shape]? {
    var comparisons = 0
    return self.shapes(shapes, comparisons: &comparisons, while: shouldContinue)
  }

  /// The same, counting how many pairs of distance lists were compared.
  package static func shapes(
    _ shapes: [Shape], comparisons: inout Int, while shouldContinue: () -> Bool = { true }
  ) -> [Shape]? {
    let gyrations = shapes.map(\.gyration)
    let order = shapes.indices.sorted {
      (shapes[$0].count, gyrations[$0], $0) < (shapes[$1].count, gyrations[$1], $1)
    }
    var lists: [Int: [Double]] = [:]
    var duplicates: Set<Int> = []
    for (place, i) in order.enumerated() {
      guard shouldContinue() else { return nil }
      for j in order.dropFirst(place + 1) {
        guard shapes[j].count == shapes[i].count, gyrations[j] - gyrations[i] < tolerance else {
          break
        }
        guard !duplicates.contains(i) || !duplicates.contains(j) else { continue }
        guard shouldContinue() else { return nil }
        comparisons += 1
        let one = lists[i] ?? shapes[i].distances
        let other = lists[j] ?? shapes[j].distances
        (lists[i], lists[j]) = (one, other)
        if zip(one, other).allSatisfy({ abs($0 - $1) < tolerance }) { duplicates.insert(max(i, j)) }
      }
      lists[i] = nil
    }
    return shapes.indices.filter { !duplicates.contains($0) }.map { shapes[$0] }
  }
}
