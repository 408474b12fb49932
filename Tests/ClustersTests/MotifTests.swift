import Testing

import Clusters

struct MotifTests {
  /// Every shape of the paper is a motif cut by facets, and nothing besides.
  @Test(arguments: Motif.simple)
  func boundariesMakeEveryShapeOfThePaper(_ motif: Motif) throws {
    let shapes = try Catalogue.mmnp(elements: [.gold]).shapes
    let types: Set<StructureType> = motif == .fcc ? [.fcc, .octahedral] : [motif.type]
    let own = shapes.filter { types.contains($0.type) }
    #expect(
      own.count == ["sc": 19, "bcc": 19, "fcc": 13, "hcp": 106, "five-fold": 37][motif.name] ?? 3)
    for shape in own {
      let label = shape.label(of: .gold)
      let atoms = try #require(motif.sites(of: shape), "\(label)")
      let boundary = Boundary(around: atoms, of: motif)
      #expect(boundary.empty.isEmpty, "\(label)")
      let reach = atoms.map { distance($0.position, .zero) }.max() ?? 0
      #expect(Set(boundary.sites(within: 2 * reach + 2)) == Set(atoms), "\(label)")
    }
  }

  /// Neighbours inside are as many as the structure has, by an all-pairs count.
  @Test(arguments: Motif.simple + [.layers("chc"), .layers("hchhc")])
  func everyInnerSiteHasItsBonds(_ motif: Motif) {
    let sites = motif.sites(within: 4.5)
    for site in motif.sites(within: 3) {
      let distances = sites.map { distance($0.position, site.position) }.filter { $0 > 0 }
      #expect(distances.count { $0 < motif.bondReach } == motif.coordination)
      #expect(abs((distances.min() ?? 0) - motif.nearest) < 1e-9)
    }
  }

  /// A ball of radius 8 holds 4π/3·512 times the density, to a surface's rounding.
  @Test(arguments: Motif.simple + [.layers("chc")])
  func ballsHoldAsManySitesAsTheDensitySays(_ motif: Motif) {
    let expected = 4 * Double.pi / 3 * 512 * motif.density
    #expect(abs(Double(motif.sites(within: 8).count) / expected - 1) < 0.03)
  }

  @Test(arguments: [Motif.sc, .bcc, .fcc, .hcp, .layers("chhc")])
  func squaredDistancesAreWholeMultiples(_ motif: Motif) throws {
    let unit = Double(try #require(motif.squareDenominator))
    let sites = motif.sites(within: 3)
    for a in sites {
      for b in sites {
        let square = distance(a.position, b.position) * distance(a.position, b.position) * unit
        #expect(abs(square - square.rounded()) < 1e-9)
      }
    }
  }

  /// A twin has the layers ABCBA.
  @Test func wordsOfLayersAreWhatTheySay() throws {
    let twin = try Recipe.stacking(StackingSequence("ABCBA"), size: [3, 3]).shape()
    #expect(Motif.layers("chc").sites(of: twin) != nil)
    #expect(Motif.layers("c").sites(of: twin) == nil)
    #expect(Motif.hcp.sites(of: twin) == nil)
    let crystal = try Recipe.stacking(StackingSequence("ABCAB"), size: [3, 3]).shape()
    #expect(Motif.layers("c").sites(of: crystal) != nil)
    #expect(Motif.hcp.sites(of: crystal) == nil)
    // Beside its twin plane an endless twin is a crystal.
    #expect(Motif.layers("chc").sites(of: crystal) != nil)
  }

  @Test func namesLeadBackToMotifs() {
    for motif in Motif.simple + [.layers("hc")] { #expect(Motif(motif.name) == motif) }
    #expect(Motif("fc") == nil)
    #expect(Motif("") == nil)
  }

  @Test func sitesCanBeFilledAndEmptyBesides() throws {
    let sites = Motif.fcc.sites(within: 2.1)
    var boundary = Boundary(around: sites, of: .fcc)
    let more = try #require(Motif.fcc.sites(within: 4).last)
    boundary.filled = [more]
    boundary.empty.insert(sites[0])
    let result = Set(boundary.sites(within: 6))
    #expect(result == Set(sites).subtracting([sites[0]]).union([more]))
  }
}

private func distance(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double {
  ((a - b) * (a - b)).sum().squareRoot()
}
