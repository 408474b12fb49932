import Clusters
import Foundation
import Numerics

/// Files of curves: a header and columns of numbers.
///
/// A file goes through stages, each in a file of its own: its lines are parted into header and
/// rows (`DataBlock`), the header into keys and values (`HeaderEntry`, `ElementTable`) and what
/// they mean (`Measurement`), the columns get their names (`ColumnName`), one is chosen
/// (`ColumnPlan`), its points are cleaned (`CurvePoints`), and what they are is told by name and
/// by shape (`CurveKind`, `CurveShape`). What was mended or left out on the way stands in `notes`.
public enum CurveFile {
  /// What a file can hold that is of use here.
  public enum Curve: Sendable {
    case pdf(PDF)
    case structureFactor(StructureFactor)
  }

  /// The curve in a file.
  ///
  /// - Throws: `FileError` where the file is malformed, or holds another curve than G(r), S(Q) or
  ///   F(Q).
  public static func read(
    _ path: String, said: SaidConditions = SaidConditions()
  ) throws(FileError) -> Curve {
    try parse(String(readingFile: path), path: path, said: said)
  }

  /// The curve in a file's text; `path` is for messages and its ending.
  package static func parse(
    _ text: String, path: String, said: SaidConditions = SaidConditions()
  ) throws(FileError) -> Curve {
    let block = try DataBlock(text.fileLines, path: path)
    let entries = HeaderEntry.all(in: block.header)
    let table = ElementTable.formula(in: block.header)
    var measurement = try Measurement(entries, table: table, path: path)
    measurement = try measurement.overruled(by: said, path: path)
    let width = block.rows.map(\.values.count).max() ?? 0
    let names = ColumnName.all(in: block.header, width: width)
    let hint = CurveKind.hint(by: block.header, entries, path: path)
    let plan = try ColumnPlan(
      names, rows: block.rows, choice: said.column, isFit: hint.isFit, path: path)
    let x = plan.x < names.count ? names[plan.x] : nil
    let isOverQ = x?.role == .wavenumber
    let kind = plan.kind ?? hint.kind
    try refuse(kind, x: x, path)
    let reciprocal = isOverQ || [.s, .f, .excess].contains(kind)
    var points = try CurvePoints(
      block.rows, plan, quantity: reciprocal ? .wavenumber : .distance, path: path)
    var notes = block.notes + measurement.notes + plan.notes + points.notes
    if x?.isInNanometres == true {
      points.scale(x: reciprocal ? 0.1 : 10)
      notes.append(reciprocal ? "Q is given in nm⁻¹" : "r is given in nm")
    }
    if reciprocal {
      return .structureFactor(
        StructureFactor(
          name: name(path), kind: kind ?? .s, points, measurement, header: entries, notes: notes))
    }
    return .pdf(
      try pdf(kind ?? .pdf, points, measurement, said, header: entries, notes: notes, path))
  }

  private static func pdf(
    _ kind: CurveKind, _ points: CurvePoints, _ measurement: Measurement, _ said: SaidConditions,
    header: [HeaderEntry], notes: [String], _ path: String
  ) throws(FileError) -> PDF {
    let reduced = try Reduction(points, density: said.density, path: path)
    var pdf = PDF(
      name: name(path), r: points.x, g: reduced.g, qmin: measurement.qmin, qmax: measurement.qmax,
      qdamp: measurement.qdamp, composition: measurement.composition)
    pdf.errors = reduced.errors
    pdf.qbroad = measurement.qbroad
    pdf.temperature = measurement.temperature ?? NameNumber.temperature(in: pdf.name)
    pdf.header = header
    pdf.notes = notes + reduced.notes
    return pdf
  }

  /// Throws where a curve is named that no PDF can be made of here.
  private static func refuse(
    _ kind: CurveKind?, x: ColumnName?, _ path: String
  ) throws(FileError) {
    if x?.role == .twoTheta {
      throw FileError(
        path, "'\(x?.text ?? "")' is an angle: these are intensities over 2θ, not G(r)")
    }
    switch kind {
    case .intensity:
      throw FileError(path, "these are intensities I(Q), not G(r); PDFgetX3 makes G(r) of them")
    case .total, .radial:
      throw FileError(path, "this is \(kind?.rawValue ?? ""), not G(r)")
    case nil where x?.role == .wavenumber:
      throw FileError(path, "these are values over Q, not G(r), and no column is S(Q) or F(Q)")
    case .pdf where x?.role == .wavenumber:
      throw FileError(path, "a column is G(r), but the other is Q")
    default: return
    }
  }

  private static func name(_ path: String) -> String { (path as NSString).lastPathComponent }
}
