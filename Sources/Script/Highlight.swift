import Numerics

/// The kinds of words in a script, for colours on a page.
public struct Highlight {
  public enum Kind: String, Sendable { case plain, keyword, command, number, text, comment, label }

  /// A stretch of a source with the kinds of its parts, in order and without gaps.
  public static func parts(
    of source: Source, in span: Span, commands: CommandSet
  ) -> [(text: String, kind: Kind)] {
    var parts: [(text: String, kind: Kind)] = []
    var offset = span.start
    func add(_ end: Int, _ kind: Kind) {
      if end > offset { parts.append((source[Span(offset, end)], kind)) }
      offset = max(offset, end)
    }
    let tokens = (try? Lexer.tokens(of: source)) ?? []
    for (i, token) in tokens.enumerated()
    where token.span.start >= span.start && token.span.end <= span.end {
      addGap(token.span.start)
      let isLabel = i + 1 < tokens.count && tokens[i + 1].kind == .symbol(.colon)
      add(token.span.end, kind(of: token, source, isLabel: isLabel, commands))
    }
    addGap(span.end)
    return parts

    // What stands between tokens is blank or a comment.
    func addGap(_ end: Int) {
      guard end > offset else { return }
      let gap = source[Span(offset, end)]
      guard let comment = gap.firstIndex(of: "#") else { return add(end, .plain) }
      add(offset + gap[..<comment].utf8.count, .plain)
      add(end, .comment)
    }
  }

  private static func kind(
    of token: Token, _ source: Source, isLabel: Bool, _ commands: CommandSet
  ) -> Kind {
    switch token.kind {
    case .keyword: .keyword
    case .number: .number
    case .textBegin, .textPiece, .textEnd, .interpolationBegin, .interpolationEnd: .text
    case .name where isLabel: .label
    case .name where commands[source[token.span]] != nil: .command
    default: .plain
    }
  }
}
