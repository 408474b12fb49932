import Testing

/// A header as a program writes it, made up after the program's habits, and what it says.
struct HeaderStyle: CustomTestStringConvertible, Sendable {
  let program: String
  let header: String
  var qmin: Double?
  var qmax: Double?
  var qdamp: Double?
  var qbroad: Double?
  var temperature: Double?
  var composition: String?
  /// Of the rows below the header, as `printf` takes it.
  var rows = "%.2f %.6f"
  var path = "a.gr"

  var testDescription: String { "\(program): \(header.prefix(60))" }

  static let all = Array(
    [
      pdfgetx3, xpdfsuite, pdfgetx2, pdfgetn, gsas, mantid, gudrun, rmcprofile, discus, byHand,
    ].joined())
}
