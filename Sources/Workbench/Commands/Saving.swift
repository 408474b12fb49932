import Figures
import Fitting
import Numerics
import Clusters
import Foundation
import Scattering
import Script

/// A value that `save` can write to a file of its own kind.
package protocol Savable: ScriptObject {
  /// - Throws: `Complaint` about an ending that it cannot write, or `FileError`.
  func save(to path: String) throws
}

extension Command {
  static let saving = [save]

  private static let save = Command(
    "save", "a value written to a file",
    Parameter<Value>("value", "a PDF, clusters, fits, a graph, a table, a figure, a model"),
    Parameter<String>("to", labelled: true, "the file; its ending tells the format"),
    topic: "files",
    help: """
      | value | endings |
      |---|---|
      | a PDF | .gr with its header, .csv |
      | a cluster, a list of them, fits | .xyz, extended, with Rw and parameters in the comment |
      | a graph, or a cluster with the paper's PDF of it | .h5 of the published program |
      | fits, a table | .csv, .json |
      | a fit, an answer, shapes, a joint fit, a series | a folder with words, tables, structures and figures |
      | a figure | .png, .svg, .pdf, or .gp for gnuplot's script with its data |
      | anything | .json |

      A file is written whole or not at all. Figures and tables in .csv say in a comment with which
      script and seed they were made.
      """,
    examples: [
      #"save icosahedron("Au", shells: 3), to: "/tmp/deepstruc-example.xyz""#,
      #"save table(["n"], [[1], [2]]), to: "/tmp/deepstruc-example.csv""#,
    ]
  ) { session, value, path in
    let ending = path.ending
    switch value {
    case .object(var figure as Figure):
      figure.provenance = session.provenance
      try figure.write(to: path, by: Gnuplot(for: session))
    case .object(let fits as Fits) where ending == "csv":
      try signed(fits.table, session).write(wholeFile: path)
    case .object(let savable as any Savable): try savable.save(to: path)
    case .object(let figure as any ScriptFigure): try figure.write(to: path)
    case .object(let cluster as Cluster) where ending == "h5" || ending == "hdf5":
      try LabelledGraph(cluster).write(to: path)
    case _ where ending == "json":
      let text = value.json + "\n"
      try session.checkInterrupt()
      try text.write(wholeFile: path)
    case .object(let table as Table) where ending == "csv":
      try signed(table, session).write(wholeFile: path)
    case _ where ending == "xyz" || ending == "extxyz":
      guard let clusters = try? OneOrMany<Cluster>.from(value) else {
        if let fits = try? OneOrMany<Fit>.from(value) {
          return try Fits(fits.values).save(to: path)
        }
        throw Complaint("\(value.mention) is no structure", argument: "value")
      }
      try XYZ.write(clusters.values, to: path, while: { !session.interrupt.isRaised })
    default:
      throw Complaint(
        "\(value.mention) cannot be written as '\(ending.isEmpty ? path : "." + ending)'",
        argument: "to", suggestion: "??save lists what can be written as what")
    }
  }

  /// A table with how it was made in a comment above.
  private static func signed(_ table: Table, _ session: Session) throws -> String {
    let text = "# \(session.provenance)\n" + table.csv
    try session.checkInterrupt()
    return text
  }
}

extension PDF: Savable {
  package func save(to path: String) throws {
    switch path.ending {
    case "gr": try GRFile.write(self, to: path)
    case "csv":
      let rows = zip(r, g).map { String(format: "%.6g,%.9g\n", $0, $1) }
      try ("r,g\n" + rows.joined()).write(wholeFile: path)
    case "json": try (Value(self).json + "\n").write(wholeFile: path)
    default:
      throw Complaint("a PDF is written as .gr, .csv or .json", argument: "to")
    }
  }
}

extension LabelledGraph: Savable {
  package func save(to path: String) throws {
    switch path.ending {
    case "h5", "hdf5": try write(to: path)
    case "xyz", "extxyz": try XYZ.write([cluster], to: path)
    default: throw Complaint("a graph is written as .h5 or .xyz", argument: "to")
    }
  }
}

extension Fit: Savable {
  /// Writes a report to a folder, or what fits are written as.
  package func save(to path: String) throws {
    guard !path.ending.isEmpty else {
      return try FitReport(fit: self).write(to: path)
    }
    try Fits([self]).save(to: path)
  }
}

extension Fits: Savable {
  package func save(to path: String) throws {
    switch path.ending {
    case "xyz", "extxyz":
      let pairs = fits.map { fit in
        [(key: "rw", value: "\(fit.rw)")]
          + Quantity.fitted.map { (key: $0.name, value: "\(fit.values[$0] ?? 0)") }
          + [
            (key: "qmin", value: "\(fit.measured.qmin ?? 0)"),
            (key: "qmax", value: "\(fit.measured.qmax ?? 0)"),
            (key: "pdf", value: fit.measured.name),
          ]
      }
      try XYZ.write(fits.map(\.structure), pairs: pairs, to: path)
    case "csv": try table.csv.write(wholeFile: path)
    case "json": try (table.json + "\n").write(wholeFile: path)
    case "" where !fits.isEmpty: try FitReport(fit: fits[0]).write(to: path)
    default:
      throw Complaint(
        "fits are written as .xyz, .csv or .json, and the best one as a report to a folder",
        argument: "to")
    }
  }
}
