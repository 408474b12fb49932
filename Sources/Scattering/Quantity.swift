import Numerics

/// A physical quantity of a measurement or a fit, with all that is said of it.
///
/// Conditions, fits, commands, headers of files, errors and docs read the same row. A row that is
/// in `fitted` can be varied by a fit, which needs its derivative in `FitProblem`.
public struct Quantity: Sendable {
  /// Its name, the same in Swift, in the language and in files.
  public let name: String

  /// Its only unit, where it has one.
  public let unit: String?

  /// Values that it can have at all.
  public let possible: ClosedRange<Double>

  /// What it is where nothing else is said.
  public let usual: Double

  /// Bounds of a fit that varies it, where nothing else is said.
  public let bounds: ClosedRange<Double>

  /// One sentence.
  public let help: String

  init(
    _ name: String, unit: String? = nil, _ possible: ClosedRange<Double>, usual: Double,
    bounds: ClosedRange<Double>? = nil, _ help: String
  ) {
    (self.name, self.unit, self.possible, self.usual) = (name, unit, possible, usual)
    (self.bounds, self.help) = (bounds ?? possible, help)
  }

  /// Throws unless a value is possible.
  ///
  /// - Throws: `ScatteringError` that names the quantity and its possible values.
  public func check(_ value: Double) throws(ScatteringError) {
    guard !possible.contains(value) else { return }
    let unit = unit.map { " " + $0 } ?? ""
    throw ScatteringError(
      "\(name) is \(value.plain)\(unit), but must be between \(possible.lowerBound.plain) and "
        + "\(possible.upperBound.plain)\(unit)", of: self)
  }

  /// Throws unless a value is below that of another quantity of the same unit.
  ///
  /// - Throws: `ScatteringError` that names both.
  public func check(
    _ value: Double, below other: Quantity, _ end: Double
  ) throws(ScatteringError) {
    guard !(value < end) else { return }
    let unit = unit.map { " " + $0 } ?? ""
    throw ScatteringError(
      "\(name) is \(value.plain)\(unit), but must be below \(other.name), \(end.plain)\(unit)",
      of: self)
  }
}

extension Quantity: Hashable {
  public static func == (a: Quantity, b: Quantity) -> Bool { a.name == b.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// As its name.
extension Quantity: Codable {
  public init(from decoder: any Decoder) throws {
    let name = try decoder.singleValueContainer().decode(String.self)
    guard let row = Self.fitted.first(where: { $0.name == name }) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no quantity '\(name)'"))
    }
    self = row
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}

extension Quantity {
  public static let scale = Quantity(
    "scale", 0...1e6, usual: 1, bounds: 0...(.infinity), "factor of the whole PDF")
  public static let expansion = Quantity(
    "expansion", 0.1...10, usual: 1, bounds: 0.85...1.2, "factor of all distances")
  public static let biso = Quantity(
    "biso", unit: "Å²", 0...50, usual: 1, bounds: 0...3, "displacement parameter B = 8π²⟨u²⟩")
  public static let delta2 = Quantity(
    "delta2", unit: "Å²", 0...100, usual: 0, bounds: 0...7,
    "sharpening of near peaks, σ² ∝ 1 − delta2/r²")
  public static let delta1 = Quantity(
    "delta1", unit: "Å", 0...100, usual: 0, bounds: 0...2.5,
    "sharpening of near peaks at high temperature, σ² ∝ 1 − delta1/r")
  public static let qbroad = Quantity(
    "qbroad", unit: "Å⁻¹", 0...10, usual: 0, bounds: 0...0.1,
    "broadening of far peaks by the instrument, σ² ∝ 1 + (qbroad·r)²")
  public static let qdamp = Quantity(
    "qdamp", unit: "Å⁻¹", 0...10, usual: 0.04, bounds: 0...0.2,
    "damping by the instrument, exp(−(qdamp·r)²/2)")

  public static let diameter = Quantity(
    "diameter", unit: "Å", 2...100_000, usual: 1e5, bounds: 6...200,
    "mean diameter of the spheres that are cut of a crystal, or of the particles of an ensemble")
  public static let spread = Quantity(
    "spread", 0...2, usual: 0, bounds: 0.02...0.6,
    "standard deviation of the diameters over their mean, log-normal")
  public static let strain = Quantity(
    "strain", -0.3...0.3, usual: 0, bounds: -0.1...0.1,
    "strain of a five-fold or twenty-fold particle, u = strain·r·ln(r/R); of others that of z, of a "
      + "hcp crystal that of c")
  public static let faults = Quantity(
    "faults", 0...1, usual: 0,
    "probability that a layer of a fcc crystal lies as in hcp, and of a hcp one as in fcc")
  public static let offset = Quantity(
    "offset", unit: "Å⁻²", -100...100, usual: 0, bounds: -5...5, "constant added to G(r)")
  public static let slope = Quantity(
    "slope", unit: "Å⁻³", -10...10, usual: 0, bounds: -1...1, "factor of r that is added to G(r)")

  /// What a fit can vary.
  public static let fitted: [Quantity] = [
    scale, expansion, biso, delta1, delta2, qbroad, qdamp, diameter, spread, strain, faults,
    offset, slope,
  ]

  /// What a particle has, in a crystal or without.
  public static let envelope: [Quantity] = [diameter, spread]

  public static let qmin = Quantity(
    "qmin", unit: "Å⁻¹", 0...100, usual: 0.7, "lower end of the Fourier transform")
  public static let qmax = Quantity(
    "qmax", unit: "Å⁻¹", 0.1...100, usual: 25, "upper end of the Fourier transform")
  public static let rmin = Quantity("rmin", unit: "Å", 0...1000, usual: 0, "first distance")
  public static let rmax = Quantity(
    "rmax", unit: "Å", 0...1000, usual: 30, "end of the distances, itself left out")
  public static let rstep = Quantity(
    "rstep", unit: "Å", 0.0001...10, usual: 0.01, "step of the distances")
  public static let qstep = Quantity("qstep", unit: "Å⁻¹", 0.0001...10, usual: 0.02, "step of Q")

  public static let temperature = Quantity(
    "temperature", unit: "K", 0...10_000, usual: 293, "temperature of the sample")
  public static let density = Quantity(
    "density", unit: "Å⁻³", 1e-4...1, usual: 0.06, "atoms per volume")

  /// The longest distance that a transform is made for.
  public static let reach = Quantity(
    "reach", unit: "Å", 0...10_000, usual: 30, "the longest distance")
}
