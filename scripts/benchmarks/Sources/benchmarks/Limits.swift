import CBLASRate

/// What one core of this machine does at best, measured in the same run.
struct Limits {
  /// Pairs a second of nothing but distances and their square roots.
  let pairs: Double

  /// Floating-point operations a second of OpenBLAS's sgemm: 32 rows, as a batch of clusters, by
  /// a table of 512 × 512.
  let products: Double

  /// The same of sgemv, a single row by that table, as a cluster alone.
  let row: Double

  static let ofACore: Limits = {
    openblas_set_num_threads(1)
    let limits = Limits(
      pairs: bareDistances(), products: product(rows: 32), row: product(rows: 1))
    print(
      "one core alone: \(figures(limits.pairs / 1e6)) million distances a second, OpenBLAS "
        + "\(figures(limits.products / 1e9)) GFLOP/s by 32 rows and \(figures(limits.row / 1e9)) by one\n"
    )
    return limits
  }()

  /// The least time for distances and products.
  func seconds(pairs count: Double, operations: Double, batch: Bool) -> Double {
    count / pairs + operations / (batch ? products : row)
  }

  private static func bareDistances() -> Double {
    let atoms = 4000
    let x = (0..<atoms / 8).map { i in
      SIMD8<Float>((0..<8).map { Float((i * 8 + $0) * 7919 % 1000) })
    }
    var sum = SIMD8<Float>.zero
    let time = Stopwatch {
      for i in 0..<atoms {
        let xi = SIMD8<Float>(repeating: x[i / 8][i % 8])
        for block in 0..<(i / 8) {
          let d = x[block] - xi
          sum += (d * d + d * d + d * d).squareRoot()
        }
      }
    }
    check(sum.sum() > 0, "distances")
    return Double(atoms * (atoms - 1) / 2) / time.cpu
  }

  private static func product(rows: Int) -> Double {
    let size = 512
    let a = [Float](repeating: 0.5, count: rows * size)
    let b = [Float](repeating: 2, count: size * size)
    var c = [Float](repeating: 0, count: rows * size)
    let (m, n) = (Int32(rows), Int32(size))
    let times = 20
    let time = Stopwatch {
      for _ in 0..<times {
        if rows == 1 {
          cblas_sgemv(CblasRowMajor, CblasNoTrans, n, n, 1, b, n, a, 1, 0, &c, 1)
        } else {
          cblas_sgemm(
            CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, n, 1, a, n, b, n, 0, &c, n)
        }
      }
    }
    check(c.allSatisfy { $0 == Float(size) }, "a matrix product")
    return 2 * Double(times * rows * size * size) / time.cpu
  }
}
