import Clusters
import Numerics

/// What is said of a file beside its header; it wins over the header.
public struct SaidConditions: Sendable, Equatable {
  public var qmin: Double?
  public var qmax: Double?
  public var qdamp: Double?
  public var qbroad: Double?
  /// K.
  public var temperature: Double?
  public var composition: Composition?
  /// Which column is the curve.
  public var column: ColumnChoice?
  /// Atoms per Å³, which make G(r) of g(r).
  public var density: Double?

  public init() {}

  /// - Throws: `ScatteringError` that names the value and the possible ones.
  public func validate() throws(ScatteringError) {
    let values: [(Quantity, Double?)] = [
      (.qmin, qmin), (.qmax, qmax), (.qdamp, qdamp), (.qbroad, qbroad),
      (.temperature, temperature), (.density, density),
    ]
    for case (let quantity, let value?) in values { try quantity.check(value) }
  }
}

extension Measurement {
  /// This measurement with what is said in place of what the header says.
  ///
  /// - Throws: `FileError` where the two do not go together.
  func overruled(by said: SaidConditions, path: String) throws(FileError) -> Measurement {
    var measurement = self
    measurement.qmin = said.qmin ?? qmin
    measurement.qmax = said.qmax ?? qmax
    measurement.qdamp = said.qdamp ?? qdamp
    measurement.qbroad = said.qbroad ?? qbroad
    measurement.temperature = said.temperature ?? temperature
    measurement.composition = said.composition ?? composition
    if let qmin = measurement.qmin, let qmax = measurement.qmax, qmin >= qmax {
      throw FileError(path, "qmin is \(qmin.plain) Å⁻¹, but must be below qmax, \(qmax.plain) Å⁻¹")
    }
    return measurement
  }
}
