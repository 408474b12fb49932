import Numerics

extension RandomConditions: CustomStringConvertible {
  /// For help: `qmin 0.5 to 1.5 Å⁻¹, qdamp 0 to 0.05 Å⁻¹ (20 % of them 0), …`.
  public var description: String {
    var parts = rows.map(\.description)
    if let foreignPeak {
      let (first, last) = (foreignPeak.places.lowerBound.plain, foreignPeak.places.upperBound.plain)
      parts.append("now and then a peak at \(first) to \(last) Å that is not the metal's")
    }
    if paperShare > 0 {
      parts.append("\(Self.perCent(paperShare)) of all as in the paper but for the bond length")
    }
    return parts.joined(separator: ", ")
  }

  fileprivate static func perCent(_ share: Double) -> String {
    "\((100 * share).rounded().plain) %"
  }
}

extension RandomConditions.Row: CustomStringConvertible {
  public var description: String {
    let often = often.map {
      " (\(RandomConditions.perCent($0.share)) of them \(quantity.text($0.value)))"
    }
    return "\(quantity.label) \(quantity.text(range))\(often ?? "")"
  }
}
