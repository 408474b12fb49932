import Clusters
import Numerics

/// The points of a curve as they are left when the rows of a file have been cleaned.
struct CurvePoints {
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []
  /// Standard errors of y, where the file gives any.
  private(set) var errors: [Double]?
  private(set) var notes: [String] = []

  /// - Throws: `FileError` where the rows are no curve, with the line and the cause.
  init(_ rows: [DataBlock.Row], _ plan: ColumnPlan, quantity: Quantity, path: String)
    throws(FileError)
  {
    var rows = Self.complete(rows, plan, &notes)
    if let short = rows.first(where: { $0.values.count < plan.needed }) {
      throw FileError(
        path, line: short.line,
        "\(short.values.count) columns where \(plan.needed) are needed")
    }
    let all = rows.count
    rows.removeAll { row in
      row.values[plan.x].isNaN || row.values[plan.y].isNaN
        || plan.added.map { row.values[$0].isNaN } ?? false
    }
    let missing = all - rows.count
    guard !rows.isEmpty else { throw FileError(path, "no data: all \(all) rows hold no number") }
    if missing > 0 { notes.append("\(missing) of \(all) rows without a number left out") }
    Self.dropHeaderNumbers(&rows, plan.x, &notes)
    if rows.count > 1,
      zip(rows, rows.dropFirst()).allSatisfy({
        $0.values[plan.x] > $1.values[plan.x]
      })
    {
      rows.reverse()
      notes.append("the rows descend and are turned round")
    }
    let negative = rows.prefix { $0.values[plan.x] < 0 }.count
    if negative > 0 {
      rows.removeFirst(negative)
      notes.append(
        "\(negative) \(negative == 1 ? "row" : "rows") of negative \(quantity.symbol) left out")
    }
    try Self.requireOrder(rows, plan.x, quantity, path)
    guard rows.count >= 4 || missing > 0 && !rows.isEmpty else {
      let are = rows.count == 1 ? "point is" : "points are"
      throw FileError(path, "\(rows.count) \(are) too few; a PDF has 4 or more")
    }
    x = rows.map { $0.values[plan.x] }
    y = rows.map { row in row.values[plan.y] + (plan.added.map { row.values[$0] } ?? 0) }
    if let hole = Self.hole(x) {
      notes.append(
        "no data from \(hole.lowerBound.plain) to \(hole.upperBound.plain) \(quantity.unit)")
    }
    errors = readErrors(rows, plan)
  }

  /// What the rows are over.
  enum Quantity {
    case distance, wavenumber
    var symbol: String { self == .distance ? "r" : "Q" }
    var unit: String { self == .distance ? "Å" : "Å⁻¹" }
    var plural: String { self == .distance ? "distances" : "values of Q" }
  }

  mutating func scale(x factor: Double) { x = x.map { $0 * factor } }

  /// Without the last row where it was cut off, and with a word on rows of unequal length.
  private static func complete(
    _ rows: [DataBlock.Row], _ plan: ColumnPlan, _ notes: inout [String]
  ) -> [DataBlock.Row] {
    var rows = rows
    if let last = rows.last, last.values.count < plan.needed {
      rows.removeLast()
      notes.append("the last row, which is cut off, is left out")
    }
    let widths = rows.map(\.values.count)
    let usual = Dictionary(grouping: widths) { $0 }.max { $0.value.count < $1.value.count }?.key
    let others = widths.count { $0 != usual }
    if others > 0, let usual {
      notes.append("\(others) \(others == 1 ? "row has" : "rows have") not \(usual) columns")
    }
    return rows
  }

  /// Up to three rows at the start, behind which the distances begin anew, belong to a header.
  private static func dropHeaderNumbers(
    _ rows: inout [DataBlock.Row], _ x: Int, _ notes: inout [String]
  ) {
    for count in stride(from: min(3, rows.count - 4), to: 0, by: -1)
    where rows[count - 1].values[x] > rows[count].values[x]
      && rows[count].values[x] < rows[count + 1].values[x]
      && rows.count > 20 * count
    {
      rows.removeFirst(count)
      notes.append("\(count) \(count == 1 ? "line" : "lines") of numbers before the data left out")
      return
    }
  }

  private static func requireOrder(
    _ rows: [DataBlock.Row], _ place: Int, _ quantity: Quantity, _ path: String
  ) throws(FileError) {
    let symbol = quantity.symbol
    for (i, row) in rows.enumerated() {
      let x = row.values[place]
      guard (0..<10_000).contains(x) else {
        throw FileError(
          path, line: row.line,
          "\(symbol) is \(x.plain) \(quantity.unit), but must be 0 to 10000 \(quantity.unit)")
      }
      guard i > 0, x <= rows[i - 1].values[place] else { continue }
      let repeats = zip(rows, rows.dropFirst()).count {
        $0.values[place] == $1.values[place]
      }
      let cause =
        repeats * 4 > rows.count
        ? "\(symbol) is written with too few digits" : "\(quantity.plural) must ascend"
      throw FileError(
        path, line: row.line,
        "\(symbol) is \(x.plain) \(quantity.unit) after \(rows[i - 1].values[place].plain) "
          + "\(quantity.unit); \(cause)")
    }
  }

  /// The widest hole between two points, where one is wider than ten usual steps.
  private static func hole(_ x: [Double]) -> ClosedRange<Double>? {
    let steps = zip(x, x.dropFirst()).map { $1 - $0 }
    guard let usual = steps.sorted().dropFirst(steps.count / 2).first,
      let widest = steps.indices.max(by: { steps[$0] < steps[$1] }), steps[widest] > 10 * usual
    else { return nil }
    return x[widest]...x[widest + 1]
  }

  /// Errors that can be such: none negative or missing, and not one number everywhere.
  private mutating func readErrors(_ rows: [DataBlock.Row], _ plan: ColumnPlan) -> [Double]? {
    guard let place = plan.error, rows.allSatisfy({ $0.values.count > place }) else { return nil }
    let errors = rows.map { $0.values[place] }
    guard errors.allSatisfy({ $0 >= 0 }), let first = errors.first,
      errors.contains(where: { $0 != first })
    else { return nil }
    return errors
  }
}
