import Script
import Testing

struct HelpTests {
  private let help = Help(CommandSet([.particle, .weigh]), width: 60)

  @Test func pageDerivesFromTheDeclaration() {
    #expect(
      help.page("particle") == """
        particle: a particle

          particle count, bond: 2.5, shape: "fcc"

          count  whole number  number of atoms
          bond   number, Å     bond length (default 2.5)
          shape  text          how it is packed: "fcc", "hcp"
                               (default "fcc")

        example
          p = particle 13, bond: 2.6

        more: ??particle
        """)
  }

  @Test func longPageHasAllExamples() {
    #expect(help.longPage("particle")?.contains("shape: \"hcp\"") == true)
    #expect(help.page("nothing") == nil)
  }

  @Test func overviewSortsByTopic() {
    #expect(help.overview.hasPrefix("particles\n  particle  a particle\n  weigh     the atoms"))
  }

  @Test func searchLooksEverywhere() {
    #expect(help.search("packed") == "  particle  a particle")
    #expect(help.search("how do I weigh atoms?").hasPrefix("  weigh "))
    #expect(help.search("nowhere") == "nothing found for \"nowhere\"")
  }

  @Test func startIsOneScreen() {
    let set = CommandSet(Session().commands.all + [.particle, .weigh], beginning: ["a = 1"])
    let lines = Help(set).start.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "To begin, type:")
    #expect(lines.count < 23 && lines.allSatisfy { $0.count <= 80 })
  }

  @Test func wordsOfTheLanguageHaveExamplesThatRun() throws {
    for name in Help.wordNames where name != "use" {
      let text = try #require(help.word(name))
      let example = text.split(separator: "\n").dropFirst().joined(separator: "\n")
      #expect(throws: Never.self) { try Session().run(Source(name: name, text: example)) }
    }
    #expect(help.word("for")?.hasPrefix("for: go through a list") == true)
  }

  @Test func variablesTellWhatTheyAre() throws {
    let session = Session()
    try session.run(
      Source(
        name: "s", text: "t = table([\"n\"], [[1]]); r = {a: 1}\ndef f(x, y: 2) { return x }"))
    #expect(
      help.about("t", in: session) == """
        t: table of 1 rows: n

        fields
          count    number of rows
          columns  names of the columns
          n        a column

        t[0] … t[0] are its elements
        """)
    #expect(help.about("r", in: session) == "r: record: {a: 1}\n\nfields\n  a  number: 1")
    #expect(help.about("f", in: session) == "f(x, y: …): a function of yours, from s")
    #expect(help.about("nothing", in: session) == nil)
  }

  @Test func linesKeepTheWidth() {
    let lines = (help.page("weigh") ?? "").split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 60 })
  }
}

struct ProgressTests {
  @Test func lineTellsWhatIsLeft() {
    let progress = Session().progress("training", total: 200)
    #expect(
      progress.line(50, seconds: 10, "loss 0.1")
        == "training  █████░░░░░░░░░░░░░░░  50/200  5.0/s  30 s left  loss 0.1")
  }

  /// What is worked on may have the name of a file.
  @Test func lineSteersNoTerminal() {
    let progress = Session().progress("solving \u{1B}]52;c;\u{7}a\n.gr", total: 2)
    #expect(
      progress.line(2, seconds: 1, "\r\u{9B}2J")
        == "solving ␛]52;c;␇a .gr  ████████████████████  2/2  2.0/s  0 s left  ␍\u{FFFD}2J")
  }

  @Test(arguments: [(0.2, "1 s"), (59, "59 s"), (125, "2:05 min"), (3720, "1:02 h")])
  func durations(_ seconds: Double, _ text: String) {
    #expect(Progress.duration(seconds) == text)
  }

  @Test func nothingWithoutATerminal() async throws {
    var output = ""
    let session = Session(errors: { output += $0 })
    let progress = session.progress("training")
    progress.update(1)
    progress.end()
    #expect(output == "")
    session.isTerminal = true
    let seen = session.progress("training")
    seen.update(1)
    #expect(output == "", "what is done at once needs no line")
    try await Task.sleep(for: .milliseconds(310))
    seen.update(1)
    seen.end()
    #expect(output.contains("training  1  "))
    #expect(output.hasSuffix("\r\u{1B}[K"))
  }
}
