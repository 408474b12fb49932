import Clusters
import Numerics

/// The columns of a file that make up its curve, by their places from 0.
struct ColumnPlan {
  let x: Int
  let y: Int
  /// What is added to y, where a file holds the calculated curve and the difference.
  private(set) var added: Int?
  private(set) var error: Int?
  private(set) var kind: CurveKind?
  private(set) var isTwoTheta = false
  private(set) var notes: [String] = []

  /// The columns that a row must have.
  var needed: Int { max(x, y, added ?? 0) + 1 }

  /// - Parameters:
  ///   - rows: the file's rows, of which the first tell what unnamed columns are.
  ///   - isFit: whether the file was written by a fit, so that its G(r) is the calculated one.
  /// - Throws: `FileError` where the file has no such column as is asked for.
  init(
    _ names: [ColumnName], rows: [DataBlock.Row], choice: ColumnChoice?, isFit: Bool, path: String
  ) throws(FileError) {
    let width = rows.map(\.values.count).max() ?? 0
    let isIndexed = names.isEmpty && Self.beginsWithIndex(rows)
    let found = names.firstIndex {
      [.distance, .wavenumber, .twoTheta].contains($0.role)
    }
    x = found ?? (isIndexed ? 1 : 0)
    isTwoTheta = found.map { names[$0].role == .twoTheta } ?? false
    if isIndexed { notes.append("the first column counts the rows and is left out") }

    let isOverR = found.map { names[$0].role == .distance } ?? false
    func place(_ origin: ColumnName.Origin) -> Int? {
      names.firstIndex { name in
        guard case .curve(let kind, origin) = name.role else { return false }
        // Beside r an i counts rows.
        return kind != .intensity || !isOverR
      }
    }
    let measured = place(.measured)
    let calculated = place(.calculated)
    let difference = place(.difference)
    let next = x == 0 || isIndexed ? x + 1 : 0
    if let choice {
      y = try Self.place(of: choice, names, width, path) { word in
        switch word {
        case "measured": measured
        case "calculated": calculated ?? (isFit ? measured : nil)
        case "difference": difference
        default: nil
        }
      }
    } else if let model = calculated ?? (isFit ? measured : nil), let difference,
      calculated == nil || measured == nil
    {
      (y, added) = (model, difference)
      notes.append(
        "the measured curve is the sum of \(names[model].text) and \(names[difference].text); "
          + "column: takes another")
    } else {
      y = measured ?? calculated ?? next
      if let measured, calculated != nil || difference != nil {
        notes.append("the curve is the column \(names[measured].text); column: takes another")
      } else if let calculated, measured == nil {
        notes.append("the curve is the calculated one, \(names[calculated].text)")
      }
    }
    if y < names.count, case .curve(let named, _) = names[y].role { kind = named }
    error = names.firstIndex { $0.role == .error } ?? (names.isEmpty ? Self.error(rows, y) : nil)
    if choice != nil || added != nil { error = y == measured ? error : nil }
  }

  private static func place(
    of choice: ColumnChoice, _ names: [ColumnName], _ width: Int, _ path: String,
    byWord: (String) -> Int?
  ) throws(FileError) -> Int {
    switch choice {
    case .place(let place) where (1...max(width, 1)).contains(place): return place - 1
    case .place(let place):
      throw FileError(path, "there is no column \(place); it has \(width)")
    case .name(let name):
      let plain = HeaderEntry.plain(name)
      let exact = names.firstIndex { HeaderEntry.plain($0.text) == plain }
      let short = names.firstIndex { HeaderEntry.plain($0.text).hasPrefix(plain) }
      if let place = exact ?? byWord(name.lowercased()) ?? short { return place }
      let known = names.isEmpty ? "they have no names" : names.map(\.text).joined(separator: ", ")
      throw FileError(path, "there is no column '\(name)'; its \(width) columns: \(known)")
    }
  }

  /// Whether the first column is 0, 1, 2 … or 1, 2, 3 … and the second ascends as distances do.
  private static func beginsWithIndex(_ rows: [DataBlock.Row]) -> Bool {
    guard rows.count >= 8, rows.allSatisfy({ $0.values.count >= 3 }),
      let start = rows.first?.values[0], start == 0 || start == 1
    else { return false }
    return zip(rows, rows.dropFirst()).allSatisfy {
      $1.values[0] == $0.values[0] + 1 && $1.values[1] > $0.values[1]
    }
  }

  /// The error among unnamed columns: behind r and G, or behind r, G and the error of r.
  private static func error(_ rows: [DataBlock.Row], _ y: Int) -> Int? {
    let width = rows.map(\.values.count).min() ?? 0
    return width == y + 2 ? y + 1 : width == y + 3 ? y + 2 : nil
  }
}
