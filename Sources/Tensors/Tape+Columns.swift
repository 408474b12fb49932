extension Tape {
  /// Nodes of equal rows side by side.
  public func concatenate(_ parts: [Node]) -> Node {
    let rows = parts[0].rows
    precondition(parts.allSatisfy { $0.rows == rows }, "rows \(parts.map(\.rows)) side by side")
    let y = result(rows, parts.reduce(0) { $0 + $1.columns })
    var first = 0
    for part in parts {
      copyColumns(from: part, to: y, at: first)
      first += part.columns
    }
    return y
  }

  private func copyColumns(from part: Node, to y: Node, at first: Int) {
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

  /// Row `indices[i]` of x as row i.
  public func gather(_ x: Node, rows indices: [Int]) -> Node {
    let y = result(indices.count, x.columns)
    for (row, index) in indices.enumerated() {
      (y.values + row * y.columns).update(from: x.values + index * x.columns, count: y.columns)
    }
    record {
      guard let dx = x.gradients else { return }
      for (row, index) in indices.enumerated() {
        accumulate(dx + index * x.columns, y.gradients! + row * y.columns, y.columns)
      }
    }
    return y
  }

  /// One node below another, of equal columns.
  public func stack(_ top: Node, _ bottom: Node) -> Node {
    precondition(top.columns == bottom.columns, "columns \(top.columns) above \(bottom.columns)")
    let y = result(top.rows + bottom.rows, top.columns)
    y.values.update(from: top.values, count: top.count)
    (y.values + top.count).update(from: bottom.values, count: bottom.count)
    record {
      if let dt = top.gradients { accumulate(dt, y.gradients!, top.count) }
      if let db = bottom.gradients { accumulate(db, y.gradients! + top.count, bottom.count) }
    }
    return y
  }

  /// The same values in another shape.
  public func reshaped(_ x: Node, _ rows: Int, _ columns: Int) -> Node {
    precondition(x.count == rows * columns, "\(x.count) values as [\(rows), \(columns)]")
    return Node(rows: rows, columns: columns, values: x.values, gradients: x.gradients)
  }
}
