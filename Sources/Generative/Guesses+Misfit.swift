import Fitting
import Scattering

extension Guesses {
  /// The lowest Rw of the first structures, with scale, expansion, biso and delta2 fitted to 20 Å.
  ///
  /// A network answers to every PDF with what it knows. Of a PDF that is unlike all that its training
  /// showed, nothing that it draws has the PDF; what it says of sizes and motifs then means little.
  ///
  /// - Throws: `ScatteringError` where the PDF allows no fit.
  public func misfit() throws(ScatteringError) -> Double? {
    var refinement = Refinement()
    refinement.vary.append(.delta2)
    return try refinement.fit(list.prefix(Self.looked).map(\.structure), to: pdf).first?.rw
  }

  /// Structures that are fitted.
  private static let looked = 20
}
