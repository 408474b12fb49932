import Clusters
import Numerics

extension DataBlock {
  /// Whether numbers are written as `0,15`, which is clear where white space or semicolons part
  /// the columns and no number has a point.
  ///
  /// - Throws: `FileError` where commas stand for the point and between the columns as well.
  static func hasDecimalCommas(
    _ lines: ArraySlice<Substring>, path: String
  ) throws(FileError) -> Bool {
    guard lines.contains(where: { $0.utf8.contains(UInt8(ascii: ",")) }) else { return false }
    let marks = Set("0123456789+-.,;eEdD \t")
    let candidates = lines.filter { line in
      line.contains { $0.isNumber } && line.allSatisfy { marks.contains($0) }
    }
    guard candidates.contains(where: { $0.contains(",") }),
      !candidates.contains(where: { $0.contains(".") })
    else { return false }
    let columns = candidates.map { line in
      line.split { $0.isWhitespace || $0 == ";" }
    }
    let areDecimal = columns.count { fields in
      fields.count > 1 && fields.contains { $0.contains(",") } && fields.allSatisfy(isDecimal)
    }
    if areDecimal * 10 >= candidates.count * 9 { return true }
    let areDouble = columns.count { fields in
      fields.count == 1 && fields[0].split(separator: ",").count == 4
    }
    if areDouble * 10 >= candidates.count * 9 {
      throw FileError(
        path, line: lines.firstIndex(of: candidates[0]).map { $0 + 1 },
        "commas stand for the decimal point and between the columns; part the columns by semicolons"
      )
    }
    return false
  }

  /// Digits with at most one comma, which has digits behind it.
  private static func isDecimal(_ field: Substring) -> Bool {
    let parts = field.split(separator: ",", omittingEmptySubsequences: false)
    return parts.count == 1 || parts.count == 2 && parts[1].first?.isNumber == true
  }
}
