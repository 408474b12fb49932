import Scattering

/// Which parameters of structures in one PDF or in several are one.
///
/// What an instrument does and what reduction leaves is that of a PDF, whatever structures it has.
/// All else each structure has for itself in each PDF, but for what is named here.
public struct Sharing: Sendable {
  /// What all structures have alike in all PDFs.
  public var equal: [Quantity] = []

  /// What each structure has alike in all PDFs, and what is alike for all PDFs.
  public var steady: [Quantity] = []

  /// What stands in a fixed ratio: a factor for each structure, or for each PDF where there is one
  /// structure.
  public var ratios: [Quantity: [Double]] = [:]

  public init() {}

  /// Structures that share a parameter, by their places, with the factors of its value.
  typealias Sharers = [(place: Int, factor: Double)]

  private static let ofPDFs: [Quantity] = [.qdamp, .qbroad, .offset, .slope]

  /// How a parameter is shared; structure s in PDF p has the place p·structures + s.
  func sets(of quantity: Quantity, structures: Int, pdfs: Int) -> [Sharers] {
    let all = Array(0..<(structures * pdfs))
    let isSteady = steady.contains(quantity)
    if equal.contains(quantity) { return [all.map { ($0, 1) }] }
    if let factors = ratios[quantity] {
      let whole = all.map { ($0, factors[structures > 1 ? $0 % structures : $0]) }
      return structures == 1 || isSteady ? [whole] : grouped(whole) { $0 / structures }
    }
    let alone = all.map { ($0, 1.0) }
    if Self.ofPDFs.contains(quantity) {
      return isSteady ? [alone] : grouped(alone) { $0 / structures }
    }
    return grouped(alone) { isSteady ? $0 % structures : $0 }
  }

  private func grouped(_ set: Sharers, by key: (Int) -> Int) -> [Sharers] {
    Dictionary(grouping: set) { key($0.place) }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// - Throws: `ScatteringError` where a quantity that is named is not varied, or a ratio has not as
  ///   many factors as there are structures.
  func validate(
    varied: [Quantity], structures: Int, pdfs: Int
  ) throws(ScatteringError) {
    if let stray = (equal + steady + ratios.keys).first(where: { !varied.contains($0) }) {
      throw ScatteringError("\(stray.name) is to be shared, but is not varied", of: stray)
    }
    if let twice = ratios.keys.first(where: equal.contains) {
      throw ScatteringError("\(twice.name) cannot be equal and in a ratio", of: twice)
    }
    let (count, what) = structures > 1 ? (structures, "structures") : (pdfs, "PDFs")
    for (quantity, factors) in ratios {
      guard factors.count == count else {
        throw ScatteringError(
          "the ratio of \(quantity.name) has \(factors.count) factors for \(count) \(what)",
          of: quantity)
      }
      guard factors.allSatisfy({ $0 > 0 && $0.isFinite }) else {
        throw ScatteringError(
          "the ratio of \(quantity.name) has a factor not above 0", of: quantity)
      }
    }
  }
}
