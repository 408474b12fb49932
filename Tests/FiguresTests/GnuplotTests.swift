import Foundation
import Testing
import Figures

@Suite struct GnuplotTests {
  @Test func runsAScript() throws {
    try Gnuplot().draw("set terminal unknown\nplot x\n")
  }

  @Test(arguments: ["no-such-gnuplot", "/no/such/folder/gnuplot", "it's missing"])
  func missingProgramIsNamed(program: String) throws {
    let error = try #require(throws: FigureError.self) { try Gnuplot(program: program).draw("") }
    #expect(error.description.contains("no gnuplot found as '\(program)'"))
    #expect(error.description.contains("apt install gnuplot"))
  }

  @Test func refusedScriptIsExplainedByGnuplot() throws {
    let error = try #require(throws: FigureError.self) {
      try Gnuplot().draw("set terminal unknown\nplot nonsense\n")
    }
    #expect(error.description.contains("gnuplot refused the figure"))
    #expect(error.description.contains("undefined variable: nonsense"))
  }

  /// A program that stands for gnuplot.
  func impostor(_ shell: String) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try "#!/bin/sh\n\(shell)\n".write(toFile: path, atomically: true, encoding: .utf8)
    chmod(path, 0o700)
    return path
  }

  @Test(arguments: [
    "print system('touch PWNED')", "print `touch PWNED`", "!touch PWNED", "plot '< touch PWNED'",
    "set output '| touch PWNED'; plot x", "load '< touch PWNED'", "shell",
    "print \"`touch PWNED`\"", "set print '| touch PWNED'; print 1",
  ])
  func scriptsStartNoPrograms(script: String) throws {
    let witness = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    _ = try? Gnuplot(patience: 10).draw(
      "set terminal svg\n\(script.replacing("PWNED", with: witness))\n")
    #expect(!FileManager.default.fileExists(atPath: witness))
  }

  @Test func deadGnuplotIsAnErrorForLongScripts() throws {
    // Longer than any pipe holds, so that the writing end notices.
    let tail = String(repeating: "# a comment that is never read\n", count: 50_000)
    let dying = try impostor("kill -9 $$")
    defer { unlink(dying) }
    let error = try #require(throws: FigureError.self) { try Gnuplot(program: dying).draw(tail) }
    #expect(error.description.contains("gnuplot died (signal 9)"))
  }

  @Test func earlyExitIsAnError() throws {
    let tail = String(repeating: "# a comment that is never read\n", count: 50_000)
    let error = try #require(throws: FigureError.self) { try Gnuplot().draw("exit\n" + tail) }
    #expect(error.description.contains("before the end"))
  }

  @Test func endlessGnuplotIsGivenUp() throws {
    let error = try #require(throws: FigureError.self) {
      try Gnuplot(patience: 1).draw("while (1) { x = 1 }\n")
    }
    #expect(error.description.contains("did not finish within 1 s"))
  }

  @Test func brokenPipesDoNotEndTheProcess() throws {
    try Gnuplot().draw("set terminal unknown\n")
    var action = sigaction()
    sigaction(SIGPIPE, nil, &action)
    #expect(unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1)  // SIG_IGN
  }
}
