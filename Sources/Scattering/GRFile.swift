import Clusters
import Foundation
import Numerics

/// Files of PDFs: `.gr` of PDFgetX3, xPDFsuite, PDFgetX2, PDFgetN, GSAS-II, Mantid and others, and
/// plain columns of r and G.
public enum GRFile {
  /// The PDF in a file.
  ///
  /// - Throws: `FileError` with the line where the file is malformed, or with what its curve is
  ///   where that is no G(r).
  public static func read(
    _ path: String, said: SaidConditions = SaidConditions()
  ) throws(FileError) -> PDF {
    try pdf(CurveFile.read(path, said: said), path: path)
  }

  /// The PDF in a file's text; `path` is for messages.
  package static func parse(
    _ text: String, path: String, said: SaidConditions = SaidConditions()
  ) throws(FileError) -> PDF {
    try pdf(CurveFile.parse(text, path: path, said: said), path: path)
  }

  private static func pdf(_ curve: CurveFile.Curve, path: String) throws(FileError) -> PDF {
    switch curve {
    case .pdf(let pdf): return pdf
    case .structureFactor(let factor):
      throw FileError(path, "this is \(factor.kind.rawValue), not G(r), which is its transform")
    }
  }

  /// Writes a PDF with a header as PDFgetX3's, in ASCII, which this reader, PDFgui and diffpy
  /// understand.
  ///
  /// - Throws: `FileError` where the file cannot be written; no half file is left.
  public static func write(_ pdf: PDF, to path: String) throws(FileError) {
    try text(of: pdf).write(wholeFile: path)
  }

  /// The text of such a file.
  package static func text(of pdf: PDF) -> String {
    var text = "[DEFAULT]\n\noutputtype = gr\ninputfile = \(headerValue(pdf.name))\n"
    let values: [(String, Double?)] = [
      ("qmin", pdf.qmin), ("qmax", pdf.qmax), ("qdamp", pdf.qdamp), ("qbroad", pdf.qbroad),
      ("temperature", pdf.temperature),
    ]
    if let composition = pdf.composition {
      text += "composition = \(headerValue("\(composition)"))\n"
    }
    for case (let key, let value?) in values { text += "\(key) = \(value)\n" }
    text += "\n#### start data\n#S 1\n#L r($\\AA$)  G($\\AA^{-2}$)"
    text += pdf.errors == nil ? "\n" : "  d_r  d_Gr\n"
    for (i, (r, g)) in zip(pdf.r, pdf.g).enumerated() {
      text += String(format: "%.6g %.9g", r, g)
      if let errors = pdf.errors { text += String(format: " 0 %.6g", errors[i]) }
      text += "\n"
    }
    return text
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
}
