import Numerics
import Testing

/// Tiled products against sums written out.
struct MatrixProductTests {
  @Test(arguments: [(5, 7, 3), (400, 3, 530), (17, 900, 1), (1, 1, 1)], [1, 2])
  func equalsTheSum(size: (m: Int, k: Int, n: Int), threads: Int) {
    let (m, k, n) = size
    // Small whole numbers, whose sums are exact in single precision.
    func matrix(_ rows: Int, _ columns: Int, _ seed: Int) -> Buffer {
      let buffer = Buffer(count: rows * columns)
      buffer.array = (0..<rows * columns).map { Float(($0 * 7 + seed) % 11 - 5) }
      return buffer
    }
    let (a, b, c) = (matrix(m, k, 1), matrix(k, n, 2), matrix(m, n, 3))
    let (at, bt) = (matrix(k, m, 0), matrix(n, k, 0))
    at.array = (0..<k * m).map { a.array[$0 % m * k + $0 / m] }
    bt.array = (0..<n * k).map { b.array[$0 % k * n + $0 / k] }
    let (x, y, start) = (a.array, b.array, c.array)
    let expected = (0..<m * n).map { index in
      (0..<k).reduce(start[index]) { $0 + x[index / n * k + $1] * y[$1 * n + index % n] }
    }
    let (fa, fb) = (Factor(a.pointer, m, k), Factor(b.pointer, k, n))
    let (fat, fbt) = (Factor(at.pointer, k, m).transposed, Factor(bt.pointer, n, k).transposed)
    for (left, right) in [(fa, fb), (fat, fb), (fa, fbt), (fat, fbt)] {
      c.array = start
      Workers.$limit.withValue(threads) { multiply(left, right, into: c.pointer, adds: true) }
      #expect(c.array == expected)
    }
    Workers.$limit.withValue(threads) { multiply(fa, fb, into: c.pointer) }
    #expect(c.array == zip(expected, start).map { $0 - $1 })
  }
}
