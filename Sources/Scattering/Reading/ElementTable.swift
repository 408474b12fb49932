import Clusters
import Numerics

/// The table of elements in headers of PDFgetX2 and PDFgetN.
///
/// ```
/// #L symbol valence fractions z …          Element relAtomNum atomMass …
///   Ni    0.00   1.000000    28 …            Mn        0.5000   54.931 …
/// ```
enum ElementTable {
  /// The formula that the table tells, or nil where there is none.
  static func formula(in header: [DataBlock.Line]) -> String? {
    for (place, line) in header.enumerated() {
      let names = words(line.text).map { $0.lowercased() }
      guard let first = names.firstIndex(where: { $0 == "symbol" || $0 == "element" }),
        let amount = names.firstIndex(where: amounts.contains)
      else { continue }
      let formula = header[(place + 1)...].map { words($0.text) }.prefix { words in
        words.count > max(first, amount) && Element(String(words[first])) != nil
          && NumberField.value(words[amount]) != nil
      }.map { words in
        let value = NumberField.value(words[amount]) ?? 1
        return "\(words[first])\(value == 1 ? "" : value.plain)"
      }
      if !formula.isEmpty { return formula.joined(separator: " ") }
    }
    return nil
  }

  private static let amounts: Set = ["fractions", "fraction", "relatomnum", "amount", "number"]

  private static func words(_ line: Substring) -> [Substring] {
    var words = line.split { $0.isWhitespace || $0 == "," }
    while let first = words.first, first.hasPrefix("#") { words.removeFirst() }
    return words
  }
}
