/// An error or a warning with its place, for people.
public struct Diagnostic: Error, Sendable {
  /// Which part of the work met it.
  public enum Phase: Sendable { case syntax, running }
  public enum Severity: String, Sendable { case error, warning }

  public var severity = Severity.error
  public let phase: Phase
  public let message: String
  /// One way to put it right.
  public var suggestion: String?
  /// Further lines, such as the usage of a command.
  public var notes: [String] = []
  /// The name of the source, and `line:column` where a place is known.
  public let place: String
  /// The source line, and where in it the caret stands (characters).
  let excerpt: Excerpt?
  /// The calls that led here, innermost first.
  public internal(set) var trace: [String] = []
  /// The text ended too early: more lines could make it whole.
  public var isIncomplete = false

  /// What a script sees of it.
  var record: Record {
    Record(
      ["message", "hint", "place"],
      [.text(message), suggestion.map(Value.text) ?? .none, .text(place)])
  }

  struct Excerpt: Sendable {
    let line: String
    let column: Int
    let length: Int
  }

  public init(
    _ message: String, in source: Source, at span: Span, phase: Phase, suggestion: String? = nil,
    notes: [String] = []
  ) {
    let (line, column) = source.position(of: span.start)
    self.message = message
    self.phase = phase
    self.suggestion = suggestion
    self.notes = notes
    place = "\(source.name):\(line):\(column)"
    excerpt = Excerpt(source: source, span: span)
  }

  /// A message about a whole source.
  public init(_ message: String, name: String, phase: Phase, suggestion: String? = nil) {
    self.message = message
    self.phase = phase
    self.suggestion = suggestion
    place = name
    excerpt = nil
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The whole text of it:
  /// ```
  /// fit.deep:7:12: error: no variable 'mesured'
  ///   print 1, mesured
  ///            ^~~~~~~
  ///   did you mean 'measured'?
  /// ```
  public var description: String {
    var lines = ["\(place): \(severity.rawValue): \(message)"]
    if let excerpt {
      lines.append("  " + excerpt.line)
      lines.append("  " + excerpt.caret)
    }
    if let suggestion { lines.append("  " + suggestion) }
    lines += notes.map { "  " + $0 }
    let shown = trace.count > 8 ? trace.prefix(4) + ["…"] + trace.suffix(2) : trace[...]
    lines += shown.map { "  " + $0 }
    return lines.joined(separator: "\n")
  }
}

extension Diagnostic.Excerpt {
  /// At most this many characters of a line are shown, so that a terminal does not break it.
  private static let width = 76

  init(source: Source, span: Span) {
    // A line may be a hundred million bytes long: only the part near the caret is decoded.
    let whole = source.line(at: span.start)
    let near = Span(
      max(whole.start, span.start - 4 * Self.width), min(whole.end, span.start + 4 * Self.width))
    var before = Substring(source[Span(near.start, span.start)])
    let after = source[Span(span.start, near.end)].prefix(Self.width)
    if near.start > whole.start || before.count > Self.width {
      before = "…" + before.suffix(Self.width * 6 / 10)
    }
    let room = max(Self.width - before.count, 10)
    line = String(before + after.prefix(room) + (after.count > room ? "…" : ""))
      .replacing("\r", with: "")
    column = before.count
    length = source[Span(span.start, min(span.end, near.end))].prefix(room).count
  }

  /// The caret's line; tabs are kept so that it stands under the token in any terminal.
  var caret: String {
    let indent = line.prefix(column).map { $0 == "\t" ? "\t" : " " }.joined()
    return indent + "^" + String(repeating: "~", count: max(length - 1, 0))
  }
}
