/// A stretch of source text, as offsets into its UTF-8.
public struct Span: Hashable, Sendable {
  public let start: Int
  public let end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// From the start of this one to the end of another.
  func through(_ other: Span) -> Span { Span(start, max(end, other.end)) }
}
