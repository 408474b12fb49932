import CMark
import Glibc
import Script

/// Markdown with tables, and formulas in TeX between dollar signs, as HTML.
enum Markdown {
  static func html(_ text: String) -> String {
    var formulas: [String] = []
    let marked = MathSpans.replacing(in: text.shown) { formula, isBlock in
      formulas.append(MathML.element(tex: formula, isBlock: isBlock))
      return "\(Self.open)\(formulas.count - 1)\(Self.close)"
    }
    var html = converted(marked)
    for (number, formula) in formulas.enumerated() {
      html = html.replacing("\(open)\(number)\(close)", with: formula)
    }
    return html
  }

  /// What stands for a formula meanwhile: characters for private use, which no prose has.
  private static let (open, close) = ("\u{E000}", "\u{E001}")

  /// By cmark-gfm, which leaves out raw HTML and unsafe links.
  private static func converted(_ text: String) -> String {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return "" }
    defer { cmark_parser_free(parser) }
    if let tables = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, tables)
    }
    cmark_parser_feed(parser, text, text.utf8.count)
    guard let document = cmark_parser_finish(parser) else { return "" }
    defer { cmark_node_free(document) }
    let extensions = cmark_parser_get_syntax_extensions(parser)
    guard let html = cmark_render_html(document, CMARK_OPT_DEFAULT, extensions) else { return "" }
    defer { free(html) }
    return String(cString: html)
  }
}

/// Finds the formulas in Markdown.
private enum MathSpans {
  /// The text with each `$formula$` and `$$formula$$` replaced; what stands in code or behind a
  /// backslash stays. As in pandoc, a formula neither begins nor ends with a blank, and no digit
  /// follows it: $5 and $6 are prices.
  static func replacing(
    in text: String, _ replacement: (_ formula: String, _ isBlock: Bool) -> String
  ) -> String {
    var result = ""
    var rest = text[...].filter { $0 != "\u{E000}" && $0 != "\u{E001}" }[...]
    while let character = rest.first {
      switch character {
      case "\\":
        result += rest.prefix(2)
        rest = rest.dropFirst(2)
      case "`":
        let marks = rest.prefix { $0 == "`" }
        let body = rest[marks.endIndex...]
        let end = body.firstRange(of: marks)?.upperBound ?? marks.endIndex
        result += rest[..<end]
        rest = rest[end...]
      case "$":
        let isBlock = rest.hasPrefix("$$")
        let mark = isBlock ? "$$" : "$"
        let body = rest.dropFirst(mark.count)
        if let end = body.firstRange(of: mark), isFormula(body[..<end.lowerBound], isBlock),
          body[end.upperBound...].first?.isNumber != true
        {
          result += replacement(String(body[..<end.lowerBound]), isBlock)
          rest = body[end.upperBound...]
        } else {
          result += mark
          rest = body
        }
      default:
        result.append(character)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private static func isFormula(_ text: Substring, _ isBlock: Bool) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    if isBlock { return !text.contains("\n\n") }
    return !first.isWhitespace && !last.isWhitespace && !text.contains("\n\n")
  }
}
