import Foundation
import Script
import Testing

/// What a session keeps of scripts that it uses, and what it warns of.
struct UseTests {
  @Test func aChangedScriptRunsAgain() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "use-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "used.deep")
    var output = ""
    let session = Session(output: { output += $0 })
    func use(_ text: String) throws {
      try text.write(to: path, atomically: true, encoding: .utf8)
      try session.run(Source(name: "test", text: "use \"\(path.path())\"\nprint f()"))
    }
    try use("def f() { return 1 }\nprint \"run\"")
    try use("def f() { return 1 }\nprint \"run\"")
    session.errors = { output += $0 }
    try use("7\ndef f() { return 2 }\nprint \"run\"")
    #expect(output == "run\n1\n1\nrun\n2\n")
  }

  @Test func aValueThatNothingUsesIsToldOnce() throws {
    var warnings = ""
    let session = Session(errors: { warnings += $0 })
    try session.run(
      Source(name: "s", text: "def f(x) { x + 1 }\nfor i in 1..3 { f(i); g = f(i) }\nf(1)"))
    #expect(
      warnings
        == "warning: s:1:12: the number 2 is made here and not used; "
        + "'return' hands it back, 'print' shows it\n")
  }

  @Test func aTableIsNoWiderThanTheTerminal() throws {
    var output = ""
    let session = Session(output: { output += $0 })
    session.isTerminal = true
    session.width = 24
    try session.run(
      Source(
        name: "s",
        text: """
          t = table({name: ["a"], first: [123456789], second: [123456789], third: [1]})
          t
          print t
          """))
    let shown = """
      name      first
      ────  ─────────
      a     123456789
      … 2 more columns: second, third

      """
    #expect(output == shown + shown)
  }
}
