import Clusters
import Numerics

/// A file of columns, parted into the header and the rows of numbers.
struct DataBlock {
  /// A line of the file, with its number from 1.
  struct Line {
    let number: Int
    let text: Substring
  }

  /// A line of numbers; NaN where a field holds none.
  struct Row {
    let line: Int
    let values: [Double]
  }

  private(set) var header: [Line] = []
  private(set) var rows: [Row] = []
  /// What was left out.
  private(set) var notes: [String] = []

  /// - Throws: `FileError` where a line among the numbers is none of them.
  init(_ lines: [Substring], path: String) throws(FileError) {
    let marker = lines.lastIndex { Self.isComment($0) && $0.lowercased().contains("start data") }
    let start = marker.map { $0 + 1 } ?? 0
    let comma = try Self.hasDecimalCommas(lines[start...], path: path)
    let kinds = lines[start...].map { Self.kind($0.trimmed, comma: comma) }
    guard let block = Self.longestBlock(kinds) else {
      let spoilt = marker == nil ? nil : kinds.firstIndex { $0.spoiltRow != nil }
      throw FileError(
        path, line: spoilt.map { start + $0 + 1 },
        spoilt.flatMap { kinds[$0].spoiltRow } ?? "no data: no line holds r and G")
    }
    if let (place, reason) = Self.spoilt(kinds, block, afterMarker: marker != nil) {
      throw FileError(path, line: start + place + 1, reason)
    }
    if comma { notes.append("commas are read as decimal points") }

    let numbered = lines.enumerated().map { Line(number: $0 + 1, text: $1.trimmed) }
    header = Array(numbered[..<(start + block.lowerBound)])
    for place in block {
      guard case .row(let values) = kinds[place] else { continue }
      rows.append(Row(line: start + place + 1, values: values))
    }
    let tail = kinds[block.upperBound...].count { !$0.isSilent }
    if tail > 0 {
      notes.append("\(tail) \(tail == 1 ? "line" : "lines") behind the data left out")
    }
  }

  private enum Kind {
    case blank, comment
    case row([Double])
    /// Words, or numbers that are no row: what is wrong with it as a row, and the number that it
    /// begins with.
    case other(String, Double?)

    var isRow: Bool { if case .row = self { true } else { false } }
    var isSilent: Bool { if case .row = self { false } else { fault == nil } }
    var fault: String? { if case .other(let fault, _) = self { fault } else { nil } }
    var spoiltRow: String? { if case .other(let fault, _?) = self { fault } else { nil } }
    var first: Double? {
      switch self {
      case .row(let values): values[0]
      case .other(_, let first): first
      default: nil
      }
    }
  }

  static func isComment(_ line: Substring) -> Bool {
    guard let first = line.first(where: { !$0.isWhitespace }) else { return false }
    return "#!%'\"".contains(first) || line.trimmed.hasPrefix("//")
  }

  private static func kind(_ line: Substring, comma: Bool) -> Kind {
    if line.isEmpty { return .blank }
    if isComment(line) { return .comment }
    let fields = NumberField.split(line, comma: comma)
    let values = fields.map { NumberField.value($0, comma: comma) }
    let numbers = values.compactMap { $0 }
    if numbers.count == fields.count {
      return fields.count > 1
        ? .row(numbers) : .other("r and G are expected, not '\(line)'", numbers.first)
    }
    guard let first = numbers.first, let wrong = values.firstIndex(of: nil) else {
      return .other("text among the data: '\(line)'", nil)
    }
    return .other("'\(fields[wrong])' is no number", first)
  }

  /// The place of the most rows that no text interrupts, from the first to behind the last.
  private static func longestBlock(_ kinds: [Kind]) -> Range<Int>? {
    var best: (range: Range<Int>, rows: Int)?
    var (first, rows) = (0, 0)
    for (place, kind) in kinds.enumerated() {
      if kind.fault != nil { rows = 0 }
      guard kind.isRow else { continue }
      if rows == 0 { first = place }
      rows += 1
      if rows > best?.rows ?? 0 { best = (first..<place + 1, rows) }
    }
    return best?.range
  }

  /// The line that ends the rows while there are more, or that is no row where rows must begin.
  ///
  /// A few numbers before the data are part of a header, and behind them of a summary.
  private static func spoilt(
    _ kinds: [Kind], _ block: Range<Int>, afterMarker: Bool
  ) -> (place: Int, reason: String)? {
    let few = kinds[block].count(where: \.isRow) / 20
    let (before, behind) = (kinds[..<block.lowerBound], kinds[block.upperBound...])
    let place: Int?
    if isContinued(kinds, block) {
      place = behind.startIndex
    } else if behind.count(where: \.isRow) > few {
      place = behind.firstIndex { $0.fault != nil }
    } else if before.count(where: \.isRow) > few || afterMarker {
      place = before.lastIndex { $0.fault != nil }
    } else {
      place = nil
    }
    return place.flatMap { place in kinds[place].fault.map { (place, $0) } }
  }

  /// Whether the line behind the rows begins with the next distance, so that it is a spoilt row.
  private static func isContinued(_ kinds: [Kind], _ block: Range<Int>) -> Bool {
    let rows = kinds[block].filter(\.isRow)
    guard rows.count > 1, let last = rows[rows.count - 1].first,
      let before = rows[rows.count - 2].first, block.upperBound < kinds.count,
      case .other(let fault, let next?) = kinds[block.upperBound], fault.hasSuffix("is no number")
    else { return false }
    return next > last && next - last < 2.5 * (last - before)
  }
}
