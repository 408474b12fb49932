import Foundation
import Script
import Testing
import Workbench

/// docs/commands.md is what `deepstruc debug commands` prints.
struct CommandDocumentTests {
  @Test(arguments: [
    ("solve a measured PDF", "solve"), ("how to fit a PDF", "refine"), ("open a csv", "load"),
    ("error bars", "plot"), ("read a file", "load"), ("sort a table", "sort"),
    ("train a network", "train"), ("random numbers", "random"), ("stop with a message", "assert"),
  ]) func searchKnowsWhatNewcomersMean(_ words: String, _ command: String) {
    let found = Help(Session(commands: Command.workbench).commands).search(words)
    #expect(
      found.split(separator: "\n").prefix(5).contains { $0.hasPrefix("  \(command) ") }, "\(found)")
  }

  private static let document = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../docs/commands.md").standardized

  @Test func isCurrent() throws {
    let written = try String(contentsOf: Self.document, encoding: .utf8)
    let current = Help(Session(commands: Command.workbench).commands).markdown
    #expect(
      written == current, "run .build/release/deepstruc debug commands > docs/commands.md")
  }
}
