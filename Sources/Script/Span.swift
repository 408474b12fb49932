/// A stretch of source text, as offsets into its UTF-8.
public struct Span: Hashable, Sendable {
  public let start: Int
  public let end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }
}
