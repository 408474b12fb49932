import Foundation
import Numerics
import Script

/// A notebook as Jupyter keeps it, in files that end in `.ipynb`.
///
/// Source: version 4.5 of https://nbformat.readthedocs.io/en/latest/format_description.html.
public struct NotebookFile: Encodable {
  struct Cell: Encodable {
    /// JupyterLab's name for a heading whose section is hidden.
    static let isCollapsed = "jp-MarkdownHeadingCollapsed"

    let cell_type: String
    let id: String
    var metadata: [String: Bool] = [:]
    let source: Lines
    var outputs: [CellOutput]?
    var execution_count: Int?
  }

  struct Metadata: Encodable {
    let kernelspec = ["display_name": "deepstruc", "language": "deepstruc", "name": "deepstruc"]
    let language_info = [
      "file_extension": ".deep", "mimetype": "text/x-deepstruc", "name": "deepstruc",
    ]
  }

  let cells: [Cell]
  let metadata = Metadata()
  let nbformat = 4
  let nbformat_minor = 5

  /// A script as a notebook; solutions are folded away.
  ///
  /// - Parameter outputs: of a cell with its number, counted from 1 over the cells of code; nil where
  ///   it has not run.
  /// - Throws: what `outputs` throws.
  public init(
    _ notebook: Notebook, outputs: (_ cell: Int, _ number: Int) throws -> [CellOutput]?
  ) rethrows {
    let folded = Set(notebook.folds.map(\.cells.lowerBound))
    var number = 0
    cells = try notebook.cells.enumerated().flatMap { index, cell -> [Cell] in
      let id = "cell-\(index + 1)"
      switch cell {
      case .prose(let text) where folded.contains(index): return Self.folded(text, id)
      case .prose(let text): return [Cell(cell_type: "markdown", id: id, source: Lines(text))]
      case .code(let source, let span):
        number += 1
        let outputs = try outputs(index, number)
        return [
          Cell(
            cell_type: "code", id: id, source: Lines(source[span]), outputs: outputs ?? [],
            execution_count: outputs == nil ? nil : number)
        ]
      }
    }
  }

  /// A heading that hides what follows it, and the prose below it in a cell that can be hidden.
  private static func folded(_ prose: String, _ id: String) -> [Cell] {
    let heading = String(prose.prefix { $0 != "\n" })
    let rest = String(prose.dropFirst(heading.count).drop { $0 == "\n" })
    let first = Cell(
      cell_type: "markdown", id: id, metadata: [Cell.isCollapsed: true], source: Lines(heading))
    return rest.isEmpty
      ? [first] : [first, Cell(cell_type: "markdown", id: id + "-text", source: Lines(rest))]
  }

  /// The file's text.
  public var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Texts, numbers and lists of these all have a form in JSON.
    let data = (try? encoder.encode(self)) ?? Data()
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}

extension NotebookFile.Cell {
  /// Cells of code have a number even where there is none.
  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(cell_type, forKey: .cell_type)
    try fields.encode(id, forKey: .id)
    try fields.encode(metadata, forKey: .metadata)
    try fields.encode(source, forKey: .source)
    guard let outputs else { return }
    try fields.encode(outputs, forKey: .outputs)
    try fields.encode(execution_count, forKey: .execution_count)
  }

  private enum CodingKeys: String, CodingKey {
    case cell_type, id, metadata, source, outputs, execution_count
  }
}

/// A text as notebooks keep it: a list of lines with their ends, or one text.
struct Lines: Codable {
  let text: String

  init(_ text: String) { self.text = text }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    text = try (try? value.decode(String.self)) ?? value.decode([String].self).joined()
  }

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0) + "\n"
    }
    // The last one has no end.
    lines[lines.count - 1].removeLast()
    try value.encode(lines.filter { !$0.isEmpty })
  }
}
