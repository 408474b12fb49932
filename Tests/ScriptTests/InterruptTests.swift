import Script
import Synchronization
import Testing

/// Work on long lists and texts ends at Ctrl-C, wherever it is done.
struct InterruptTests {
  private func session() throws -> Session {
    let session = Session()
    try session.run(
      Source(
        name: "t",
        text: """
          xs = [3, 1, 2]
          tx = "a b c"
          t = table({a: [1, 2, 1], b: [4, 5, 6]})
          """))
    session.interrupt.raise()
    return session
  }

  @Test(arguments: [
    "xs + 1", "2 * xs", "xs + xs", "-xs", "xs[0..1]", "tx[0..2]", "\"\\(xs)\"", "[1, 2] in xs",
    "\"b\" in tx", "sqrt(xs)", "sorted(xs)", "median(xs)", "reversed(1..3)", "text(xs)",
    "join(xs, \" \")", "split(tx)", "replace(tx, \"b\", \"d\")", "find(tx, \"b\")", "upper(tx)",
    "trim(tx)", "number(\"1\")", "t.group(\"a\", mean: \"b\")", "t.join(t, by: \"a\")",
    "t.describe()", "t.csv()", "t.append(t)", "t.sort(\"a\")", "table([{a: 1}])",
  ]) func ends(_ code: String) throws {
    let session = try session()
    #expect(throws: Interrupted.self) {
      try session.run(Source(name: "t", text: "x = \(code)"))
    }
    #expect(session["x"] == nil)
    session.interrupt.clear()
    try session.run(Source(name: "t", text: "x = \(code)"))
    #expect(session["x"] != nil)
  }

  /// Lists that hold the same one twice, a hundred times over, would take longer than anyone lives.
  @Test(arguments: [
    "a == b", "a != b", "a in [b]", "unique([a, b])", "{a: a} == {a: b}", "{a: a} in [{a: b}]",
    "table({a: [a]}) == table({a: [b]})", "text(a)", "text(a, 2)", "\"\\(a)\"", "a * 2", "sqrt(a)",
    "-a",
  ]) func endsAmongLists(_ code: String) throws {
    let session = Session()
    try session.run(
      Source(
        name: "t",
        text: """
          def many() { x = [1]; for i in 1..100 { x = [x, x] }; return x }
          a = many(); b = many()
          """))
    session.interrupt.raise()
    #expect(throws: Interrupted.self) {
      try session.run(Source(name: "t", text: "x = \(code)"))
    }
    #expect(session["x"] == nil)
  }

  /// What Ctrl-C has cut is not shown.
  @Test(arguments: ["print xs", "xs", "print t", "t"]) func shows(_ code: String) throws {
    let session = try session()
    var output = ""
    session.output = { output += $0 }
    #expect(throws: Interrupted.self) { try session.run(Source(name: "t", text: code)) }
    #expect(output.isEmpty)
  }

  /// An accent belongs to its letter, and one line end of two characters is one.
  @Test(arguments: [
    (#"find("re\u{301}sume", "e")"#, "5"), (#"find("re\u{301}sume", "q")"#, "none"),
    (#"split("a\u{d}\nb\nc", "\n").count"#, "2"), (#"split("a,,b,", ",")"#, #"["a", "b"]"#),
    (#"replace("aaaa", "aaa", "b")"#, "ba"), (#"find("naïve ñ", "ñ")"#, "6"),
    (#"upper("straße")"#, "STRASSE"), (#""e" in "é""#, "false"), (#""" in "é""#, "true"),
  ]) func partsOfTexts(_ code: String, _ expected: String) throws {
    var output = ""
    let session = Session(output: { output += $0 })
    try session.run(Source(name: "t", text: "print \(code)"))
    #expect(output == expected + "\n")
  }
}
