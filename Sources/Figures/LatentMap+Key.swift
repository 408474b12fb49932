import Numerics
import Clusters
import Glibc

extension LatentMap {
  /// The types that occur, what pale, solid and diamond mean, and how large structures are.
  func entries(palette: Palette, scale: Double) -> [Key.Entry] {
    typeEntries(palette) + partEntries + experimentEntries + sizeEntries(scale)
  }

  private func typeEntries(_ palette: Palette) -> [Key.Entry] {
    func entry(_ title: String, _ colour: Colour, _ type: StructureType) -> Key.Entry {
      .init(title, .marker(.disc, colour, diameter: 5), letter: type.rawValue.first)
    }
    return StructureType.allCases.filter { type in points.contains { $0.type == type } }
      .flatMap { type in
        guard type == .stacking, points.contains(where: { $0.hexagonality != nil }) else {
          return [entry(type.rawValue, palette.colour(of: type), type)]
        }
        return [(0.2, "few"), (0.5, "half"), (0.8, "many")].map { share, word in
          entry("faulted, \(word) h", palette.colour(of: type, hexagonality: share), type)
        }
      }
  }

  private var partEntries: [Key.Entry] {
    var entries: [Key.Entry] = []
    let parts = Set(points.map(\.part))
    if parts.contains(.training), parts.contains(.test) || parts.contains(.unseen) {
      let title = parts.contains(.validation) ? "training, validation" : "training"
      entries.append(.init(title, .marker(.disc, Colour.data.opacity(0.35), diameter: 5)))
    }
    if parts.contains(.test) { entries.append(.init("test", .marker(.disc, .data, diameter: 5))) }
    if parts.contains(.unseen) {
      entries.append(.init("never seen", .marker(.diamond, .data, diameter: 5)))
    }
    return entries
  }

  private var experimentEntries: [Key.Entry] {
    var entries: [Key.Entry] = []
    if experiments.contains(where: { $0.sign == .diamond }) {
      entries.append(.init("PDF", .marker(.diamond, .ink, diameter: 5), letter: "#"))
    }
    if experiments.contains(where: { $0.sign == .cross }) {
      entries.append(.init("measured PDF", .marker(.cross, .cross, diameter: 5), letter: "X"))
    }
    if let rings = experiments.map(\.rings).first(where: { !$0.isEmpty }) {
      let factors = rings.map { GnuplotText.number($0) }.joined(separator: ", ")
      entries.append(.init("\(factors) σ", .line(.axis, width: 0.9)))
    }
    if !samples.isEmpty {
      entries.append(
        .init("samples", .marker(.disc, .ink.opacity(0.45), diameter: 1.5), letter: "."))
    }
    return entries
  }

  /// Three round numbers of atoms, the largest near the largest structure's.
  private func sizeEntries(_ scale: Double) -> [Key.Entry] {
    let largest = largest
    let smallest = points.map(\.atoms).min() ?? 1
    let sizes = [0.06, 0.3, 1].map { Self.roundNumber(below: $0 * Double(largest)) }
    guard Set(sizes).count == 3 else { return [] }
    return sizes.filter { $0 >= smallest }.map { size in
      let diameter = Self.diameter(atoms: size, largest: largest) * scale
      return .init("\(size) atoms", .marker(.circle, .axis, diameter: diameter))
    }
  }

  /// The greatest 1, 2 or 5 times a power of ten that is not above a number.
  private static func roundNumber(below number: Double) -> Int {
    guard number >= 1 else { return 0 }
    let power = pow(10, log10(number).rounded(.down))
    return Int(clamping: ([5, 2, 1].first { $0 * power <= number * 1.001 } ?? 1) * power)
  }
}
