import Foundation

/// Rows of numbers for files that tests make up.
enum MadeUpCurve {
  /// A curve like a G(r): it starts from 0, falls, and has decaying peaks.
  static func value(_ r: Double) -> Double {
    exp(-r / 8) * sin(2.2 * r) - 0.2 * r * exp(-r)
  }

  static let r = (0..<60).map { Double($0) * 0.05 }
  static var g: [Double] { r.map(value) }

  /// A row for each distance, by a format of r and G.
  static func rows(_ format: String = "%.2f %.6f") -> String {
    r.map { String(format: format, $0, value($0)) }.joined(separator: "\n") + "\n"
  }

  /// A row for each distance, with further columns made of r and G.
  static func rows(_ columns: (Double, Double) -> [Double]) -> String {
    r.map { r in
      columns(r, value(r)).map { String(format: "%.6f", $0) }.joined(separator: " ")
    }.joined(separator: "\n") + "\n"
  }
}
