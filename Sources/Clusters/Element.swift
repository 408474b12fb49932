/// A chemical element, with its bond lengths where they are known.
public struct Element: Codable, Hashable, Sendable {
  /// Chemical symbol, such as `Au`.
  public let symbol: String

  /// Pauling's single-bond radius in Å, for the 28 metals of the DeepStruc data set (Kjær, Anker et
  /// al., Digital Discovery 2023, 2, 69, doi:10.1039/D2DD00086E); only 19 of them are distinct.
  ///
  /// A single bond is up to a tenth shorter than the bonds to twelve neighbours of the bulk metal
  /// (L. Pauling, J. Am. Chem. Soc. 1947, 69, 542, doi:10.1021/ja01195a024).
  public let singleBondRadius: Double?

  /// The bond length that the data set gives the metal, twice the single-bond radius, in Å.
  public var paperBond: Double? { singleBondRadius.map { 2 * $0 } }

  /// The distance of nearest neighbours in Å: that of the bulk metal, or else of the data set.
  public var bond: Double? { bulkNearest ?? paperBond }

  /// The element with this symbol, or nil where the periodic table has none.
  public init?(_ symbol: String) {
    guard let element = Self.bySymbol[symbol] else { return nil }
    self = element
  }

  /// What the others are compared with where nothing is said.
  public static let gold = Element(symbol: "Au", singleBondRadius: 1.34)

  /// The metals of the data set, by atomic number.
  public static let metals: [Element] = [
    ("Sc", 144), ("Ti", 132), ("V", 122), ("Cr", 119), ("Mn", 118), ("Fe", 117), ("Co", 116),
    ("Ni", 115), ("Cu", 118), ("Zn", 121), ("Y", 162), ("Zr", 145), ("Nb", 134), ("Tc", 127),
    ("Ru", 125), ("Rh", 125), ("Pd", 128), ("Ag", 134), ("Cd", 138), ("Hf", 144), ("Ta", 134),
    ("W", 130), ("Re", 128), ("Os", 126), ("Ir", 127), ("Pt", 130), ("Au", 134), ("Hg", 139),
  ].map { Element(symbol: $0, singleBondRadius: $1 / 100) }

  /// All symbols by atomic number.
  static let periodicTable = """
    H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se \
    Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb \
    Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm \
    Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og
    """

  private static let bySymbol: [String: Element] = {
    var elements: [String: Element] = [:]
    for symbol in periodicTable.split(separator: " ").map(String.init) {
      elements[symbol] = Element(symbol: symbol, singleBondRadius: nil)
    }
    for metal in metals { elements[metal.symbol] = metal }
    return elements
  }()

  private init(symbol: String, singleBondRadius: Double?) {
    self.symbol = symbol
    self.singleBondRadius = singleBondRadius
  }
}
