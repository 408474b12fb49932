import Clusters
import Figures
import Foundation
import Numerics
import Scattering
import Script

/// The folder that an answer of many parts is written to.
struct AnswerFolder {
  private let url: URL

  /// Makes the folder where there is none.
  init(_ path: String) throws(FileError) {
    url = URL(filePath: path)
    do {
      try Processes.onFirst {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      }
    } catch { throw FileError(path, "the folder cannot be made: \(error.localizedDescription)") }
  }

  /// The same, or nil where the path's ending asks for the table alone, which is then written.
  ///
  /// - Parameter what: of what kind the value is, as "a series".
  init?(_ path: String, orTable table: Table, of what: String) throws {
    switch path.ending {
    case "": try self.init(path)
    case "csv":
      try table.csv.write(wholeFile: path)
      return nil
    case "json":
      try (Value(table).json + "\n").write(wholeFile: path)
      return nil
    default:
      throw Complaint(
        "\(what) is written to a folder, or as .csv or .json", argument: "to",
        suggestion: "to: \"folder/\"")
    }
  }

  func write(_ value: some Savable, as name: String) throws { try value.save(to: path(name)) }

  func write(_ clusters: [Cluster], as name: String) throws {
    try XYZ.write(clusters, to: path(name))
  }

  func write(_ text: String, as name: String) throws { try text.write(wholeFile: path(name)) }

  /// Draws a figure for a screen and for a journal: NAME.png and NAME.pdf.
  func write(_ figure: Figure, as name: String) throws {
    for ending in ["png", "pdf"] { try figure.write(to: path("\(name).\(ending)")) }
  }

  private func path(_ name: String) -> String { url.appending(path: name).path }
}

extension String {
  /// What a path ends in behind its point, in small letters; nothing where it ends in a slash, as
  /// `answers/S1.gr/` is a folder.
  var ending: String { hasSuffix("/") ? "" : (self as NSString).pathExtension.lowercased() }
}
