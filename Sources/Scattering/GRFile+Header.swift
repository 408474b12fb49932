import Numerics
import Clusters

extension GRFile {
  /// What a header says of the measurement; other keys are passed over.
  struct Header {
    private(set) var qmin: Double?
    private(set) var qmax: Double?
    private(set) var qdamp: Double?
    private(set) var composition: String?

    init(_ lines: ArraySlice<Substring>, path: String) throws(FileError) {
      for (place, line) in zip(lines.indices, lines) {
        guard let (key, value) = Self.keyValue(line), !value.isEmpty else { continue }
        switch key {
        case "qmin": qmin = try Self.number(key, value, path, place)
        case "qmax": qmax = try Self.number(key, value, path, place)
        case "qdamp", "qsig": qdamp = try Self.number(key, value, path, place)
        case "composition", "formula":
          let text = value.filter { $0 != "\"" && $0 != "'" }
          guard text.contains(where: { $0.isLetter }) else {
            throw FileError(path, line: place + 1, "\(key) is '\(value)', but must name elements")
          }
          composition = text
        default: break
        }
      }
      if let qmin, let qmax, qmin >= qmax {
        throw FileError(
          path, "qmin is \(qmin.plain) Å⁻¹, but must be below qmax, \(qmax.plain) Å⁻¹")
      }
    }

    /// The pair of a line such as `# qmax = 25.0`.
    private static func keyValue(_ line: Substring) -> (key: String, value: String)? {
      guard let sign = line.firstIndex(where: { $0 == "=" || $0 == ":" }) else { return nil }
      let key = line[..<sign].drop { $0 == "#" || $0.isWhitespace }
      return (key.trimmed.lowercased(), String(line[line.index(after: sign)...].trimmed))
    }

    private static func number(
      _ key: String, _ value: String, _ path: String, _ place: Int
    ) throws(FileError) -> Double {
      let field = GRFile.fields(Substring(value)).first ?? ""
      guard let number = GRFile.number(field), (0...200).contains(number) else {
        throw FileError(
          path, line: place + 1, "\(key) is '\(value)', but must be a number from 0 to 200 Å⁻¹")
      }
      return number
    }
  }
}
