/// The entries of a prompt as a script that does the same.
///
/// What later entries call `_` or `_3` is given that name where it came up.
public struct Transcript {
  private let entries: [(number: Int, program: Program, hasValue: Bool)]

  public init(_ entries: [(Int, Program, Bool)]) {
    self.entries = entries.map { (number: $0.0, program: $0.1, hasValue: $0.2) }
  }

  public var script: String {
    let edits = replacements
    let wanted = Set(edits.joined().map(\.text))
      .union(entries.flatMap { Self.names(in: $0.program.source).map(\.name) })
    return zip(entries, edits).map { entry, edits in
      var edits = edits
      if wanted.contains("_\(entry.number)"), let place = Self.placeOfValue(in: entry.program) {
        edits.append((Span(place, place), "_\(entry.number) = "))
      }
      return Self.applying(edits, to: entry.program.source) + "\n"
    }.joined()
  }

  private typealias Edit = (span: Span, text: String)

  /// For each entry, `_` replaced by the name of the last value.
  private var replacements: [[Edit]] {
    var last: Int?
    return entries.map { entry in
      defer { if entry.hasValue { last = entry.number } }
      guard let last else { return [] }
      return Self.names(in: entry.program.source).filter { $0.name == "_" }
        .map { ($0.span, "_\(last)") }
    }
  }

  private static func names(in source: Source) -> [(name: String, span: Span)] {
    ((try? Lexer.tokens(of: source)) ?? []).filter { $0.kind == .name }
      .map { (source[$0.span], $0.span) }
  }

  /// Where the last statement begins, if it comes to a value.
  private static func placeOfValue(in program: Program) -> Int? {
    guard case .expression? = program.statements.last else { return nil }
    return program.spans.last?.start
  }

  private static func applying(_ edits: [Edit], to source: Source) -> String {
    var bytes = source.bytes
    // From the end, so that places before stay right; what is inserted goes before what replaces.
    for edit in edits.sorted(by: { ($0.span.start, $0.span.end) > ($1.span.start, $1.span.end) }) {
      bytes.replaceSubrange(edit.span.start..<edit.span.end, with: edit.text.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
