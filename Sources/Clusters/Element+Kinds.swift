extension Element {
  /// Whether it is a metal when it is pure; silicon, germanium, arsenic and tellurium are not.
  public var isMetal: Bool { !Self.nonmetals.contains(symbol) }

  private static let nonmetals: Set = [
    "H", "He", "B", "C", "N", "O", "F", "Ne", "Si", "P", "S", "Cl", "Ar", "Ge", "As", "Se", "Br",
    "Kr", "Te", "I", "Xe", "At", "Rn", "Ts", "Og",
  ]

  /// The element of an atomic number, from 1.
  public static func numbered(_ number: Int) -> Element? {
    (1...symbols.count).contains(number) ? Element(symbols[number - 1]) : nil
  }

  private static let symbols = periodicTable.split(separator: " ").map(String.init)

  /// The element of an English name, in any case: `gold`.
  public static func named(_ name: String) -> Element? {
    names[name.lowercased()].flatMap { Element($0) }
  }

  /// Metals that people write out, and what they are often mixed with.
  private static let names = [
    "aluminium": "Al", "aluminum": "Al", "bismuth": "Bi", "cadmium": "Cd", "carbon": "C",
    "cerium": "Ce", "chromium": "Cr", "cobalt": "Co", "copper": "Cu", "gallium": "Ga",
    "germanium": "Ge", "gold": "Au", "hafnium": "Hf", "indium": "In", "iridium": "Ir",
    "iron": "Fe", "lead": "Pb", "magnesium": "Mg", "manganese": "Mn", "mercury": "Hg",
    "molybdenum": "Mo", "nickel": "Ni", "niobium": "Nb", "osmium": "Os", "palladium": "Pd",
    "platinum": "Pt", "rhenium": "Re", "rhodium": "Rh", "ruthenium": "Ru", "scandium": "Sc",
    "selenium": "Se", "silicon": "Si", "silver": "Ag", "tantalum": "Ta", "tin": "Sn",
    "titanium": "Ti", "tungsten": "W", "vanadium": "V", "yttrium": "Y", "zinc": "Zn",
    "zirconium": "Zr",
  ]
}
