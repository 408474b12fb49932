import Foundation
import Script
import Testing

/// `files("…")`.
struct FilesTests {
  /// Runs a script in a session that looks in a folder with these files.
  private func run(_ code: String, in names: [String]) throws -> (output: String, folder: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "a[b]\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in names {
      let path = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try "".write(to: path, atomically: true, encoding: .utf8)
    }
    var output = ""
    let session = Session(output: { output += $0 }, errors: { output += $0 })
    session.folders = ["", folder.path]
    try session.run(Source(name: "test", text: code))
    return (output.replacing(folder.path + "/", with: ""), folder.path)
  }

  @Test func numbersCountByTheirValue() throws {
    let names = ["b.gr", "a10.gr", "a9.gr", "A1.gr", "a9b2.gr", "a9b10.gr", "x.txt", "a.gr/in.gr"]
    #expect(
      try run(#"print join(files("*.gr"), " ")"#, in: names).output
        == "A1.gr a9.gr a9b2.gr a9b10.gr a10.gr b.gr\n")
  }

  @Test func foldersBracketsAndQuestionMarks() throws {
    let names = ["run/1.gr", "run/2.gr", "run/10.fgr", "other/3.gr"]
    #expect(try run(#"print join(files("run/*.gr"))"#, in: names).output == "run/1.gr, run/2.gr\n")
    #expect(
      try run(#"print join(files("run/*.{gr,fgr}"))"#, in: names).output
        == "run/1.gr, run/2.gr, run/10.fgr\n")
    #expect(
      try run(#"print join(files("*/?.gr"))"#, in: names).output
        == "other/3.gr, run/1.gr, run/2.gr\n")
    #expect(try run(#"print join(files("run/[2-9].gr"))"#, in: names).output == "run/2.gr\n")
  }

  @Test func nothingIsAnEmptyListAndAWarning() throws {
    #expect(
      try run(#"print count(files("nothing/*.gr"))"#, in: ["a.gr"]).output
        == "warning: no file matches 'nothing/*.gr'\n0\n")
  }
}
