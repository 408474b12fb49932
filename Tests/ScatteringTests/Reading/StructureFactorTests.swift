import Clusters
import Foundation
import Scattering
import Testing

struct StructureFactorTests {
  private func parse(_ text: String, path: String = "a.dat") throws -> StructureFactor {
    guard case .structureFactor(let factor) = try CurveFile.parse(text, path: path) else {
      throw CancellationError()
    }
    return factor
  }

  /// Two columns of Q and a function of it.
  private func file(
    _ names: String, step: Double = 0.01, to last: Double = 25, _ value: (Double) -> Double
  ) -> String {
    let q = (1...Int(last / step)).map { Double($0) * step }
    return names + "\n" + q.map { String(format: "%.4f %.10f\n", $0, value($0)) }.joined()
  }

  /// F(Q) of a Gaussian peak at `distance`, whose transform over all Q is known.
  private let width = 0.12
  private let distance = 2.7
  private func f(_ q: Double) -> Double { sin(q * distance) * exp(-q * q * width * width / 2) }

  /// With (2/π)∫ sin(Qa) sin(Qr) exp(−Q²w²/2) dQ from 0 to ∞ = [N(r − a) − N(r + a)], the normal
  /// distribution of width w.
  private func transformed(_ r: Double) -> Double {
    func normal(_ x: Double) -> Double {
      exp(-x * x / (2 * width * width)) / (width * (2 * Double.pi).squareRoot())
    }
    return normal(r - distance) - normal(r + distance)
  }

  @Test(arguments: ["Q F(Q)", "# Q[1/A]  F", "#L Q     F(Q)"])
  func theTransformOfAGaussianIsKnown(_ names: String) throws {
    // At 50 Å⁻¹ nothing is left of F, so that the integral's end does not matter.
    let factor = try parse(file(names, to: 60, f))
    #expect(factor.kind == .f)
    let r = (0..<1000).map { Double($0) * 0.02 }
    let pdf = try factor.pdf(r: r)
    // F departs from straight lines by (0.01 Å⁻¹)²/8 · 2.7² Å² = 9e-5, over the 17 Å⁻¹ it reaches.
    for (r, g) in zip(pdf.r, pdf.g) { #expect(abs(g - transformed(r)) < 1e-3) }
  }

  /// Simpson's rule on a grid ten times as fine, for what is cut off at both ends.
  @Test func theCutTransformAgreesWithSimpsonsRule() throws {
    let (qmin, qmax) = (0.755, 18.333)
    let r = stride(from: 0.0, to: 20, by: 0.37).map { $0 }
    let pdf = try parse(file("Q S(Q)") { 1 + f($0) / $0 }).pdf(qmin: qmin, qmax: qmax, r: r)
    #expect(pdf.qmin == qmin && pdf.qmax == qmax)
    let steps = 20_000
    let h = (qmax - qmin) / Double(steps)
    for (r, g) in zip(pdf.r, pdf.g) {
      let sum = (0...steps).reduce(0.0) { sum, i in
        let weight = i == 0 || i == steps ? 1.0 : i % 2 == 0 ? 2 : 4
        let q = qmin + Double(i) * h
        return sum + weight * f(q) * sin(q * r)
      }
      #expect(abs(g - sum * h / 3 * 2 / Double.pi) < 1e-3)
    }
  }

  /// The Debye sum of a cluster, written as S(Q), gives back its PDF.
  @Test func aClustersScatteringBecomesItsPDF() throws {
    let gold = try #require(Element("Au"))
    let cluster = try Cluster.icosahedron(gold, shells: 3)
    let scattering = try StructureFunction(of: cluster, qmin: 0.5, qmax: 26, qstep: 0.01)
    let rows = zip(scattering.q, scattering.s).map { String(format: "%.4f,%.10f\n", $0, $1) }
    let factor = try parse("# composition = Au55\nQ,S(Q)\n" + rows.joined(), path: "a.csv")
    #expect(factor.composition?.description == "Au55")
    let pdf = try cluster.pdf()
    let transform = try factor.pdf(qmin: 0.7, qmax: 25, r: pdf.r)
    // The straight lines miss (0.01 Å⁻¹ · 13 Å)²/12 of what the largest distances contribute.
    #expect(transform.minus(pdf).largest < 2e-3 * pdf.largest)
    #expect(transform.notes == ["transformed from S(Q)"])
  }

  @Test func theThreeKindsAreOne() throws {
    let s = try parse(file("Q S(Q)") { 1 + f($0) / $0 })
    let excess = try parse(file("Q S(Q)-1") { f($0) / $0 })
    let plain = try parse(file("Q Q[S(Q)-1]", f))
    #expect(s.kind == .s && excess.kind == .excess && plain.kind == .f)
    for other in [s, excess] {
      #expect(zip(other.f, plain.f).allSatisfy { abs($0 - $1) < 1e-8 })
      #expect(zip(other.s, plain.s).allSatisfy { abs($0 - $1) < 1e-7 })
    }
  }

  @Test func nanometresAndHeadersAreRead() throws {
    let text = "# T = 90 K\n# formula: Pt\n" + file("Q(nm^-1), S(Q)") { 1 + f($0) / $0 }
    let factor = try parse(text, path: "a.sq")
    #expect(factor.temperature == 90)
    #expect(abs((factor.q.last ?? 0) - 2.5) < 1e-9)
    #expect(factor.notes == ["Q is given in nm⁻¹"])
  }

  @Test func whatQLacksIsSaid() throws {
    let factor = try parse(file("Q F(Q)", f))
    let beyond = #expect(throws: ScatteringError.self) { try factor.pdf(qmax: 30, r: [1]) }
    #expect(beyond?.description == "qmax is 30 Å⁻¹, but a.dat has 0.01 to 25 Å⁻¹")
    let reversed = #expect(throws: ScatteringError.self) {
      try factor.pdf(qmin: 20, qmax: 10, r: [1])
    }
    #expect(reversed?.description == "qmin is 20 Å⁻¹, but must be below qmax, 10 Å⁻¹")
    #expect(abs(factor.foldsBack - Double.pi / 0.01) < 1e-6)
  }
}
