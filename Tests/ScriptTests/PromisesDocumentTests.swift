import Foundation
import Testing

/// docs/promises.md names what keeps each promise.
struct PromisesDocumentTests {
  private static let root = URL(filePath: #filePath).appending(path: "../../..").standardized

  @Test func everyProofExists() throws {
    let page = try String(
      contentsOf: Self.root.appending(path: "docs/promises.md"), encoding: .utf8)
    let proofs = page.split(separator: "\n").filter { $0.hasPrefix("| ") }
      .compactMap { $0.split(separator: "|").last }
      .flatMap { $0.matches(of: /`([^` ]+)`/).map { String($0.1) } }.filter { $0 != "verify" }
    #expect(proofs.count > 80)
    let folder = Self.root.appending(path: "Tests")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
    let files = Set(names.map { URL(filePath: $0).lastPathComponent })
    let tests = try names.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".py") }
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
    for proof in Set(proofs) {
      let exists =
        files.contains(proof) || tests.contains("func \(proof)(") || tests.contains("def \(proof)(")
      #expect(exists, "\(proof) is missing")
    }
  }
}
