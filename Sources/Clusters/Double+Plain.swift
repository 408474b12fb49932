extension Double {
  /// For messages: at most six decimals, and none where the number is whole.
  package var plain: String {
    let rounded = (self * 1e6).rounded() / 1e6
    guard let whole = Int(exactly: rounded) else { return "\(rounded)" }
    return "\(whole)"
  }
}
