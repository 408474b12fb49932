import Clusters
import Fitting
import Foundation
import Numerics
import Scattering
import Testing

struct CrystalFitTests {
  private let platinum: Element
  init() throws { platinum = try #require(Element("Pt")) }

  private func sphere(_ diameter: Double, around centre: SIMD3<Double> = .zero) -> Cluster {
    let bond = 2.7744
    let positions = Motif.fcc.sites(within: diameter / 2 / bond, of: centre).map {
      $0.position * bond
    }
    return Cluster(platinum, type: .fcc, positions: positions, bond: bond)
  }

  /// Spheres cut from the crystal, by their own Debye sums: the diameter is that of a sphere with as
  /// many atoms.
  @Test(arguments: [20.0, 30, 40, 50, 60], [20.0, 45])
  func spheresHaveTheirDiameterAndLatticeConstant(_ diameter: Double, _ rmax: Double) throws {
    var conditions = ScatteringConditions()
    (conditions.qmin, conditions.biso, conditions.qdamp) = (0.8, 0.5, 0.03)
    conditions.rmax = 50
    let ball = sphere(diameter)
    let crystal = try Crystal(platinum)
    let volume = Double(ball.count) / (4 / pow(2.7744 * 2.0.squareRoot(), 3))
    let equal = 2 * cbrt(volume * 3 / (4 * Double.pi))
    var refinement = Refinement()
    refinement.rmax = rmax
    refinement.vary = [.scale, .expansion, .biso, .diameter]
    let fit = try refinement.fit(crystal, to: try ball.pdf(conditions))
    #expect(abs((fit.values[.diameter] ?? 0) / equal - 1) < 0.02)
    #expect(abs(crystal.a * fit.expansion / (2.7744 * 2.0.squareRoot()) - 1) < 1e-4)
    #expect(abs(fit.biso - 0.5) < 0.01 && abs(fit.scale - 1) < 0.02)
    #expect(fit.rw < 0.025, "what is left is that one sphere is not the mean over all centres")
  }

  /// Particles of log-normal sizes, each the mean of three places of its centre.
  @Test(arguments: 0..<20)
  func distributionsComeBack(_ sample: Int) throws {
    var random = RandomGenerator(seed: UInt64(sample) + 1)
    let (mean, width) = (random.uniform(in: 15...30), random.uniform(in: 0.1...0.25))
    let square = log(1 + width * width)
    var conditions = ScatteringConditions()
    (conditions.qmin, conditions.qmax, conditions.rmax) = (0.8, 22, 30)
    (conditions.biso, conditions.delta2, conditions.qdamp, conditions.rstep) = (0.6, 2, 0.03, 0.02)
    var balls: [Cluster] = []
    var weights: [Double] = []
    for step in -12...14 {
      let x = Double(step) / 4
      let diameter = mean * exp(-square / 2 + square.squareRoot() * x)
      for _ in 0..<3 {
        let centre = SIMD3(
          random.uniform(in: -0.7...0.7), random.uniform(in: -0.7...0.7),
          random.uniform(in: -0.7...0.7))
        balls.append(sphere(diameter, around: centre))
        weights.append(exp(-x * x / 2) * Double(balls[balls.count - 1].count))
      }
    }
    let pdfs = try DebyeTransform(conditions, for: balls).pdfs(balls)
    var pdf = pdfs[0]
    let total = weights.reduce(0, +)
    pdf.g = pdf.g.indices.map { i in
      zip(pdfs, weights).reduce(0) { $0 + $1.0.g[i] * $1.1 } / total
    }
    var refinement = Refinement()
    refinement.rmax = 30
    refinement.vary = [.scale, .expansion, .biso, .delta2, .diameter, .spread]
    refinement.values[.delta2] = 1
    let fit = try refinement.fit(try Crystal(platinum), to: pdf)
    #expect(abs((fit.values[.diameter] ?? 0) / mean - 1) < 0.03)
    #expect(abs((fit.values[.spread] ?? 0) - width) < 0.05)
  }

  @Test func whatAStructureHasNotIsSaid() throws {
    let cluster = try Cluster.icosahedron(platinum, shells: 2)
    let pdf = try cluster.pdf()
    var refinement = Refinement()
    refinement.vary.append(.diameter)
    let one = #expect(throws: ScatteringError.self) { try refinement.fit(cluster, to: pdf) }
    #expect(one?.description.hasPrefix("diameter is what a crystal has") == true)
    refinement.vary = [.scale, .strain]
    let two = #expect(throws: ScatteringError.self) {
      try refinement.fit(try Crystal(platinum), to: pdf)
    }
    #expect(two?.description.hasPrefix("strain is what a cluster has, or the c of hcp") == true)
  }
}

/// Measured PDFs in the folder that DEEPSTRUC_DATA names.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["DEEPSTRUC_DATA"] != nil))
struct MeasuredCrystalTests {
  private func fit(
    _ file: String, _ element: String, rmax: Double, _ vary: [Quantity],
    _ change: (inout Refinement) -> Void = { _ in }
  ) throws -> Fit {
    let folder = try #require(ProcessInfo.processInfo.environment["DEEPSTRUC_DATA"])
    guard case .pdf(let pdf) = try CurveFile.read("\(folder)/\(file)") else {
      throw FileError(file, "is no PDF")
    }
    var refinement = Refinement()
    refinement.rmax = rmax
    refinement.vary = [.scale, .expansion, .biso, .delta2] + vary
    refinement.values[.delta2] = 1
    change(&refinement)
    return try refinement.fit(try Crystal(try #require(Element(element))), to: pdf)
  }

  /// Nickel powder as it is measured to calibrate an instrument: a = 3.524 Å (CRC Handbook).
  @Test func nickelPowderIsFcc() throws {
    let fit = try fit("measured/Ni-bulk.gr", "Ni", rmax: 20, [.qdamp])
    #expect(fit.rw < 0.15)
    #expect(abs(3.524 * fit.expansion - 3.524) < 0.005)
  }

  @Test func platinumOfFourNanometres() throws {
    let fit = try fit("measured/Pt-nanoparticles-4nm.gr", "Pt", rmax: 50, [.diameter])
    #expect(fit.rw < 0.2)
    #expect((35...50).contains(fit.values[.diameter] ?? 0))
  }

  /// Rw and diameters of spheres that were averaged over centres by another program.
  @Test(arguments: [
    ("JQ_S3", 0.195, 18.0, 0.186), ("JQ_S2", 0.135, 22, 0.127), ("JQ_S1", 0.13, 32, 0.117),
  ])
  func platinumParticles(_ name: String, _ one: Double, _ diameter: Double, _ many: Double) throws {
    func settings(_ refinement: inout Refinement) {
      refinement.qmin = 0.8
      refinement.values[.qdamp] = 0.03
    }
    let file = "experimental/\(name).gr"
    let single = try fit(file, "Pt", rmax: 30, [.diameter], settings)
    #expect(single.rw <= one)
    #expect(abs((single.values[.diameter] ?? 0) - diameter) < 0.5)
    let spread = try fit(file, "Pt", rmax: 30, [.diameter, .spread], settings)
    #expect(spread.rw <= many)
  }
}
