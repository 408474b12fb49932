/// A metal with its metallic radius.
///
/// Radii in pm are those of the 28 metals of the DeepStruc data set
/// (Kjær, Anker et al., Digital Discovery 2023, 2, 69, doi:10.1039/D2DD00086E);
/// only 19 of them are distinct.
public struct Element: Hashable, Sendable {
  /// Chemical symbol, such as `Au`.
  public let symbol: String

  /// Metallic radius in Å.
  public let metallicRadius: Double

  /// Nearest-neighbour distance of the bulk metal, twice the metallic radius, in Å.
  public var bond: Double { 2 * metallicRadius }

  /// The metals of the data set, by atomic number.
  public static let metals: [Element] = [
    ("Sc", 144), ("Ti", 132), ("V", 122), ("Cr", 119), ("Mn", 118), ("Fe", 117), ("Co", 116),
    ("Ni", 115), ("Cu", 118), ("Zn", 121), ("Y", 162), ("Zr", 145), ("Nb", 134), ("Tc", 127),
    ("Ru", 125), ("Rh", 125), ("Pd", 128), ("Ag", 134), ("Cd", 138), ("Hf", 144), ("Ta", 134),
    ("W", 130), ("Re", 128), ("Os", 126), ("Ir", 127), ("Pt", 130), ("Au", 134), ("Hg", 139),
  ].map { Element(symbol: $0, metallicRadius: $1 / 100) }

  private static let bySymbol = Dictionary(uniqueKeysWithValues: metals.map { ($0.symbol, $0) })

  private init(symbol: String, metallicRadius: Double) {
    self.symbol = symbol
    self.metallicRadius = metallicRadius
  }

  /// The metal with this symbol, or nil if the data set has no such metal.
  public init?(_ symbol: String) {
    guard let element = Self.bySymbol[symbol] else { return nil }
    self = element
  }
}
