import Script
import Testing

struct ShownTextTests {
  @Test func whatSteersIsShown() {
    #expect("a\u{1B}[2J\u{7}\u{7F}\u{9B}\u{202E}b\t\n".shown == "a␛[2J␇␡\u{FFFD}\u{FFFD}b\t\n")
    #expect("\r\n".shown == "␍\n")
    #expect("Å⁻¹ é e\u{301} 👩‍🔬".shown == "Å⁻¹ é e\u{301} 👩‍🔬")
  }

  @Test func oneLineIsOne() {
    let text = "a\nprint 1\r\n\u{2028}b\u{85}c\u{B}d".shownOnOneLine
    #expect(text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count == 1)
  }

  /// No scalar of Unicode that is shown can steer, end a line, or turn the direction of text.
  @Test func noScalarSteers() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for shown in String(scalar).shownOnOneLine.unicodeScalars {
        let isSteering =
          shown.properties.generalCategory == .control
          || shown.properties.isBidiControl || shown == "\u{2028}" || shown == "\u{2029}"
        #expect(!isSteering, "\(String(value, radix: 16))")
      }
    }
  }
}
