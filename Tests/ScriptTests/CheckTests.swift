import FoundationEssentials
import Script
import Testing

struct CheckTests {
  private func problems(_ code: String) throws -> [String] {
    let session = Session(commands: [.particle])
    session["arguments"] = .list([])
    session.folders = [GoldenTests.folder.path()]
    let program = try session.parse(Source(name: "t", text: code))
    return session.problems(in: program).map { "\($0.place.dropFirst(2)) \($0.message)" }
  }

  @Test(arguments: [
    ("print mesured", ["1:7 no variable 'mesured'"]),
    ("if false { x = nothing(1) }", ["1:16 no function or command 'nothing'"]),
    ("particle 3, bnd: 2", ["1:13 particle has no argument 'bnd'"]),
    ("x = particle()", ["1:5 particle needs the argument 'count': number of atoms"]),
    ("def f(a) { return a + b }", ["1:23 no variable 'b'"]),
    ("def f(a) { c = a }\nf(1)\nprint c", ["3:7 no variable 'c'"]),
    ("def f(a) { }\nf()", ["2:1 f needs the argument 'a'"]),
    ("print y\nprint z", ["1:7 no variable 'y'", "2:7 no variable 'z'"]),
  ]) func finds(_ code: String, _ expected: [String]) throws {
    #expect(try problems(code) == expected)
  }

  @Test(arguments: [
    "def f() { return g() }\ndef g() { return x }\nx = 1\nprint f()",
    "print arguments", "for i, x in [1] { print i, x }", "print [x for x in [1]]",
    "t = table([\"n\"], [[1]])\nprint t.where(n > 0)",
    "use \"used-definitions.deep\"\nprint double(constant)",
    "path = \"a\" + \".deep\"\nuse path\nprint whatever(it.makes)",
    "time { y = 1 }\nprint y", "sum = 1\nprint sum + sum([1])",
  ]) func acceptsWhatRuns(_ code: String) throws {
    #expect(try problems(code) == [])
  }
}

struct SessionTests {
  @Test func interruptStopsALoop() throws {
    let session = Session()
    session.interrupt.raise()
    #expect(throws: Interrupted.self) {
      try session.run(Source(name: "t", text: "while true { }"))
    }
    #expect(throws: Interrupted.self) {
      try session.run(Source(name: "t", text: "for i in 1..10 { }"))
    }
    session.interrupt.clear()
    #expect(throws: Never.self) {
      try session.run(Source(name: "t", text: "for i in 1..10 { }"))
    }
  }

  @Test func anErrorKeepsWhatWasDone() throws {
    let session = Session()
    #expect(throws: Diagnostic.self) {
      try session.run(Source(name: "t", text: "x = 1\ny = [1][2]\n"))
    }
    #expect(session["x"] == .number(1))
    #expect(session.variableNames == ["x"])
  }

  @Test func anErrorInAUsedScriptTellsWhoUsedIt() throws {
    let session = Session()
    session.folders = [GoldenTests.folder.path()]
    let error = #expect(throws: Diagnostic.self) {
      try session.run(Source(name: "t.deep", text: "x = 1\nuse \"used-broken.deep\""))
    }
    #expect(error?.message == "no variable 'nothing'")
    #expect(error?.place.hasSuffix("used-broken.deep:1:7") == true)
    #expect(error?.trace == ["used at t.deep:2:1"])
  }

  @Test func wideTablesKeepTheirAlignment() {
    let text = "title that is longer than the table\na         b\n────  ─────\n1     long text"
    #expect(Session.fitted(text, 100) == text)
    let narrow =
      "x\n" + String(repeating: "─", count: 30) + "\n" + String(repeating: "y", count: 30)
    #expect(Session.fitted(narrow, 25).split(separator: "\n").allSatisfy { $0.count <= 25 })
  }

  @Test func jsonIsOneLineAValue() throws {
    var output = ""
    let session = Session(commands: [.particle], output: { output += $0 })
    session.printsJSON = true
    try session.run(
      Source(name: "t", text: "print \"a\\n\", 1\nparticle 13\ntable([\"n\"], [[1 / 0]])"))
    #expect(
      output == """
        ["a\\n",1]
        {"kind":"particle","count":13,"bond":2.5}
        [{"n":null}]

        """)
  }

  @Test func figuresShowInLoopsOthersDoNot() throws {
    var shown: [String] = []
    let session = Session(commands: [.sketch])
    session.onValue = { shown.append($0.text) }
    try session.run(
      Source(
        name: "t", text: "for i in 1..2 { sketch i; i }\nx = sketch 3\ndef f() { sketch 4 }\nf()"))
    #expect(shown == ["sketch 1", "sketch 2"])
  }
}

private struct Sketch: ScriptFigure {
  static let typeName = "sketch"
  static let fields: [Field<Sketch>] = []
  let number: Int
  var summary: String { "sketch \(number)" }
  var digest: String { summary }
  func write(to path: String) throws {}
  func svg() throws -> String { "<svg/>" }
  func png() throws -> [UInt8] { [] }
  func show(in session: Session) throws {}
}

extension Command {
  fileprivate static let sketch = Command(
    "sketch", "a figure", Parameter<Int>("number", "which"), topic: "figures"
  ) { _, number in Sketch(number: number) }
}
