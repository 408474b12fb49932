import Clusters
import Testing

struct WulffTests {
  /// Numbers of atoms and mean squared radii in lattice constants of ASE 3.29's
  /// `wulff_construction` for {100}, {110} and {111}.
  @Test(arguments: [
    (StructureType.fcc, [1.1, 1.2, 1.0], 300, 297, 4.101010101010101),
    (.fcc, [1.25, 1.3, 1.0], 586, 711, 7.333333333333335),
    (.fcc, [1.0, 1.05, 1.0], 1000, 1007, 9.205561072492552),
    (.bcc, [1.05, 1.0, 1.2], 400, 363, 7.421487603305785),
    (.bcc, [1.2, 1.0, 1.15], 900, 941, 14.008501594048884),
    (.sc, [1.0, 1.2, 1.4], 250, 251, 9.131474103585658),
    (.fcc, [0.9, 1.3, 1.2], 70, 63, 1.5238095238095237),
  ])
  func shapesAreThoseOfASE(
    _ type: StructureType, _ energies: [Double], _ atoms: Int, _ count: Int, _ square: Double
  ) throws {
    let shape = try Recipe.wulff(type, atoms: atoms, energies: energies).shape()
    #expect(shape.count == count)
    // d of fcc is the lattice constant over √2.
    #expect(abs(shape.gyration - square * (type == .fcc ? 2 : 1)) < 1e-9)
  }

  @Test func theUnitOfEnergyMeansNothing() throws {
    let joules = try Recipe.wulff(.fcc, atoms: 500, energies: [1.63, 1.7, 1.28])
    #expect(try Recipe.wulff(.fcc, atoms: 500, energies: [163e3, 170e3, 128e3]) == joules)
  }

  @Test(arguments: [
    (StructureType.hcp, [1.0, 1, 1], 100, "must be sc, bcc or fcc"),
    (.fcc, [1.0, 1], 100, "2 numbers, but needs 3"), (.fcc, [1.0, 0, 1], 100, "above 0"),
    (.fcc, [1.0, 1e9, 1], 100, "a million times"), (.fcc, [.nan, 1, 1], 100, "above 0"),
    (.fcc, [1.0, 1, 1], 0, "1 to 20000"),
  ])
  func whatIsImpossibleIsSaid(
    _ type: StructureType, _ energies: [Double], _ atoms: Int, _ words: String
  ) {
    let error = #expect(throws: ClusterError.self) {
      _ = try Recipe.wulff(type, atoms: atoms, energies: energies)
    }
    #expect(error?.description.contains(words) == true)
  }
}
