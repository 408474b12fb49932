import Foundation
import Jupyter
import Script
import Testing
import Workbench

/// Files of the repository that are made of others.
struct FilesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardized

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  private let session = Session(commands: Command.workbench)

  @Test func editorsKnowTheLanguage() throws {
    let version = try #require(
      try Self.text("docs/editors/vscode/package.json").firstMatch(of: /"version": "([^"]*)"/)
    ).1
    for (path, text) in EditorFiles(session.commands, version: String(version)).files {
      #expect(
        try Self.text("docs/editors/" + path) == text,
        "\(path) is old: deepstruc debug editors docs/editors")
    }
  }

  private static let lessons =
    (try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "scripts/lessons").path))?.sorted() ?? []

  @Test(arguments: lessons)
  func notebooksAreThoseOfTheScripts(name: String) throws {
    let script = try Self.text("scripts/lessons/" + name)
    let stem = name.prefix { $0 != "." }
    let kept = try Self.text("docs/lessons/\(stem).ipynb")
    let program = try session.parse(Source(name: name, text: script))
    let notebook = NotebookFile(Notebook(program)) { _, _ in nil }.text
    #expect(notebook == kept, "\(stem).ipynb is old: scripts/render-pages \(stem)")
    #expect(try NotebookScript(Data(kept.utf8), path: name).text == script)
  }

  @Test func thereAreSixLessons() { #expect(Self.lessons.count == 6) }

  @Test(arguments: [
    (#"{"cells": []}"#, ""),
    (#"{"cells": [{"cell_type": "code", "source": ["a = 1\n", "a\n"]}]}"#, "a = 1\na\n"),
    (#"{"cells": [{"cell_type": "code", "source": "?simulate"}]}"#, "# ?simulate\n"),
    (#"{"cells": [{"cell_type": "raw", "source": "a\n\nb"}]}"#, "## a\n##\n## b\n"),
    (#"{"cells": [{"cell_type": "code", "source": " \n"}]}"#, ""),
  ])
  func notebooksOfOthersAreRead(json: String, script: String) throws {
    #expect(try NotebookScript(Data(json.utf8), path: "a.ipynb").text == script)
  }

  @Test func aNotebookOfAnotherLanguageIsRefused() {
    let json =
      #"{"cells": [], "metadata": {"kernelspec": {"name": "python3", "language": "python"}}}"#
    #expect(throws: (any Error).self) { try NotebookScript(Data(json.utf8), path: "a.ipynb") }
    #expect(throws: (any Error).self) { try NotebookScript(Data("[]".utf8), path: "a.ipynb") }
  }
}
