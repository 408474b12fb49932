extension Tape {
  /// The columns in `range`.
  public func columns(_ range: Range<Int>, of x: Node) -> Node {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= x.columns, "columns \(range) of \(x.columns)")
    let y = result(x.rows, range.count)
    for row in 0..<x.rows {
      (y.values + row * y.columns).update(
        from: x.values + row * x.columns + range.lowerBound, count: y.columns)
    }
    record {
      guard let dx = x.gradients else { return }
      for row in 0..<x.rows {
        accumulate(
          dx + row * x.columns + range.lowerBound, y.gradients! + row * y.columns, y.columns)
      }
    }
    return y
  }

  /// Two nodes of equal rows side by side.
  public func concatenate(_ left: Node, _ right: Node) -> Node {
    precondition(left.rows == right.rows, "\(left.rows) rows beside \(right.rows)")
    let y = result(left.rows, left.columns + right.columns)
    for (part, first) in [(left, 0), (right, left.columns)] {
      for row in 0..<y.rows {
        (y.values + row * y.columns + first).update(
          from: part.values + row * part.columns, count: part.columns)
      }
      record {
        guard let dx = part.gradients else { return }
        for row in 0..<y.rows {
          accumulate(
            dx + row * part.columns, y.gradients! + row * y.columns + first, part.columns)
        }
      }
    }
    return y
  }

  /// The same values in another shape.
  public func reshaped(_ x: Node, _ rows: Int, _ columns: Int) -> Node {
    precondition(x.count == rows * columns, "\(x.count) values as [\(rows), \(columns)]")
    return x.reshaped(rows, columns)
  }
}
