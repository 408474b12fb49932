import AwkwardText
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

  /// The language reads the text that its literal means, and nothing of it is code.
  @Test func literalsAreReadAsTheirTexts() throws {
    let session = Session()
    let texts = AwkwardText.all + AwkwardText.all.map { "\\(print 1)\($0)\"; print 1" }
    for text in texts + [String(String.UnicodeScalarView(AwkwardText.everyScalar))] {
      try session.run(Source(name: "t", text: "x = \(Value.text(text).literal)"))
      guard case .text(let read)? = session["x"] else { return #expect(Bool(false)) }
      #expect(read.unicodeScalars.elementsEqual(text.unicodeScalars), "\(text.debugDescription)")
    }
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
