import Foundation
import Testing

/// docs/language.md names a script for each production of its grammar.
struct LanguageDocumentTests {
  private static let document = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../docs/language.md").standardized

  @Test func everyProductionHasAScript() throws {
    let text = try String(contentsOf: Self.document, encoding: .utf8)
    let grammar = try #require(text.range(of: "## Grammar"))
    let scripts = try #require(text.range(of: "## Each production"))
    let productions = text[grammar.upperBound..<scripts.lowerBound].split(separator: "\n")
      .filter { $0.contains(" = ") }.compactMap { $0.split(separator: " ").first.map(String.init) }
    let rows = text[scripts.upperBound...].split(separator: "\n").filter { $0.hasSuffix(".deep |") }
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    #expect(productions.count >= 30)
    #expect(rows.map { $0[0] } == productions)
    for row in rows { #expect(GoldenTests.names.contains(row[1]), "\(row[1]) is missing") }
  }
}
