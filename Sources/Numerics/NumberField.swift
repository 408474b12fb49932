import Foundation

/// One field of a line of numbers.
package enum NumberField {
  /// The number that a field is; NaN where it stands for no number, such as `NaN` or `*****`; nil
  /// where it is a word.
  ///
  /// Fortran's `1.0D+00` and `-.15` are numbers; with `comma`, so is `0,15`.
  package static func value(_ field: Substring, comma: Bool = false) -> Double? {
    guard let first = field.utf8.first else { return .nan }
    if first == 0xE2, field.hasPrefix("−") {
      return value(Substring("-" + field.dropFirst()), comma: comma)
    }
    let isDigit = (48...57).contains(first)
    guard isDigit || first == 43 || first == 45 || first == 46 else { return missing(field) }
    if !comma, let value = Double(field), value.isFinite, !isHexadecimal(field) { return value }
    var text = field.lowercased()
    if comma { text = text.replacing(",", with: ".") }
    if text.last != "d" { text = text.replacing("d", with: "e") }
    guard let value = Double(text) else { return missing(field) }
    return value.isFinite && !isHexadecimal(field) ? value : missing(field)
  }

  private static func isHexadecimal(_ field: Substring) -> Bool {
    field.utf8.contains { $0 == 120 || $0 == 88 }
  }

  /// NaN for what programs write in place of a number, nil for anything else.
  private static func missing(_ field: Substring) -> Double? {
    if field.allSatisfy({ $0 == "*" }) { return .nan }
    let word = field.lowercased().drop { "+-1.#".contains($0) }
    return missingWords.contains(String(word)) ? .nan : nil
  }

  private static let missingWords: Set = [
    "nan", "nanq", "nan(ind)", "nan(snan)", "inf", "infinity", "ind", "qnan", "n/a", "null",
  ]

  /// The fields of a line, parted by white space, semicolons and, unless they are decimal, commas.
  ///
  /// Between two commas or semicolons with nothing in between stands an empty field.
  package static func split(_ line: Substring, comma: Bool = false) -> [Substring] {
    var fields: [Substring] = []
    // Blanks that do not break a line part columns too.
    let line = line.utf8.contains(0xC2) ? Substring(line.replacing("\u{A0}", with: " ")) : line
    let bytes = line.utf8
    var start: Substring.Index?
    var isOpen = false  // whether a comma or semicolon has been and no field since
    for index in bytes.indices {
      let byte = bytes[index]
      let isMark = byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") && !comma
      if isMark || byte == 32 || (9...13).contains(byte) {
        if let begin = start { fields.append(line[begin..<index]) }
        if isMark {
          if start == nil, isOpen || fields.isEmpty { fields.append("") }
          isOpen = true
        } else if start != nil {
          isOpen = false
        }
        start = nil
      } else if start == nil {
        start = index
        isOpen = false
      }
    }
    if let begin = start { fields.append(line[begin...]) }
    return fields
  }
}
