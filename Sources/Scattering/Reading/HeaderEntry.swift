import Clusters
import Numerics

/// A key of a header with what stands behind it, such as `qmax = 25.0`.
public struct HeaderEntry: Codable, Sendable, Hashable {
  /// As it is written, without a unit: `Qmax`.
  public let key: String
  /// As it is written: `25.0 A-1`.
  public let value: String
  /// The line in the file, from 1.
  package let line: Int

  /// The number that the value begins with, if it does.
  public var number: Double? { NumberField.leading(value) }

  /// The key in small letters without `_`, `-` and blanks, so that `Q_max` is `qmax`.
  package var name: String { Self.plain(key) }

  static func plain(_ key: some StringProtocol) -> String {
    String(key.lowercased().filter { !"_- .".contains($0) })
  }
}

extension HeaderEntry {
  /// The entries of a header: `key = value` and `key: value`, several of them on a line, with a
  /// unit or none, and `Qmax 25.0` for keys that are known.
  static func all(in header: [DataBlock.Line]) -> [HeaderEntry] {
    header.flatMap { line -> [HeaderEntry] in
      // In {"qmax": 22} quotes and brackets mean nothing.
      let plain = String(line.text.map { "\"{}".contains($0) ? " " : $0 })
      let text = Substring(plain.drop { "#!%'/; \t".contains($0) })
      if let name = fileName(in: text, line: line.number) { return [name] }
      let pairs = pairs(in: text)
      return (pairs.isEmpty ? knownWords(in: text) : pairs).map {
        HeaderEntry(key: $0.key, value: $0.value, line: line.number)
      }
    }
  }

  /// The entry of a line that names a file, whose name may hold what looks like further entries.
  private static func fileName(in line: Substring, line number: Int) -> HeaderEntry? {
    guard let sign = line.firstIndex(of: "="), files.contains(plain(line[..<sign])) else {
      return nil
    }
    let value = tidy(line[line.index(after: sign)...])
    return HeaderEntry(key: String(line[..<sign].trimmed), value: value, line: number)
  }

  /// Keys of PDFgetX3 and its kin.
  private static let files: Set = ["inputfile", "backgroundfile", "inputdir", "savedir"]

  /// The parts of a line around its signs; a key is the word, with its unit, before a sign.
  private static func pairs(in line: Substring) -> [(key: String, value: String)] {
    var pairs: [(key: String, value: String)] = []
    var key: Substring?
    var valueStart = line.startIndex
    // Behind an = a colon is part of a text, as in 'title=Run 7: gold'.
    let equals = line.firstIndex(of: "=") ?? line.endIndex
    for sign in line.indices where line[sign] == "=" || line[sign] == ":" && sign < equals {
      let next = line.index(after: sign)
      // C:\ is no key.
      if next < line.endIndex, line[next] == "\\" { continue }
      guard let start = keyStart(in: line[valueStart..<sign]) else { continue }
      if let key { pairs.append((withoutUnit(key), tidy(line[valueStart..<start]))) }
      key = line[start..<sign]
      valueStart = next
    }
    if let key { pairs.append((withoutUnit(key), tidy(line[valueStart...]))) }
    return pairs
  }

  /// Where the key that ends a text begins; nil where it ends in no word.
  private static func keyStart(in text: Substring) -> Substring.Index? {
    var body = text.trimmed
    if let close = body.last, close == ")" || close == "]",
      let open = body.lastIndex(of: close == ")" ? "(" : "["), open > body.startIndex
    {
      body = body[..<open].trimmed
    }
    let parts = body.split { $0.isWhitespace || $0 == "," || $0 == ";" }
    guard var word = parts.last, word.first?.isLetter == true else { return nil }
    // 'Q max' is one key.
    if parts.count > 1, plain(parts[parts.count - 2]) == "q", isQuantity("q" + plain(word)) {
      word = parts[parts.count - 2]
    }
    return word.startIndex
  }

  private static func withoutUnit(_ key: Substring) -> String {
    let end = key.firstIndex { "([".contains($0) } ?? key.endIndex
    return String(key[..<end].trimmed)
  }

  private static func tidy(_ value: Substring) -> String {
    var value = value.trimmed
    while let last = value.last, ",;".contains(last) { value = value.dropLast().trimmed }
    return String(value)
  }

  /// `Qmin 1.0 Qmax 22.0`: known keys with a number each, without a sign.
  private static func knownWords(in line: Substring) -> [(key: String, value: String)] {
    let words = line.split { $0.isWhitespace || $0 == "," || $0 == ";" }
    return zip(words, words.dropFirst()).enumerated().compactMap { place, pair in
      let name = plain(pair.0.prefix { !"([".contains($0) })
      guard quantities.contains(name) || name == "composition" else { return nil }
      let rest = words[(place + 1)...].joined(separator: " ")
      guard name == "composition" || NumberField.leading(String(pair.1)) != nil else { return nil }
      return (String(pair.0.prefix { !"([".contains($0) }), rest)
    }
  }

  private static func isQuantity(_ name: String) -> Bool {
    quantities.contains(name) || name == "qrange"
  }

  /// Keys that may stand before a number without a sign.
  private static let quantities: Set = ["qmin", "qmax", "qdamp", "qbroad", "temperature"]
}

extension NumberField {
  /// The number that a text begins with, as in `22.0 A-1`, `22,0` and `"22"`.
  static func leading(_ text: String) -> Double? {
    let body = text.drop { "\"'[( ".contains($0) }
    let field = body.prefix { $0.isASCII && ($0.isNumber || "+-.,eEdD".contains($0)) }
    var digits = field
    // 'A' of a unit may follow at once; an 'e' or a comma without digits is none of the number.
    while let last = digits.last, !last.isNumber, last != "." { digits = digits.dropLast() }
    let next = body[digits.endIndex...].first
    guard next.map({ $0.isWhitespace || "AKÅCnd°,;)]\"'".contains($0) }) ?? true else { return nil }
    return value(digits, comma: digits.contains(",")).flatMap { $0.isNaN ? nil : $0 }
  }
}
