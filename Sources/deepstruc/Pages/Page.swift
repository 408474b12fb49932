import Foundation
import Numerics
import Script

/// A script that has run, as one page that needs no other file.
struct Page {
  let title: String
  private let body: String

  init(_ notebook: Notebook, _ results: [Notebook.Result], name: String, commands: CommandSet)
    throws
  {
    var parts: [String] = []
    var title: String?
    var figures = 0
    let folds = notebook.folds
    for (index, (cell, result)) in zip(notebook.cells, results).enumerated() {
      if folds.contains(where: { $0.cells.upperBound == index }) { parts.append("</details>\n") }
      let fold = folds.first { $0.cells.lowerBound == index }
      if let fold {
        parts.append("<details>\n<summary>\(fold.title.escapedForHTML)</summary>\n")
      }
      switch cell {
      case .prose(let text):
        title = title ?? Self.heading(text)
        parts.append(Markdown.html(fold == nil ? text : Self.body(text)))
      case .code(let source, let span):
        parts.append(Self.code(source, span, commands))
        for part in result.parts {
          switch part {
          case .output(let text):
            parts.append("<pre class=\"output\">\(text.escapedForHTML)</pre>\n")
          case .value(let passages):
            parts.append("<div class=\"result\">\n\(passages.map(\.html).joined())</div>\n")
          case .figure(let figure):
            figures += 1
            parts.append("<figure>\(try Self.svg(figure, number: figures))</figure>\n")
          }
        }
      }
    }
    if folds.contains(where: { $0.cells.upperBound == notebook.cells.count }) {
      parts.append("</details>\n")
    }
    self.title = title ?? name
    body = parts.joined()
  }

  /// The whole page.
  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="deepstruc \(Deepstruc.version)">
    <title>\(title.escapedForHTML)</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <main>
    \(body)</main>
    </body>
    </html>

    """
  }

  /// Prose without the heading that it begins with.
  static func body(_ prose: String) -> String {
    let rest = prose.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    return rest.count > 1 ? rest[1].drop { $0 == "\n" } + "\n" : ""
  }

  /// The first heading of a piece of prose.
  private static func heading(_ prose: String) -> String? {
    let line = prose.split(separator: "\n").first { $0.hasPrefix("# ") || $0.hasPrefix("## ") }
    return line.map { String($0.drop { $0 == "#" || $0 == " " }) }
  }

  private static func code(_ source: Source, _ span: Span, _ commands: CommandSet) -> String {
    let parts = Highlight.parts(of: source, in: span, commands: commands).map { part in
      part.kind == .plain
        ? part.text.escapedForHTML
        : "<span class=\"\(part.kind.rawValue)\">\(part.text.escapedForHTML)</span>"
    }
    return "<pre class=\"code\"><code>\(parts.joined())</code></pre>\n"
  }

  /// A figure as an SVG element whose names do not meet those of the other figures.
  private static func svg(_ figure: any ScriptFigure, number: Int) throws -> String {
    let text = try figure.svg()
    guard let start = text.range(of: "<svg") else {
      throw Complaint("the figure \(number) gave no SVG")
    }
    var svg = String(text[start.lowerBound...])
    for mark in [" id=\"", " id='", "url(#", "href=\"#", "href='#"] {
      svg = svg.replacing(mark, with: "\(mark)f\(number)-")
    }
    // On a phone a wide figure scrolls rather than shrink until nobody can read it.
    if let width = svg.firstMatch(of: /width="([0-9]+)"/).flatMap({ Int($0.1) }) {
      svg.insert(
        contentsOf: " style=\"min-width: \(min(width, 480))px\"",
        at: svg.index(svg.startIndex, offsetBy: 4))
    }
    return svg
  }
}
