import Glibc

/// How values are spelled in gnuplot scripts.
enum GnuplotText {
  /// Text in single quotes, in which gnuplot knows no escapes.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "''").replacing("\n", with: " ") + "'"
  }

  /// Quoted text with quantities set as in print: G(r) in italics, Å⁻² with a raised exponent,
  /// Au₁₄₄ with a lowered number.
  ///
  /// What gnuplot would take for markup, as the underscore of a file's name, is kept as it is.
  static func typeset(_ text: String) -> String {
    var result = ""
    var script: Character?  // ^ or _, while its braces are open
    for character in text {
      let small =
        superscripts[character].map { ("^" as Character, $0) }
        ?? subscripts[character].map { ("_", $0) }
      if small?.0 != script {
        if script != nil { result += "}" }
        if let mark = small?.0 { result += "\(mark){" }
        script = small?.0
      }
      if small == nil, "\\^_{}@&~".contains(character) { result += "\\" }
      result.append(small?.1 ?? character)
    }
    if script != nil { result += "}" }
    for (spelling, print) in quantities { result = result.replacing(spelling, with: print) }
    return quoted(result)
  }

  private static let superscripts: [Character: Character] = [
    "⁻": "−", "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6",
  ]

  private static let subscripts = Dictionary(
    uniqueKeysWithValues: zip("₀₁₂₃₄₅₆₇₈₉", "0123456789"))

  private static let quantities = [
    ("G(r)", "{/:Italic G}({/:Italic r})"), ("r (Å)", "{/:Italic r} (Å)"),
    ("Rw", "{/:Italic R}_w"),
  ]

  /// A colour in gnuplot's words; its first byte is transparency, not opacity.
  static func colour(_ colour: Colour) -> String {
    "rgb '#\(hex(colour))'"
  }

  static func hex(_ colour: Colour) -> String {
    let clear = UInt32(((1 - colour.opacity) * 255).rounded())
    return clear == 0 ? digits(colour.rgb, 6) : digits(clear << 24 | colour.rgb, 8)
  }

  private static func digits(_ value: UInt32, _ count: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(count - text.count, 0)) + text
  }

  /// A number with so many significant digits; NaN where there is none, which gnuplot leaves out.
  static func number(_ value: Double, digits: Int32 = 6) -> String {
    guard value.isFinite else { return "NaN" }
    var buffer = [CChar](repeating: 0, count: 32)
    _ = withVaList([digits, value]) { vsnprintf(&buffer, buffer.count, "%.*g", $0) }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
  }
}
