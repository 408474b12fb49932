import Script
import Testing

struct SourceTests {
  @Test(arguments: [
    ("abc", 1, 1, 2), ("a\nbc\n", 3, 2, 2), ("Åb", 2, 1, 2), ("", 0, 1, 1), ("a\n", 2, 2, 1),
  ]) func position(_ text: String, _ offset: Int, _ line: Int, _ column: Int) {
    let position = Source(name: "t", text: text).position(of: offset)
    #expect(position.line == line)
    #expect(position.column == column)
  }

  @Test(
    arguments: [
      ([0x61, 0x00], "byte 2 is 0x0"), ([0x61, 0xFF], "byte 2 is 0xff"),
      ([0x61, 0xC3], "byte 2 is 0xc3"),
    ] as [([UInt8], String)]) func binaryIsNoScript(_ bytes: [UInt8], _ place: String)
  {
    let error = #expect(throws: Diagnostic.self) { try Source(name: "b", bytes: bytes) }
    #expect(error?.message.contains(place) == true)
  }
}

struct DiagnosticTests {
  private func error(_ text: String, _ start: Int, _ end: Int) -> String {
    Diagnostic(
      "wrong", in: Source(name: "f.deep", text: text), at: Span(start, end), phase: .running,
      suggestion: "put it right"
    ).description
  }

  @Test func showsLineAndCaret() {
    #expect(
      error("x = 1\nprint mesured, 2", 12, 19) == """
        f.deep:2:7: error: wrong
          print mesured, 2
                ^~~~~~~
          put it right
        """)
  }

  @Test func keepsTabsUnderTabs() {
    #expect(error("\tab c", 4, 5).contains("\n  \tab c\n  \t   ^\n"))
  }

  @Test func cutsLongLines() {
    let text = String(repeating: "a", count: 5000) + " b " + String(repeating: "c", count: 5000)
    let lines = error(text, 5001, 5002).split(separator: "\n")
    #expect(lines[1].count < 110)
    #expect(
      lines[2].count - 1
        == lines[1].distance(
          from: lines[1].startIndex, to: lines[1].firstIndex(of: "b") ?? lines[1].endIndex))
  }
}

struct SuggestionTests {
  @Test(
    arguments: [
      ("mesured", "measured"), ("pritn", "print"), ("RW", "rw"), ("xyz", nil), ("a", nil),
    ] as [(String, String?)]) func nearest(_ word: String, _ expected: String?)
  {
    #expect(Suggestion.nearest(to: word, among: ["measured", "print", "rw", "b"]) == expected)
  }

  /// Optimal string alignment distances, by hand.
  @Test(arguments: [("kitten", "sitting", 3), ("ab", "ba", 1), ("", "abc", 3), ("abc", "abc", 0)])
  func edits(_ a: String, _ b: String, _ expected: Int) {
    #expect(Suggestion.edits(from: Array(a), to: Array(b)) == expected)
    #expect(Suggestion.edits(from: Array(b), to: Array(a)) == expected)
  }
}
