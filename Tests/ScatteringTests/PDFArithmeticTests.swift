import Numerics
import Foundation
import Testing

import Clusters
import Scattering

struct PDFArithmeticTests {
  private let gold: Element
  private let pdf: PDF
  init() throws {
    gold = try #require(Element("Au"))
    pdf = try Cluster.icosahedron(gold, shells: 3).pdf()
  }

  /// A cubic through four points errs by about (Qh)⁴/40 of what Q contributes.
  @Test func resamplingMeetsTheFinerPDF() throws {
    var conditions = ScatteringConditions()
    conditions.rstep = 0.007
    let finer = try Cluster.icosahedron(gold, shells: 3).pdf(conditions)
    let resampled = pdf.resampled(on: finer.r.filter { $0 < 29.98 })
    for (a, b) in zip(resampled.g, finer.g) { #expect(abs(a - b) < 1e-4 * pdf.largest) }
    #expect(pdf.resampled(on: pdf.r).g == pdf.g)
  }

  @Test func outsideIsZeroAndSaid() {
    #expect(pdf.resampled(on: [-1, 30.5, 100]).g == [0, 0, 0])
    #expect(pdf.lacking(0...29) == nil)
    #expect(pdf.lacking(0...40) == "no data from 29.99 to 40 Å; taken as zero")
    #expect(
      pdf.cut(5...10).lacking(0...20)
        == "no data from 0 to 5 Å and from 10 to 20 Å; taken as zero")
  }

  @Test func cutKeepsBothEnds() {
    let part = pdf.cut(2...2.05)
    #expect(part.r.count == 6)
    #expect(abs(part.r[0] - 2) < 1e-9 && abs(part.r[5] - 2.05) < 1e-9)
  }

  @Test func sumsAndDifferencesUndoEachOther() {
    let difference = pdf.plus(pdf.scaled(by: 2)).minus(pdf.scaled(by: 3))
    #expect(difference.largest < 1e-12 * pdf.largest)
  }

  @Test func theLargestValueBecomesOne() {
    #expect(pdf.normalised.g.max() == 1)
    let zero = PDF(name: "zero", r: [0, 1], g: [0, 0])
    #expect(zero.normalised == zero)
  }

  /// The standard deviation of 3000 numbers is known to 1.3 %; four of those are allowed.
  @Test func noiseHasItsSize() {
    var random = RandomGenerator(seed: 1)
    let noise = pdf.noisy(0.1, using: &random).minus(pdf)
    let deviation = (noise.g.reduce(0) { $0 + $1 * $1 } / Double(noise.g.count)).squareRoot()
    #expect(abs(deviation / (0.1 * pdf.largest) - 1) < 0.052)
  }
}
