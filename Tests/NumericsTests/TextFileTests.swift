import Foundation
import Numerics
import Testing

struct TextFileTests {
  private func written<T>(_ bytes: Data, _ body: (String) throws -> T) throws -> T {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).gr").path
    try bytes.write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }

  /// What `printf 'r G\n0 1\n0.1 2\n' | gzip -n` writes.
  private static let compressed = Data(
    base64Encoded: "H4sIAAAAAAAAAytScOcyUDDkMtAzVDDiAgCUvXHPDgAAAA==")

  @Test func compressedTextIsRead() throws {
    let compressed = try #require(Self.compressed)
    let text = try written(compressed) { try String(readingFile: $0) }
    #expect(text == "r G\n0 1\n0.1 2\n")
  }

  @Test func damagedAndCutFilesAreRefused() throws {
    let compressed = try #require(Self.compressed)
    for bytes in [compressed.dropLast(6), compressed.prefix(12), compressed.prefix(15) + Data([9])]
    {
      let error = #expect(throws: FileError.self) {
        try written(Data(bytes)) { try String(readingFile: $0) }
      }
      #expect(error?.reason == "the compressed file is damaged or cut off")
    }
  }

  @Test(arguments: [
    ("a\nb\r\nc\rd", ["a", "b", "c", "d"]), ("a\n", ["a", ""]), ("", [""]),
    ("\r\n\r\n", ["", "", ""]),
    ("\u{FEFF}a", ["a"]),
  ])
  func linesEndInManyWays(_ text: String, _ lines: [String]) {
    #expect(text.fileLines.map(String.init) == lines)
  }
}
