import Testing

import Clusters

struct CompositionTests {
  /// The amounts are counted by hand.
  @Test(arguments: [
    ("Pt", ["Pt": 1]), ("Au144 S60 C180", ["Au": 144, "S": 60, "C": 180]),
    ("Au0.5Ag0.5", ["Au": 0.5, "Ag": 0.5]), ("Pt.75Ni.25", ["Pt": 0.75, "Ni": 0.25]),
    ("Pt0,75Ni0,25", ["Pt": 0.75, "Ni": 0.25]), ("Ni 1.0 Ti 1.00", ["Ni": 1, "Ti": 1]),
    ("Ga Nb4 Se8", ["Ga": 1, "Nb": 4, "Se": 8]), ("Pt3Co", ["Pt": 3, "Co": 1]),
    ("Pt$_{3}$Co", ["Pt": 3, "Co": 1]), ("SiO₂", ["Si": 1, "O": 2]),
    ("(Ce0.8Zr0.2)O2", ["Ce": 0.8, "Zr": 0.2, "O": 2]),
    ("Au144(SC6H4COOH)60", ["Au": 144, "S": 60, "C": 420, "H": 300, "O": 120]),
    ("CuSO4·5H2O", ["Cu": 1, "S": 1, "O": 9, "H": 10]), ("Fe3+ O2-", ["Fe": 1, "O": 1]),
    ("Ni+2 O-2", ["Ni": 1, "O": 1]), ("\"Au\"", ["Au": 1]), ("Pt-Ni", ["Pt": 1, "Ni": 1]),
    ("Pd/C", ["Pd": 1, "C": 1]), ("H2O", ["H": 2, "O": 1]),
  ])
  func everyElementCounts(_ formula: String, _ amounts: [String: Double]) throws {
    let composition = try #require(Composition(formula))
    let read = composition.parts.map { ($0.element.symbol, $0.amount) }
    #expect(Dictionary(read) { $0 + $1 } == amounts)
    #expect(composition.parts.count == amounts.count)
    #expect(composition.notes.isEmpty)
  }

  @Test(arguments: [
    ("pt", "Pt", "'pt' is read as Pt"), ("PT", "Pt", "'PT' is read as Pt"),
    ("NI", "Ni", "'NI' is read as Ni"), ("CU147", "Cu147", "'CU' is read as Cu"),
    ("FE2O3", "Fe2O3", "'FE' is read as Fe"), ("ptCO", "PtCo", "'ptCO' is read as Pt and Co"),
    ("gold", "Au", "'gold' is read as Au"), ("Copper", "Cu", "'Copper' is read as Cu"),
  ])
  func wrongCaseIsMendedWithAWord(_ formula: String, _ mended: String, _ note: String) throws {
    let composition = try #require(Composition(formula))
    #expect(composition.description == mended)
    #expect(composition.notes == [note])
  }

  @Test(arguments: ["", " ", "144", "unknown", "none", "sample", "oxide", "xyz", "((", "%"])
  func whatIsNoFormulaIsNone(_ text: String) { #expect(Composition(text) == nil) }

  @Test func aBracketThatCannotBeReadIsLeftOutWhole() throws {
    for (formula, bracket) in [("Au146(p-MBA)57", "(p-MBA)57"), ("Au25(SR)18", "(SR)18")] {
      let composition = try #require(Composition(formula))
      #expect(composition.parts.map(\.element.symbol) == ["Au"])
      #expect(composition.notes == ["'\(bracket)' is left out of the composition"])
    }
  }

  @Test(
    arguments: [
      ("Pt", .metal, "Pt", nil), ("Au144 S60 C180", .coatedMetal, "Au", nil),
      ("Pt3Co", .alloy, "Pt", "Pt3Co holds Co besides Pt"),
      ("Au0.5Ag0.5", .alloy, "Au", "Au0.5Ag0.5 holds Ag besides Au"),
      ("Fe2O3", .compound, "Fe", "Fe2O3 holds O besides Fe"),
      ("SrFe2As2", .compound, "Fe", "SrFe2As2 holds Sr, As besides Fe"),
      ("Cd Se", .compound, "Cd", "Cd Se holds Se besides Cd"),
      ("Pd/C", .compound, "Pd", "Pd/C holds C besides Pd"),
      ("H2O", .nonmetal, nil, "H2O holds no metal"), ("Pb100", .metal, "Pb", nil),
    ] as [(String, Composition.Kind, String?, String?)])
  func nothingIsDroppedInSilence(
    _ formula: String, _ kind: Composition.Kind, _ metal: String?, _ caution: String?
  ) throws {
    let composition = try #require(Composition(formula))
    #expect(composition.kind == kind)
    #expect(composition.metal?.symbol == metal)
    let whole = caution.map {
      $0.contains("besides") ? $0 + "; the program knows particles of one metal alone" : $0
    }
    #expect(composition.caution == whole)
  }

  @Test func sharesAddUpToOne() throws {
    let composition = try #require(Composition("Pt3Co"))
    let shares = composition.parts.map { composition.share(of: $0.element) }
    #expect(shares == [0.75, 0.25])
    #expect(composition.share(of: try #require(Element("O"))) == 0)
  }

  /// Long runs of letters neither hang nor trap.
  @Test func longTextEnds() {
    for letter in ["P", "p", "(", "9", "Pt", "co", ")"] {
      _ = Composition(String(repeating: letter, count: 20_000))
    }
  }
}
