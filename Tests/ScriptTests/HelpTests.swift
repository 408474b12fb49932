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
    #expect(help.search("nowhere") == "nothing found for \"nowhere\"")
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

  @Test(arguments: [(0.2, "1 s"), (59, "59 s"), (125, "2:05 min"), (3720, "1:02 h")])
  func durations(_ seconds: Double, _ text: String) {
    #expect(Progress.duration(seconds) == text)
  }

  @Test func nothingWithoutATerminal() {
    var output = ""
    let session = Session(errors: { output += $0 })
    let progress = session.progress("training")
    progress.update(1)
    progress.end()
    #expect(output == "")
    session.isTerminal = true
    let seen = session.progress("training")
    seen.update(1)
    seen.end()
    #expect(output.contains("training  1  "))
    #expect(output.hasSuffix("\r\u{1B}[K"))
  }
}
