import Foundation
import Numerics
import Script

/// The code of a notebook with what its cells have printed, to be run again and compared.
public struct NotebookOutputs {
  /// A cell of code that has run.
  public struct Cell {
    /// Which it is of all cells, counted from 1.
    public let number: Int
    public let code: String
    /// What it printed, and the text of what it showed.
    public let printed: String
  }

  public let cells: [Cell]

  /// What is read of a notebook's file.
  private struct File: Decodable {
    struct Cell: Decodable {
      let cell_type: String
      let source: Lines
      let outputs: [Output]?
    }
    struct Output: Decodable {
      let output_type: String
      let name: String?
      let text: Lines?
      let data: Forms?

      var printed: String {
        if let text { return name == "stderr" ? "" : text.text }
        return (data?.plain?.text).map { $0.isEmpty ? "" : $0 + "\n" } ?? ""
      }
    }
    struct Forms: Decodable {
      let plain: Lines?

      private enum CodingKeys: String, CodingKey { case plain = "text/plain" }
    }
    let cells: [Cell]
  }

  /// - Throws: `FileError` where it is no notebook.
  public init(_ data: Data, path: String) throws {
    guard let file = try? JSONDecoder().decode(File.self, from: data) else {
      throw FileError(path, "this is no notebook")
    }
    cells = file.cells.enumerated().compactMap { index, cell in
      guard cell.cell_type == "code" else { return nil }
      let printed = (cell.outputs ?? []).map(\.printed).joined()
      return Cell(number: index + 1, code: cell.source.text, printed: printed)
    }
  }
}

extension SessionLanguage {
  /// Runs a cell again.
  ///
  /// - Returns: what it prints, and the text of what it shows.
  /// - Throws: `Failure`.
  public func printed(by cell: NotebookOutputs.Cell) throws(Failure) -> String {
    var outputs: [CellOutput] = []
    let number = cell.number
    try run(cell.code, number: number) { CellOutput.add($0, of: number, to: &outputs) }
    return outputs.map(\.printed).joined()
  }
}

extension CellOutput {
  /// As `NotebookOutputs` reads it.
  fileprivate var printed: String {
    if let text { return name == "stderr" ? "" : text.text }
    return (data?["text/plain"]?.text).map { $0.isEmpty ? "" : $0 + "\n" } ?? ""
  }
}
