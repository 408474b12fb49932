import Clusters
import Fitting
import Numerics
import Scattering
import Testing

struct CurveTrackerTests {
  /// The compressed misfit is that of the curves themselves, which DebyeTransform computes from
  /// positions: 1 − (Σ g c)²/(Σ g² Σ c²), less what no curve of the window can hold.
  ///
  /// A curve that is off by δ of its norm moves a misfit m by at most 2 δ √m + δ².
  @Test(arguments: [Motif.fcc, .sc, .hcp, .fiveFold, .twentyFold])
  func misfitsAreThoseOfTheCurves(_ motif: Motif) throws {
    let bond = 2.8
    let (pdf, conditions) = try measured(motif, bond: bond)
    let compressed = CompressedPDF(
      pdf, qmin: conditions.qmin, qmax: conditions.qmax, qdamp: conditions.qdamp, reach: 60)
    #expect(compressed.noise < 1e-9)
    let table = SiteTable(motif, radius: 4)
    let curves = PairCurves(
      table.distances, bond: bond, biso: conditions.biso, delta2: conditions.delta2,
      against: compressed)
    let ball = table.sites.indices.filter { length(table.sites[$0].position) < 2.2 }
    let particle = Particle(table, occupied: ball)
    let cluster = Cluster(
      platinum, type: motif.type,
      positions: ball.map { table.sites[$0].position * bond }, bond: bond)
    let curve = try cluster.pdf(conditions).g
    let expected = 1 - pow2(dot(pdf.g, curve)) / (dot(pdf.g, pdf.g) * dot(curve, curve))
    #expect(expected > 0.005)
    let misfit = CurveTracker(particle, curves).misfit
    // Where distances share bins of 0.008 d, peaks of variance σ² = biso/4π² are widened by a
    // twelfth of the bin squared; the norm of dG/d ln σ² is √3/4 of that of G.
    let variance = conditions.biso / (4 * .pi * .pi)
    let off =
      motif.squareDenominator == nil
      ? 3.0.squareRoot() / 4 * pow2(0.008 * bond) / 12 / variance : 5e-5
    #expect(abs(misfit - expected) < 2 * off * expected.squareRoot() + off * off)
  }

  /// After hundreds of moves, single atoms and groups, what was kept up to date is what a fresh
  /// count gives.
  @Test(arguments: [Motif.fcc, .fiveFold])
  func whatMovesKeepUpToDateIsWhatAFreshCountGives(_ motif: Motif) throws {
    let (pdf, conditions) = try measured(motif, bond: 2.8)
    let compressed = CompressedPDF(
      pdf, qmin: conditions.qmin, qmax: conditions.qmax, qdamp: conditions.qdamp, reach: 60)
    let table = SiteTable(motif, radius: 4)
    let curves = PairCurves(
      table.distances, bond: 2.8, biso: 0.5, delta2: 1, against: compressed)
    var particle = Particle(table, occupied: Array(0..<60))
    var tracker = CurveTracker(particle, curves)
    var random = RandomGenerator(seed: 1)
    for _ in 0..<400 {
      let count = 1 + Int(random.uniform() * 4)
      let sites = Set((0..<count).map { _ in Int32(random.uniform() * 150) }).sorted()
      let misfit = tracker.misfit(flipping: sites, of: particle)
      let (atoms, surface) = particle.after(flipping: sites)
      guard atoms > 20 else { continue }
      tracker.accept(sites, of: particle)
      for site in sites { particle.flip(Int(site)) }
      let fresh = Particle(table, occupied: particle.atoms.items.map(Int.init))
      #expect(fresh.count == particle.count && particle.count == atoms)
      #expect(fresh.broken == particle.broken)
      #expect(abs(particle.surface - surface) < 1e-9)
      #expect(abs(tracker.misfit - misfit) < 1e-9)
      let counted = CurveTracker(fresh, curves).misfit
      #expect(abs(counted - misfit) < 1e-4 * misfit)
    }
  }

  private func measured(
    _ motif: Motif, bond: Double
  ) throws -> (pdf: PDF, conditions: ScatteringConditions) {
    var random = RandomGenerator(seed: 3)
    var conditions = ScatteringConditions()
    (conditions.qmin, conditions.qmax, conditions.qdamp) = (1, 22, 0.03)
    (conditions.biso, conditions.delta2) = (0.5, 1)
    (conditions.rmin, conditions.rmax) = (1.5, 25)
    let shape = try Boundary.random(motif, atoms: 80, using: &random).shape()
    let cluster = try Cluster(shape, of: platinum, bond: bond)
    return (try cluster.pdf(conditions), conditions)
  }
}

private let platinum = Element("Pt") ?? Element.metals[0]

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}

private func pow2(_ x: Double) -> Double { x * x }

private func length(_ v: SIMD3<Double>) -> Double { (v * v).sum().squareRoot() }
