/// The entries of a prompt as a script that does the same.
///
/// What later entries call `_` or `_3` is given that name where it came up.
public struct Transcript {
  private let entries: [(number: Int, program: Program, hasValue: Bool)]

  public init(_ entries: [(Int, Program, Bool)]) {
    self.entries = entries.map { (number: $0.0, program: $0.1, hasValue: $0.2) }
  }

  public var script: String {
    var texts: [String] = []
    var last: Int?
    var wanted: Set<String> = []
    for entry in entries {
      let text = Self.replacingLast(in: entry.program.source, by: last.map { "_\($0)" })
      wanted.formUnion(Self.names(in: text))
      texts.append(text)
      if entry.hasValue { last = entry.number }
    }
    for (i, entry) in entries.enumerated() where wanted.contains("_\(entry.number)") {
      texts[i] = Self.naming("_\(entry.number)", in: texts[i], entry.program)
    }
    return texts.joined(separator: "\n") + "\n"
  }

  private static func tokens(_ source: Source) -> [Token] {
    ((try? Lexer.tokens(of: source)) ?? []).filter { $0.kind == .name }
  }

  private static func names(in text: String) -> [String] {
    let source = Source(name: "", text: text)
    return tokens(source).map { source[$0.span] }
  }

  /// The text of an entry, with another name for `_`.
  private static func replacingLast(in source: Source, by name: String?) -> String {
    var bytes = source.bytes
    guard let name else { return String(decoding: bytes, as: UTF8.self) }
    for token in tokens(source).reversed() where source[token.span] == "_" {
      bytes.replaceSubrange(token.span.start..<token.span.end, with: name.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of an entry whose last value is given a name.
  private static func naming(_ name: String, in text: String, _ program: Program) -> String {
    let last = program.statements.lastIndex { if case .expression = $0 { true } else { false } }
    guard let last, last == program.statements.count - 1 else { return text }
    // Names before the last statement may have been replaced by longer ones: count from the end.
    let fromEnd = program.source.bytes.count - program.spans[last].start
    let start = program.spans[last].start
    let before = String(decoding: program.source.bytes[..<start], as: UTF8.self)
    if text.hasPrefix(before) { return before + "\(name) = " + text.dropFirst(before.count) }
    let bytes = Array(text.utf8)
    let place = max(bytes.count - fromEnd, 0)
    return String(decoding: bytes[..<place], as: UTF8.self) + "\(name) = "
      + String(decoding: bytes[place...], as: UTF8.self)
  }
}
