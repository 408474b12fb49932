import Foundation

extension Double {
  /// For messages: at most six decimals, and none where the number is whole.
  package var plain: String {
    guard !isNaN else { return "nan" }  // whatever its sign
    let rounded = (self * 1e6).rounded() / 1e6
    guard let whole = Int(exactly: rounded) else { return "\(rounded)" }
    return "\(whole)"
  }
}

extension Double {
  /// With so many digits after the point.
  package func decimals(_ count: Int32) -> String {
    guard isFinite else { return "–" }
    var buffer = [CChar](repeating: 0, count: 400)
    _ = withVaList([count, self]) { vsnprintf(&buffer, buffer.count, "%.*f", $0) }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
  }
}
