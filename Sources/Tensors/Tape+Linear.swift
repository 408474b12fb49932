import Numerics

extension Tape {
  /// y = f(x Wᵀ + b), with W [outputs, inputs] and b [1, outputs] as in PyTorch.
  ///
  /// - Parameter slope: of f, a LeakyReLU; without it f is the identity.
  public func linear(
    _ x: Node, _ weight: Node, _ bias: Node? = nil, leaking slope: Float? = nil
  ) -> Node {
    precondition(
      x.columns == weight.columns,
      "x [\(x.rows), \(x.columns)] against W [\(weight.rows), \(weight.columns)]")
    let y = result(x.rows, weight.rows)
    multiply(x.factor, weight.factor.transposed, into: y.values) { rows, columns in
      guard bias != nil || slope != nil else { return }
      for row in rows {
        let tile = y.values + row * y.columns + columns.lowerBound
        if let bias { accumulate(tile, bias.values + columns.lowerBound, columns.count) }
        if let slope { leak(tile, slope, columns.count) }
      }
    }
    record { [unowned self] in
      finishBackward(of: y, bias: bias, slope: slope)
      let dy = Factor(y.gradients!, y.rows, y.columns)
      if let (dw, adds) = weight.gradientsToFill() {
        multiply(dy.transposed, x.factor, into: dw, adds: adds)
      }
      if let (dx, adds) = x.gradientsToFill() {
        multiply(dy, weight.factor, into: dx, adds: adds)
      }
    }
    return y
  }

  /// The product of two matrices.
  public func product(_ a: Node, _ b: Node) -> Node {
    let y = result(a.rows, b.columns)
    multiply(a.factor, b.factor, into: y.values)
    record {
      let dy = Factor(y.gradients!, y.rows, y.columns)
      if let (da, adds) = a.gradientsToFill() {
        multiply(dy, b.factor.transposed, into: da, adds: adds)
      }
      if let (db, adds) = b.gradientsToFill() {
        multiply(a.factor.transposed, dy, into: db, adds: adds)
      }
    }
    return y
  }

  /// Takes dy back through the LeakyReLU, in place, and adds its columns to db.
  private func finishBackward(of y: Node, bias: Node?, slope: Float?) {
    nonisolated(unsafe) let dy = y.gradients!
    let db = bias?.gradients
    guard db != nil || slope != nil else { return }
    let pieces = Pieces(of: y.rows, atMost: 256)
    nonisolated(unsafe) let sums = db.map { _ in scratch(pieces.count * y.columns) }
    Workers.perform(pieces.count) { piece in
      let sum = sums.map { $0 + piece * y.columns }
      sum?.update(repeating: 0, count: y.columns)
      for row in pieces[piece] {
        let start = row * y.columns
        if let slope { leakBackward(dy + start, y.values + start, slope, y.columns) }
        if let sum { accumulate(sum, dy + start, y.columns) }
      }
    }
    guard let db, let sums else { return }
    for piece in 0..<pieces.count { accumulate(db, sums + piece * y.columns, y.columns) }
  }
}
