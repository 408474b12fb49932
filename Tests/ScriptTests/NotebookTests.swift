import Script
import Testing

struct NotebookTests {
  private func cells(_ text: String) throws -> [String] {
    let session = Session()
    let notebook = Notebook(try session.parse(Source(name: "t", text: text)))
    let results = try notebook.run(in: session)
    return zip(notebook.cells, results).map { cell, result in
      switch cell {
      case .prose(let text): "prose: \(text)"
      case .code(let source, let span): "code: \(source[span]) → \(result.output)"
      }
    }
  }

  @Test func proseAndBlankLinesCutCode() throws {
    #expect(
      try cells("## # A\n## b\nx = 1\nprint x\n\nprint 2\n## c\n") == [
        "prose: # A\nb", "code: x = 1\nprint x → 1\n", "code: print 2 → 2\n", "prose: c",
      ])
  }

  @Test func blankLinesInsideStatementsDoNot() throws {
    let code = "for i in 1..2 {\n\n  ## no prose\n  print i\n}"
    #expect(try cells(code) == ["code: \(code) → 1\n2\n"])
  }

  @Test func valuesAloneAreShown() throws {
    #expect(try cells("[1, 2]") == ["code: [1, 2] → [1, 2]\n"])
  }
}

struct TranscriptTests {
  @Test(arguments: [
    (["x = 1", "x + 1", "_ * 2", "print _, _2"], "x = 1\n_2 = x + 1\n_3 = _2 * 2\nprint _3, _2\n"),
    (["1; 2", "print _"], "1; _1 = 2\nprint _1\n"),
    (["seed", "print \"\\(_)\""], "_1 = seed\nprint \"\\(_1)\"\n"),
    (["4", "5"], "4\n5\n"),
    (["1", "x = _; _", "print _"], "_1 = 1\nx = _1; _2 = _1\nprint _2\n"),
  ]) func reproducesTheSession(_ entries: [String], _ script: String) throws {
    let session = Session()
    var number = 0
    let transcript = Transcript(
      try entries.map { entry in
        number += 1
        var hasValue = false
        session.onValue = { value in
          hasValue = true
          session["_"] = value
          session["_\(number)"] = value
        }
        let program = try session.parse(Source(name: "\(number)>", text: entry))
        try session.run(program)
        return (number, program, hasValue)
      })
    #expect(transcript.script == script)
    #expect(throws: Never.self) { try Session().run(Source(name: "again", text: script)) }
  }
}
