import Testing

import Clusters

struct GeneratorTests {
  private let gold = Element.gold

  /// Gold's lattice constant is 4.0782 Å.
  private let bond = 4.0782 / 2.0.squareRoot()

  /// (10n³ − 15n² + 11n − 3)/3 atoms, Mackay's numbers.
  @Test(arguments: zip(1...8, [1, 13, 55, 147, 309, 561, 923, 1415]))
  func icosahedraHaveMackaysNumbers(_ shells: Int, _ count: Int) throws {
    let cluster = try Cluster.icosahedron(gold, shells: shells)
    #expect(cluster.count == count)
    #expect(cluster.shortestDistance.map { abs($0 - bond) < 1e-9 } ?? (shells == 1))
  }

  /// n(2n² + 1)/3 atoms, less six square pyramids of the cutoff.
  @Test(arguments: [(1, 0, 1), (2, 0, 6), (7, 0, 231), (7, 3, 147), (7, 2, 201), (9, 4, 309)])
  func octahedraHaveOctahedralNumbers(_ length: Int, _ cutoff: Int, _ count: Int) throws {
    #expect(try Cluster.octahedron(gold, length: length, cutoff: cutoff).count == count)
  }

  @Test func thousandsOfAtomsHaveOneBondLength() throws {
    for cluster in [
      try Cluster.fcc(gold, layers: [20, 30, 30]), try .hcp(gold, size: [15, 15, 15]),
      try .decahedron(gold, p: 8, q: 8, r: 2), try .sc(gold, layers: [9, 20, 30]),
      try .stacking(gold, sequence: "ABCACBAB", size: [20, 20]),
    ] {
      #expect(cluster.count > 1000)
      let shortest = try #require(cluster.shortestDistance)
      // c = 1.633 a is not quite √(8/3) a, and moves hcp's layers by 1e-5.
      #expect(abs(shortest - bond) < 1e-4)
    }
  }

  /// A decahedron's rays are cut at 72°, where fcc's tetrahedra have 70.53°: bonds across the
  /// sectors are longer by 1.8 %.
  @Test func aDecahedronsBondsAreTwoPercentApart() throws {
    let cluster = try Cluster.decahedron(gold, p: 2, q: 2)
    let bonds = cluster.distances.map { $0 / bond }.filter { $0 < 1.2 }
    #expect(bonds.allSatisfy { $0 > 0.996 && $0 < 1.02 })
  }

  @Test func bondSetsTheScaleAndIsInTheLabel() throws {
    let cluster = try Cluster.fcc(gold, layers: [2, 2, 2], bond: 2.9)
    #expect(try #require(cluster.shortestDistance) == 2.9)
    #expect(cluster.label == #"fcc "Au", layers: [2, 2, 2], bond: 2.9"#)
    #expect(cluster.expanded(by: 2).bond == 5.8)
    let platinum = try cluster.scaled(to: try #require(Element("Pt")))
    #expect(platinum.label == #"fcc "Pt", layers: [2, 2, 2]"#)
    #expect(abs(try #require(platinum.shortestDistance) - 3.9236 / 2.0.squareRoot()) < 1e-12)
  }

  @Test func clustersAreCentred() throws {
    let cluster = Cluster(gold, type: .unknown, positions: [[1, 2, 3], [3, 2, 1]], bond: 2.7)
    #expect(cluster.positions == [[-1, 0, 1], [1, 0, -1]])
    #expect(cluster.label == "Au2")
  }

  @Test(arguments: [("ABCABC", StructureType.fcc), ("ABABAB", .hcp), ("ABCABA", .stacking)])
  func sequencesAreFccHcpOrFaulted(_ sequence: String, _ kind: StructureType) throws {
    #expect(try StackingSequence(sequence).kind == kind)
  }

  /// What the generator was given is read off the positions, also where a model misplaces them.
  @Test func sequencesAreReadOffThePositions() throws {
    for cluster in try Catalogue.stacking(gold) {
      let sequence = try #require(cluster.sequence)
      #expect(cluster.label.contains("\"\(sequence.layers)\""))
      #expect(cluster.type == sequence.kind)
    }
    let cluster = try Cluster.stacking(gold, sequence: "ABCBCACB", size: [3, 4])
    // A shift of up to 0.15 Å each way, by the golden ratio.
    let shaken = cluster.positions.enumerated().map { i, position in
      let steps = SIMD3(Double(3 * i), Double(3 * i + 1), Double(3 * i + 2)) * 0.618034
      return position + 0.3 * (steps - steps.rounded(.down) - 0.5)
    }
    let guess = Cluster(gold, type: .unknown, positions: shaken, bond: bond * 1.003)
    #expect(guess.sequence?.layers == "ABCBCACB")
  }

  @Test func onlyClosePackedLayersAcrossZAreASequence() throws {
    #expect(try Cluster.hcp(gold, size: [2, 3, 3]).sequence?.layers == "ABABAB")
    for cluster in [
      try Cluster.icosahedron(gold, shells: 4), try .decahedron(gold, p: 3, q: 3),
      try .octahedron(gold, length: 6), try .fcc(gold, layers: [3, 4, 4]),
      try .bcc(gold, layers: [4, 4, 6]), try .sc(gold, layers: [3, 3, 3]),
    ] { #expect(cluster.sequence == nil, "\(cluster.label)") }
  }

  @Test(arguments: [("AB", nil), ("ABC", 0), ("ABA", 1), ("ABCAC", 1 / 3.0), ("ABCBCB", 0.75)])
  func hexagonalityIsTheShareOfInnerLayers(_ layers: String, _ share: Double?) throws {
    #expect(try StackingSequence(layers).hexagonality == share)
  }

  @Test func impossibleArgumentsSayWhatIsPossible() throws {
    let gold = gold
    let sulphur = try #require(Element("S"))
    let cases: [(String, () throws -> Cluster)] = [
      (
        "layers has 2 numbers, but needs 3: for {100}, {110} and {111}",
        { try .fcc(gold, layers: [1, 2]) }
      ),
      ("each of layers is 0, but must be 1 or more", { try .sc(gold, layers: [1, 0, 2]) }),
      (
        "size has 4 numbers, but needs 3: cells along a, b and c",
        { try .hcp(gold, size: [1, 1, 1, 1]) }
      ),
      ("each of size is -1, but must be 1 or more", { try .hcp(gold, size: [1, -1, 1]) }),
      ("shells is 0, but must be 1 or more", { try .icosahedron(gold, shells: 0) }),
      (
        "more than 100000 atoms, the most that a cluster can have",
        { try .icosahedron(gold, shells: 1000) }
      ),
      ("p is 0, but must be 1 or more", { try .decahedron(gold, p: 0, q: 1, r: 0) }),
      ("r is -1, but must be 0 or more", { try .decahedron(gold, p: 1, q: 1, r: -1) }),
      ("length is 0, but must be 1 or more", { try .octahedron(gold, length: 0) }),
      (
        "cutoff is 3, but for length 6 must be 0 to 2",
        { try .octahedron(gold, length: 6, cutoff: 3) }
      ),
      (
        "sequence \"ABBA\" has B on B; they would overlap",
        { try .stacking(gold, sequence: "ABBA", size: [2, 2]) }
      ),
      (
        "sequence \"ABD\" has 'D'; layers are A, B or C",
        { try .stacking(gold, sequence: "ABD", size: [2, 2]) }
      ),
      (
        "sequence is empty; give layers, as \"ABCAC\"",
        { try .stacking(gold, sequence: "", size: [2, 2]) }
      ),
      (
        "no bond length is known for S; give bond: in Å",
        { try .fcc(sulphur, layers: [2, 2, 2]) }
      ),
      (
        "bond is -1 Å, but must be between 0.1 and 100 Å",
        { try .fcc(gold, layers: [2, 2, 2], bond: -1) }
      ),
      (
        "bond is nan Å, but must be between 0.1 and 100 Å",
        { try .fcc(gold, layers: [2, 2, 2], bond: .nan) }
      ),
    ]
    for (message, make) in cases {
      let error = #expect(throws: ClusterError.self) { _ = try make() }
      #expect(error?.description == message)
    }
  }

  @Test(arguments: [Int.max, 1 << 40, 5000])
  func hugeArgumentsAreErrorsNotTraps(_ n: Int) {
    let gold = gold
    #expect(throws: ClusterError.self) { _ = try Cluster.fcc(gold, layers: [n, n, n]) }
    #expect(throws: ClusterError.self) { _ = try Cluster.hcp(gold, size: [n, n, n]) }
    #expect(throws: ClusterError.self) { _ = try Cluster.decahedron(gold, p: n, q: n, r: n) }
    #expect(throws: ClusterError.self) { _ = try Cluster.octahedron(gold, length: n) }
    #expect(throws: ClusterError.self) { _ = try Cluster.icosahedron(gold, shells: n) }
  }

  /// Far planes cut nothing, so a long list of them is no larger than the cube inside.
  @Test func farPlanesCostNothing() throws {
    #expect(try Cluster.sc(gold, layers: [1, 1_000_000, 1_000_000]).count == 27)
    #expect(try Cluster.fcc(gold, layers: [1_000_000, 1_000_000, 1]).count == 19)
  }
}
