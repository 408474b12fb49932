extension CurveFile {
  /// Whether the names of columns are those of a curve, or say nothing, so that it may be one.
  package static func areNames(ofCurve names: [String]) -> Bool {
    let roles = names.map { ColumnName($0).role }
    let hasX = roles.contains { [.distance, .wavenumber, .twoTheta].contains($0) }
    let hasY = roles.contains { if case .curve = $0 { true } else { false } }
    return hasX && hasY || roles.allSatisfy { $0 == .unnamed }
  }
}
