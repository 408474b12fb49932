import Numerics
import Clusters
import Foundation

/// Files of PDFs: `.gr` of PDFgetX3, xPDFsuite, PDFgetX2 and PDFgetN, `.fgr` of PDFgui, and plain
/// columns of r and G.
///
/// A header of `key = value` lines ends with `#### start data`, or where the columns begin. Of the
/// columns, parted by white space, commas or semicolons, the first two are r in Å and G in Å⁻².
public enum GRFile {
  /// The PDF in a file.
  ///
  /// - Throws: `FileError` with the line where the file is malformed.
  public static func read(_ path: String) throws(FileError) -> PDF {
    try parse(String(readingFile: path), path: path)
  }

  /// Writes a PDF with a header as PDFgetX3's, in ASCII, which this reader and PDFgui understand.
  ///
  /// - Throws: `FileError` where the file cannot be written; no half file is left.
  public static func write(_ pdf: PDF, to path: String) throws(FileError) {
    var text = "[DEFAULT]\n\noutputtype = gr\ninputfile = \(headerValue(pdf.name))\n"
    let values: [(String, Double?)] = [
      ("qmin", pdf.qmin), ("qmax", pdf.qmax), ("qdamp", pdf.qdamp),
    ]
    if let composition = pdf.composition {
      text += "composition = \(headerValue(composition))\n"
    }
    for case (let key, let value?) in values { text += "\(key) = \(value)\n" }
    text += "\n#### start data\n#S 1\n#L r($\\AA$)  G($\\AA^{-2}$)\n"
    for (r, g) in zip(pdf.r, pdf.g) { text += String(format: "%.6g %.9g\n", r, g) }
    try text.write(wholeFile: path)
  }

  /// Text as a header's value: what is no ASCII sign of print would end the line, or is not read by
  /// others.
  private static func headerValue(_ text: String) -> String {
    var value = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      value.append(scalar == "−" ? "-" : (" "..."~").contains(scalar) ? scalar : "?")
    }
    return String(value)
  }

  /// The PDF in a file's text; `path` is for messages.
  package static func parse(_ text: String, path: String) throws(FileError) -> PDF {
    let lines = text.fileLines
    let marker = lines.lastIndex { $0.hasPrefix("#") && $0.lowercased().contains("start data") }
    let start = marker.map { $0 + 1 } ?? lines.firstIndex { numbers($0) != nil } ?? lines.count
    let header = try Header(lines[..<start], path: path)
    let (r, g) = try columns(lines, from: start, path: path)
    return PDF(
      name: (path as NSString).lastPathComponent, r: r, g: g, qmin: header.qmin,
      qmax: header.qmax, qdamp: header.qdamp, composition: header.composition)
  }

  private static func columns(
    _ lines: [Substring], from start: Int, path: String
  ) throws(FileError) -> (r: [Double], g: [Double]) {
    var (r, g): ([Double], [Double]) = ([], [])
    var width: Int?
    for place in start..<lines.count {
      let line = lines[place].trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      let fields = fields(line)
      guard fields.count >= 2 else {
        throw FileError(path, line: place + 1, "r and G are expected, not '\(line)'")
      }
      guard let x = number(fields[0]), let y = number(fields[1]) else {
        let wrong = number(fields[0]) == nil ? fields[0] : fields[1]
        throw FileError(path, line: place + 1, "'\(wrong)' is no number")
      }
      if let width, fields.count != width {
        throw FileError(
          path, line: place + 1, "\(fields.count) columns where there were \(width) before")
      }
      width = fields.count
      guard x >= 0, x < 10_000 else {
        throw FileError(path, line: place + 1, "r is \(fields[0]) Å, but must be 0 to 10000 Å")
      }
      if let last = r.last, x <= last {
        throw FileError(
          path, line: place + 1, "r is \(fields[0]) Å after \(last.plain) Å; distances must ascend")
      }
      r.append(x)
      g.append(y)
    }
    guard !r.isEmpty else {
      throw FileError(path, "no data: no line holds r and G")
    }
    guard r.count >= 4 else {
      throw FileError(
        path, "\(r.count) \(r.count == 1 ? "point is" : "points are") too few; a PDF has 4 or more")
    }
    return (r, g)
  }

  static func fields(_ line: Substring) -> [Substring] {
    line.split { $0.isWhitespace || $0 == "," || $0 == ";" }
  }

  /// The numbers of a line, or nil where it is no line of two or more.
  private static func numbers(_ line: Substring) -> [Double]? {
    let numbers = fields(line).map(number)
    return numbers.count >= 2 && !numbers.contains(nil) ? numbers.compactMap { $0 } : nil
  }

  /// A finite number; Fortran's `1.0D+00` too.
  static func number(_ field: Substring) -> Double? {
    guard field.first.map({ $0.isNumber || "+-.".contains($0) }) ?? false else { return nil }
    let text = field.contains { $0 == "D" || $0 == "d" } ? field.lowercased() : String(field)
    let value = Double(text.replacingOccurrences(of: "d", with: "e"))
    return value.flatMap { $0.isFinite && !text.contains("x") ? $0 : nil }
  }
}
