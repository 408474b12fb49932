extension Tape {
  /// Some rows of x, in the order of their numbers.
  public func rows(_ numbers: [Int], of x: Node) -> Node {
    precondition(numbers.allSatisfy { $0 >= 0 && $0 < x.rows }, "rows of \(x.rows)")
    let (width, y) = (x.columns, result(numbers.count, x.columns))
    for (row, number) in numbers.enumerated() {
      (y.values + row * width).update(from: x.values + number * width, count: width)
    }
    record {
      guard let dx = x.gradients else { return }
      for (row, number) in numbers.enumerated() {
        accumulate(dx + number * width, y.gradients! + row * width, width)
      }
    }
    return y
  }
}
