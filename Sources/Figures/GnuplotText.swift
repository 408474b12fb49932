import Glibc

/// How values are spelled in gnuplot scripts.
enum GnuplotText {
  /// Text in single quotes, between which gnuplot knows no escapes.
  ///
  /// Only scalars that show something pass, and no quote: whatever a file or a script holds, it is
  /// drawn, and never read as gnuplot's language. Scalars, not characters: gnuplot sees a quote
  /// also where an accent follows it.
  static func quoted(_ text: String) -> String {
    var drawn = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { drawn.append(drawable(scalar)) }
    return "'\(String(drawn))'"
  }

  /// The scalar, or what stands for it: a likeness of quotes, a blank for white space, and the
  /// replacement character for what steers or means nothing.
  private static func drawable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "'": return "\u{2019}"
    case "`": return "\u{2018}"
    case " "..."~": return scalar
    case _ where scalar.properties.isWhitespace: return " "
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned: return "\u{FFFD}"
    default: return scalar
    }
  }

  /// A label of a tic, whose percent signs gnuplot would take for a number's format.
  static func ticLabel(_ quoted: String) -> String { quoted.replacing("%", with: "%%") }

  /// Quoted text with quantities set as in print: G(r) in italics, Å⁻² with a raised exponent,
  /// Au₁₄₄ with a lowered number.
  ///
  /// What gnuplot would take for markup, as the underscore of a file's name, is kept as it is.
  static func typeset(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var script: Unicode.Scalar?  // ^ or _, while its braces are open
    for scalar in text.unicodeScalars {
      let small =
        superscripts[scalar].map { ("^" as Unicode.Scalar, $0) }
        ?? subscripts[scalar].map { ("_", $0) }
      if small?.0 != script {
        if script != nil { result.append("}") }
        if let mark = small?.0 { result += [mark, "{"] }
        script = small?.0
      }
      if small == nil, "\\^_{}@&~".unicodeScalars.contains(scalar) { result.append("\\") }
      result.append(small?.1 ?? scalar)
    }
    if script != nil { result.append("}") }
    var typeset = String(result)
    for (spelling, print) in quantities { typeset = typeset.replacingWord(spelling, with: print) }
    return quoted(typeset)
  }

  private static let superscripts: [Unicode.Scalar: Unicode.Scalar] = [
    "⁻": "−", "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6",
  ]

  private static let subscripts = Dictionary(
    uniqueKeysWithValues: zip("₀₁₂₃₄₅₆₇₈₉".unicodeScalars, "0123456789".unicodeScalars))

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

extension String {
  /// With a word replaced where no letter stands before or behind it: not the r of diameter (Å).
  fileprivate func replacingWord(_ word: String, with other: String) -> String {
    var result = ""
    var rest = self[...]
    while let found = rest.firstRange(of: word) {
      let before =
        result.isEmpty && found.lowerBound == rest.startIndex
        ? nil : (result + rest[..<found.lowerBound]).last
      let isWord =
        before?.isLetter != true && rest[found.upperBound...].first?.isLetter != true
      result += rest[..<found.lowerBound] + (isWord ? other : word)
      rest = rest[found.upperBound...]
    }
    return result + rest
  }
}
