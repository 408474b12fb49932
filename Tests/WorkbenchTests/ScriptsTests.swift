import Foundation
import Script
import Testing
import Workbench

/// The scripts that the repository holds.
struct ScriptsTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../scripts").standardized

  private static let scripts = ["", "lessons", "transcripts"].flatMap { part in
    let files = try! FileManager.default.contentsOfDirectory(
      at: folder.appending(path: part), includingPropertiesForKeys: nil)
    return files.filter { $0.pathExtension == "deep" }.map(\.path).sorted()
  }

  /// A new command may take a name that a script has used for its own.
  @Test(arguments: scripts)
  func nothingIsWrong(path: String) throws {
    let session = Session(commands: Command.workbench)
    session["arguments"] = .list([])
    let program = try session.parse(
      Source(name: path, text: try String(contentsOfFile: path, encoding: .utf8)))
    #expect(session.problems(in: program).map(\.message) == [])
  }

  @Test func allAreFound() { #expect(Self.scripts.count > 20) }
}
