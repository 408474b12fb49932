import Scattering

/// What a tree sees of a PDF: 300 values of G divided by the largest, then qmin, qmax and qdamp, as
/// the paper's classifier does.
///
/// The paper's has a class for every bond length and values every 0.1 Å. Here one shape is to look
/// alike at any bond length: the values stand every 0.1 Å from 1.5 Å on where the peak of nearest
/// neighbours stands at the reference bond, and in proportion elsewhere. What is measured at shorter distances
/// tells nothing of the particle.
package enum TreeFeatures {
  package static let count = points + 3
  private static let points = 300

  /// The features of a PDF; values that were not measured are NaN, conditions that its file does
  /// not name are those of the training's middle.
  package static func values(of pdf: PDF) -> [Float] {  // [count]
    let step = 0.1 * nearest(in: pdf) / referenceBond
    let places = (0..<points).map { step * Double(15 + $0) }
    let g = pdf.resampled(on: places).g
    let largest = g.max().map { $0 > 0 ? $0 : 1 } ?? 1
    let known = (pdf.r.first ?? 0) - 1e-6...max(pdf.r.last ?? 0, pdf.r.first ?? 0) + 1e-6
    let values = zip(places, g).map { known.contains($0) ? $1 / largest : .nan }
    return (values + [pdf.qmin ?? 1, pdf.qmax ?? 18.5, pdf.qdamp ?? 0.025]).map(Float.init)
  }

  /// Where the peak of nearest neighbours stands: the first maximum, among the distances that
  /// metals have, of 60 % of the highest. Ripples and ligands stay below, and in a simple cubic
  /// particle the peak of second neighbours is higher.
  private static func nearest(in pdf: PDF) -> Double {  // Å
    let row = pdf.resampled(on: (0...320).map { 1.9 + 0.005 * Double($0) })
    let highest = row.g.max() ?? 0
    let first = row.g.indices.dropFirst().dropLast().first {
      row.g[$0] >= 0.6 * highest && row.g[$0] > row.g[$0 - 1] && row.g[$0] >= row.g[$0 + 1]
    }
    return first.map { row.r[$0] } ?? referenceBond
  }
}
