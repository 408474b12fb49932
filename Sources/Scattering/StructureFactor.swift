import Clusters

/// A measured S(Q), S(Q) − 1 or F(Q), of which the PDF is the Fourier transform.
public struct StructureFactor: Sendable, Equatable {
  /// The file's name.
  public let name: String
  /// Which of them the values are: S(Q), S(Q) − 1 or F(Q) = Q (S(Q) − 1).
  public let kind: CurveKind
  /// Å⁻¹, ascending.
  public let q: [Double]  // [points]
  /// As the file gives them.
  public let values: [Double]  // [points]
  /// Standard errors of the values, where the file gives any.
  public let errors: [Double]?  // [points]
  /// Damping and broadening by the instrument, Å⁻¹, where they are known.
  public let qdamp: Double?
  public let qbroad: Double?
  /// K.
  public let temperature: Double?
  public let composition: Composition?
  /// All keys of the file's header.
  public let header: [HeaderEntry]
  /// What was mended and what was left out when the file was read.
  public let notes: [String]

  init(
    name: String, kind: CurveKind, _ points: CurvePoints, _ measurement: Measurement,
    header: [HeaderEntry], notes: [String]
  ) {
    self.name = name
    self.kind = kind
    q = points.x
    values = points.y
    errors = points.errors
    qdamp = measurement.qdamp
    qbroad = measurement.qbroad
    temperature = measurement.temperature ?? NameNumber.temperature(in: name)
    composition = measurement.composition
    self.header = header
    self.notes = notes
  }

  /// F(Q) = Q (S(Q) − 1), in Å⁻¹.
  public var f: [Double] {  // [points]
    switch kind {
    case .s: zip(q, values).map { $0 * ($1 - 1) }
    case .excess: zip(q, values).map { $0 * $1 }
    default: values
    }
  }

  /// S(Q).
  public var s: [Double] {  // [points]
    kind == .s ? values : zip(q, f).map { $0 > 0 ? $1 / $0 + 1 : 1 }
  }
}
