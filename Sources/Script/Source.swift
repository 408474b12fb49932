/// A script's text with the name that errors show.
public final class Source: Sendable {
  /// What errors call it: a file's path, or a name such as `-c` or `3>`.
  public let name: String
  /// The text as UTF-8.
  public let bytes: [UInt8]

  /// The most bytes that a script can have.
  public static let longest = 100_000_000

  public init(name: String, text: String) {
    self.name = name
    self.bytes = Array(text.utf8)
  }

  /// A source from a file's bytes.
  ///
  /// - Throws: `Diagnostic` if the bytes are no UTF-8 text, with the place of the first wrong one.
  public init(name: String, bytes: [UInt8]) throws {
    self.name = name
    if let offset = Self.firstByteOfNoText(in: bytes) {
      let message =
        "this is no text file (byte \(offset + 1) is 0x\(String(bytes[offset], radix: 16)))"
      throw Diagnostic(message, name: name, phase: .syntax)
    }
    self.bytes = bytes
  }

  /// The text between two offsets.
  public subscript(span: Span) -> String {
    let start = min(max(span.start, 0), bytes.count)
    return String(decoding: bytes[start..<min(max(span.end, start), bytes.count)], as: UTF8.self)
  }

  /// Line and column of an offset, both counted from 1, the column in characters.
  public func position(of offset: Int) -> (line: Int, column: Int) {
    let end = min(offset, bytes.count)
    var line = 1
    var start = 0
    for i in 0..<end where bytes[i] == UInt8(ascii: "\n") {
      line += 1
      start = i + 1
    }
    return (line, String(decoding: bytes[start..<end], as: UTF8.self).count + 1)
  }

  /// The span of the line that holds an offset, without its end.
  func line(at offset: Int) -> Span {
    let offset = min(offset, bytes.count)
    let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    return Span(start, end)
  }

  private static func firstByteOfNoText(in bytes: [UInt8]) -> Int? {
    if let zero = bytes.firstIndex(of: 0) { return zero }
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
    return zip(bytes, repaired).enumerated().first { $1.0 != $1.1 }?.offset ?? bytes.count - 1
  }
}
