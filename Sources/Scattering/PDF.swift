/// A reduced pair distribution function G(r), measured or simulated.
public struct PDF: Sendable {
  /// Where it came from: a file's name or a cluster's label.
  public var name: String
  /// Distances in Å, ascending.
  public var r: [Double]  // [points]
  /// G(r) in Å⁻².
  public var g: [Double]  // [points]
  /// Lower end of the Fourier transform, Å⁻¹, where it is known.
  public var qmin: Double?
  /// Upper end of the Fourier transform, Å⁻¹, where it is known.
  public var qmax: Double?
  /// Chemical composition as the file gives it, such as `Au144 S60 C180`.
  public var composition: String?

  public init(
    name: String, r: [Double], g: [Double],
    qmin: Double? = nil, qmax: Double? = nil, composition: String? = nil
  ) {
    precondition(r.count == g.count, "\(r.count) distances, \(g.count) values")
    self.name = name
    self.r = r
    self.g = g
    self.qmin = qmin
    self.qmax = qmax
    self.composition = composition
  }
}
