import Foundation
import Numerics

/// A notebook as a script: prose behind `##`, and code.
public struct NotebookScript {
  public let text: String

  /// What is read of a notebook's file.
  private struct File: Decodable {
    struct Cell: Decodable {
      let cell_type: String
      let metadata: CellMetadata?
      let source: Lines
    }
    struct CellMetadata: Decodable {
      let isCollapsed: Bool?

      private enum CodingKeys: String, CodingKey {
        case isCollapsed = "jp-MarkdownHeadingCollapsed"
      }
    }
    struct Metadata: Decodable {
      let kernelspec: Spec?
    }
    struct Spec: Decodable {
      let language: String?
      let name: String?
    }
    let cells: [Cell]
    let metadata: Metadata?
  }

  /// - Parameters:
  ///   - data: the file's bytes.
  ///   - path: its name, for errors.
  /// - Throws: `FileError` where it is no notebook, or one of another language.
  public init(_ data: Data, path: String) throws {
    let file: File
    do {
      file = try JSONDecoder().decode(File.self, from: data)
    } catch {
      throw FileError(path, "this is no notebook")
    }
    if let spec = file.metadata?.kernelspec, let language = spec.language ?? spec.name,
      language != "deepstruc"
    {
      throw FileError(path, "this is a notebook of \(language.shortened), not of deepstruc")
    }
    var text = ""
    var isBelowHeading = false
    for cell in file.cells {
      let script = Self.script(cell)
      guard !script.isEmpty else { continue }
      // The prose of a section that was hidden belongs to its heading again.
      text += text.isEmpty ? "" : isBelowHeading && cell.cell_type == "markdown" ? "##\n" : "\n"
      text += script
      isBelowHeading = cell.metadata?.isCollapsed != nil
    }
    self.text = text
  }

  private static func script(_ cell: File.Cell) -> String {
    var source = cell.source.text
    while source.last?.isNewline == true { source.removeLast() }
    guard !source.trimmed.isEmpty else { return "" }
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    guard cell.cell_type == "code" else {
      return lines.map { ($0.isEmpty ? "##" : "## \($0)") + "\n" }.joined()
    }
    // What only a prompt knows, such as `?solve`, stays as a comment.
    let isForPrompt = lines.count == 1 && [":", "?"].contains(source.trimmed.first)
    return (isForPrompt ? "# " : "") + source + "\n"
  }
}
