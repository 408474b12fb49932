import Foundation
import Script
import Testing
import Workbench

/// docs/commands.md is what `deepstruc debug commands` prints.
struct CommandDocumentTests {
  private static let document = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../docs/commands.md").standardized

  @Test func isCurrent() throws {
    let written = try String(contentsOf: Self.document, encoding: .utf8)
    let current = Help(Session(commands: Command.workbench).commands).markdown
    #expect(
      written == current, "run .build/release/deepstruc debug commands > docs/commands.md")
  }
}
