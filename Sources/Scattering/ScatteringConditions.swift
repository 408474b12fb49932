import Numerics

/// How a PDF is measured or simulated.
///
/// The defaults are those of the paper's training PDFs.
public struct ScatteringConditions: Hashable, Sendable {
  /// Lower end of the Fourier transform, Å⁻¹.
  public var qmin = 0.7
  /// Upper end of the Fourier transform, Å⁻¹.
  public var qmax = 25.0
  /// Damping of the PDF by the instrument's resolution, exp(−(qdamp·r)²/2), Å⁻¹.
  public var qdamp = 0.0
  /// Isotropic displacement parameter B = 8π²⟨u²⟩, Å².
  public var biso = 0.3
  /// How widths of peaks depend on r.
  public var width = PeakWidth()
  /// First distance of the grid, Å.
  public var rmin = 0.0
  /// End of the grid, Å; not itself a point.
  public var rmax = 30.0
  /// Step of the grid, Å.
  public var rstep = 0.01
  /// How the integral over Q is taken.
  public var quadrature = Quadrature.exact

  public init() {}

  /// Sharpening of near peaks by correlated motion, σ² ∝ 1 − delta2/r², Å².
  public var delta2: Double {
    get { width[.delta2] }
    set { width[.delta2] = newValue }
  }

  /// Distances of the grid, in Å.
  public var r: [Double] {  // [points]
    (0..<points).map { rmin + Double($0) * rstep }
  }

  /// Number of distances of the grid; a rounding error more or less is none.
  public var points: Int { Int(clamping: ((rmax - rmin) / rstep - 1e-6).rounded(.up)) }

  /// Throws unless these conditions are possible.
  ///
  /// - Throws: `ScatteringError` that names the value and the possible ones.
  public func validate() throws(ScatteringError) {
    let values: [(Quantity, Double)] = [
      (.qmin, qmin), (.qmax, qmax), (.qdamp, qdamp), (.biso, biso), (.rmin, rmin),
      (.rmax, rmax), (.rstep, rstep),
    ]
    for (quantity, value) in values { try quantity.check(value) }
    try width.validate()
    try Quantity.qmin.check(qmin, below: .qmax, qmax)
    try Quantity.rmin.check(rmin, below: .rmax, rmax)
    guard (rmax - rmin) / rstep <= 1_000_000 else {
      throw ScatteringError(
        "rstep is \(rstep.plain) Å; that makes more than a million points", of: .rstep)
    }
  }
}
