extension Shape {
  /// A block of `size` hexagonal close-packed cells, with c = 1.633 a and two atoms a cell.
  ///
  /// The second axis is at 120° to the first. Cells are walked with the first axis fastest.
  /// - Throws: `ClusterError` for an impossible size.
  static func hcp(_ size: [Int]) throws(ClusterError) -> Shape {
    guard size.count == 3 else {
      throw ClusterError(
        "size has \(numbers(size.count)), but needs 3: cells along a, b and c", of: "size")
    }
    try require("size", size, atLeast: 1)
    try requireSize(size.reduce(2) { $0 * Double($1) })

    let a = SIMD3<Double>(1, 0, 0)
    let b = SIMD3<Double>(-0.5, 3.0.squareRoot() / 2, 0)
    let c = SIMD3<Double>(0, 0, 1.633)
    let second = SIMD3<Double>(0, 1 / 3.0.squareRoot(), 1.633 / 2)
    var sites: [SIMD3<Double>] = []
    for k in 0..<size[2] {
      for j in 0..<size[1] {
        for i in 0..<size[0] {
          let cell = Double(i) * a + Double(j) * b + Double(k) * c
          sites += [cell, cell + second]
        }
      }
    }
    return Shape(.hcp, .hcp(size: size), sites: sites)
  }
}
