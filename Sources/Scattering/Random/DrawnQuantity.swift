import Numerics

/// A quantity that random conditions draw.
public enum DrawnQuantity: String, Codable, CodingKey, CaseIterable, Sendable {
  case qmin, qmax, qdamp, biso, delta2, bond, end
  /// Displacements of nearest neighbours in units of the others', as their motion is correlated.
  case sharpening
  /// Standard deviation of noise in units of the largest G.
  case noise

  /// What help calls it.
  var label: String {
    switch self {
    case .bond: "bond length"
    case .end: "last distance"
    case .sharpening: "displacement of nearest neighbours"
    case .qmin, .qmax, .qdamp, .biso, .delta2, .noise: rawValue
    }
  }

  /// `0.5 to 1.5 Å⁻¹`
  func text(_ range: ClosedRange<Double>) -> String {
    let (low, high) = (text(range.lowerBound), text(range.upperBound))
    return (low == high ? low : "\(low) to \(high)") + unit
  }

  func text(_ value: Double) -> String { (self == .noise ? 100 * value : value).plain }

  private var unit: String {
    switch self {
    case .bond, .end: " Å"
    case .noise: " % of the largest G"
    case .sharpening: " of the others'"
    case .qmin, .qmax, .qdamp, .biso, .delta2:
      [Quantity.qmin, .qmax, .qdamp, .biso, .delta2].first { $0.name == rawValue }?.unit
        .map { " \($0)" } ?? ""
    }
  }

  /// Where a draw holds it.
  var place: any WritableKeyPath<DrawnConditions, Double> & Sendable {
    switch self {
    case .qmin: \.qmin
    case .qmax: \.qmax
    case .qdamp: \.qdamp
    case .biso: \.biso
    case .delta2: \.delta2
    case .bond: \.bond
    case .end: \.end
    case .sharpening: \.sharpening
    case .noise: \.noise
    }
  }
}
