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
  /// Sharpening of near peaks by correlated motion, σ² ∝ 1 − delta2/r², Å².
  public var delta2 = 0.0
  /// First distance of the grid, Å.
  public var rmin = 0.0
  /// End of the grid, Å; not itself a point.
  public var rmax = 30.0
  /// Step of the grid, Å.
  public var rstep = 0.01

  public init() {}
}
