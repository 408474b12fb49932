import Clusters

/// A reduced pair distribution function G(r), measured or simulated.
public struct PDF: Codable, Sendable, Equatable {
  /// Where it came from: a file's name or a cluster's label.
  public var name: String
  /// Distances in Å, ascending.
  public var r: [Double]  // [points]
  /// G(r) in Å⁻².
  public var g: [Double]  // [points]
  /// Standard errors of G(r) in Å⁻², where the file gives any.
  public var errors: [Double]?  // [points]
  /// Lower end of the Fourier transform, Å⁻¹, where it is known.
  public var qmin: Double?
  /// Upper end of the Fourier transform, Å⁻¹, where it is known.
  public var qmax: Double?
  /// Damping by the instrument's resolution, Å⁻¹, where it is known.
  public var qdamp: Double?
  /// Broadening of peaks by the instrument's resolution, Å⁻¹, where it is known.
  public var qbroad: Double?
  /// Temperature of the sample in K, where it is known.
  public var temperature: Double?
  /// All elements of the sample, where they are known.
  public var composition: Composition?
  /// All keys of the file's header.
  public var header: [HeaderEntry] = []
  /// What was mended and what was left out when the file was read.
  public var notes: [String] = []

  public init(
    name: String, r: [Double], g: [Double], qmin: Double? = nil, qmax: Double? = nil,
    qdamp: Double? = nil, composition: Composition? = nil
  ) {
    precondition(r.count == g.count, "\(r.count) distances, \(g.count) values")
    self.name = name
    self.r = r
    self.g = g
    self.qmin = qmin
    self.qmax = qmax
    self.qdamp = qdamp
    self.composition = composition
  }

  /// The metal that the composition has most of: `Au144 S60 C180` is gold.
  public var metal: Element? { composition?.metal }

  /// Why this may be no PDF of a particle of one metal, in words; none where nothing speaks
  /// against it.
  public var doubts: [String] {
    [CurveShape.fault(r: r, g: g, qmax: qmax), composition?.caution].compactMap { $0 }
  }
}
