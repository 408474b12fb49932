import Figures
import FoundationEssentials
import Script

/// A script that has run, as Markdown: prose, code and output between fences, figures as files
/// beside it.
struct MarkdownPage {
  let text: String
  /// The figures with the names of their files.
  let figures: [(name: String, figure: any ScriptFigure)]

  /// - Parameter stem: what the names of the figures' files begin with.
  init(_ notebook: Notebook, _ results: [Notebook.Result], stem: String) {
    var parts: [String] = []
    var figures: [(name: String, figure: any ScriptFigure)] = []
    let folds = notebook.folds
    for (index, (cell, result)) in zip(notebook.cells, results).enumerated() {
      if folds.contains(where: { $0.cells.upperBound == index }) { parts.append("</details>\n") }
      let fold = folds.first { $0.cells.lowerBound == index }
      if let fold { parts.append("<details>\n<summary>\(fold.title)</summary>\n") }
      switch cell {
      case .prose(let text): parts.append(fold == nil ? text + "\n" : Page.body(text))
      case .code(let source, let span):
        parts.append(Self.fenced(source[span], "deep"))
        for part in result.parts {
          switch part {
          case .output(let text): parts.append(Self.fenced(text, "output"))
          case .value(let passages): parts.append(Self.fenced(passages.sentence + "\n", "output"))
          case .figure(let figure):
            let name = "\(stem)-\(figures.count + 1).svg"
            figures.append((name, figure))
            parts.append("![Figure \(figures.count)](\(Self.link(name)))\n")
            parts.append("<!-- figure: \(figure.digest) -->\n")
          }
        }
      }
    }
    if folds.contains(where: { $0.cells.upperBound == notebook.cells.count }) {
      parts.append("</details>\n")
    }
    text = parts.joined(separator: "\n")
    self.figures = figures
  }

  /// A file's name as the target of a link: all but letters, digits and `-._` as `%20`.
  static func link(_ name: String) -> String {
    var link = ""
    for byte in name.utf8 {
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII,
        scalar.properties.isAlphabetic || "0123456789-._".unicodeScalars.contains(scalar)
      {
        link.unicodeScalars.append(scalar)
      } else {
        link += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return link
  }

  private static func fenced(_ text: String, _ kind: String) -> String {
    let longest = text.utf8.split { $0 != UInt8(ascii: "`") }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let end = text.hasSuffix("\n") ? "" : "\n"
    return "\(fence)\(kind)\n\(text)\(end)\(fence)\n"
  }
}

/// The code of a Markdown page and the output that stands behind each piece.
struct MarkdownScript {
  /// The code at its own lines; all else is blank, so that errors tell the page's lines.
  let script: String
  /// What each piece of code should print, and the line where that stands.
  private(set) var expected: [(line: Int, output: String)] = []
  /// What is said of each figure behind a piece of code.
  private(set) var figures: [[String]] = []

  init(_ page: String) {
    var lines: [String] = []
    var fence: (marks: Substring, kind: String)?
    for (i, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let marks = line.prefix { $0 == "`" }
      if let open = fence {
        if line == open.marks {
          fence = nil
        } else if open.kind == "deep" {
          lines.append(String(line))
          continue
        } else if open.kind == "output", !expected.isEmpty {
          expected[expected.count - 1].output += line + "\n"
        }
      } else if marks.count >= 3 {
        let kind = String(line.dropFirst(marks.count))
        fence = (marks, kind)
        if kind == "deep" {
          expected.append((i + 2, ""))
          figures.append([])
        }
        if kind == "output", let last = expected.last, last.output.isEmpty {
          expected[expected.count - 1].line = i + 2
        }
      }
      if fence == nil, line.hasPrefix("<!-- figure: "), line.hasSuffix(" -->"), !figures.isEmpty {
        figures[figures.count - 1].append(String(line.dropFirst(13).dropLast(4)))
      }
      lines.append("")
    }
    script = lines.joined(separator: "\n")
  }
}
