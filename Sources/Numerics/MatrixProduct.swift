import COpenBLAS

/// One side of a matrix product: where it lies, row by row, and whether it is meant transposed.
package struct Factor: @unchecked Sendable {
  let values: UnsafeMutablePointer<Float>
  let rows: Int
  let columns: Int
  private let isTransposed: Bool

  package init(_ values: UnsafeMutablePointer<Float>, _ rows: Int, _ columns: Int) {
    self.init(values, rows, columns, isTransposed: false)
  }

  private init(
    _ values: UnsafeMutablePointer<Float>, _ rows: Int, _ columns: Int, isTransposed: Bool
  ) {
    (self.values, self.rows, self.columns) = (values, rows, columns)
    self.isTransposed = isTransposed
  }

  package var transposed: Factor { Factor(values, columns, rows, isTransposed: !isTransposed) }

  fileprivate var layout: CBLAS_TRANSPOSE { isTransposed ? CblasTrans : CblasNoTrans }
  /// Distance between stored rows.
  fileprivate var stride: Int { isTransposed ? rows : columns }

  fileprivate func from(row: Int, column: Int) -> UnsafeMutablePointer<Float> {
    values + (isTransposed ? column * stride + row : row * stride + column)
  }
}

/// c = a·b, or c += a·b, in tiles that the workers share.
///
/// Tiles are cut by the product's size alone, and each is one single-threaded product of OpenBLAS:
/// the same numbers come out for any number of workers.
///
/// - Parameters:
///   - c: `[a.rows, b.columns]`.
///   - adds: whether the product is added to what is there.
///   - finish: is called with each tile's rows and columns while it is still in the cache.
package func multiply(
  _ a: Factor, _ b: Factor, into c: UnsafeMutablePointer<Float>, adds: Bool = false,
  finish: (@Sendable (_ rows: Range<Int>, _ columns: Range<Int>) -> Void)? = nil
) {
  precondition(
    a.columns == b.rows, "[\(a.rows), \(a.columns)] times [\(b.rows), \(b.columns)]")
  nonisolated(unsafe) let c = c
  // As long as both factors' tiles stay in a core's cache; larger ones leave threads waiting.
  let rows = Pieces(of: a.rows, atMost: 384)
  let columns = Pieces(of: b.columns, atMost: 512)
  Workers.perform(rows.count * columns.count) { index in
    let (i, j) = (rows[index / columns.count], columns[index % columns.count])
    cblas_sgemm(
      CblasRowMajor, a.layout, b.layout, Int32(i.count), Int32(j.count), Int32(a.columns),
      1, a.from(row: i.lowerBound, column: 0), Int32(a.stride),
      b.from(row: 0, column: j.lowerBound), Int32(b.stride),
      adds ? 1 : 0, c + i.lowerBound * b.columns + j.lowerBound, Int32(b.columns))
    finish?(i, j)
  }
}

/// c[m, n] = a[m, k] · b[k, n] on the calling thread, where `transposed` says that b lies as
/// [n, k]; for work that is divided above the product.
package func multiply(
  _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, into c: UnsafeMutablePointer<Float>,
  m: Int, n: Int, k: Int, transposed: Bool
) {
  _ = Workers.singleThreadedProducts
  let (m32, n32, k32) = (Int32(m), Int32(n), Int32(k))
  if m == 1 {
    let rows = transposed ? n32 : k32
    let columns = transposed ? k32 : n32
    cblas_sgemv(
      CblasRowMajor, transposed ? CblasNoTrans : CblasTrans, rows, columns, 1, b, columns, a, 1,
      0, c, 1)
  } else {
    cblas_sgemm(
      CblasRowMajor, CblasNoTrans, transposed ? CblasTrans : CblasNoTrans, m32, n32, k32, 1, a,
      k32, b, transposed ? k32 : n32, 0, c, n32)
  }
}

/// c[m, n] += aᵀ·b of a[k, m] and b[k, n] on the calling thread, each part of a wider table of
/// which rows lie `stride` apart.
package func addProduct(
  transposed a: UnsafePointer<Float>, stride aStride: Int,
  _ b: UnsafePointer<Float>, stride bStride: Int,
  into c: UnsafeMutablePointer<Float>, stride cStride: Int, m: Int, n: Int, k: Int
) {
  _ = Workers.singleThreadedProducts
  cblas_sgemm(
    CblasRowMajor, CblasTrans, CblasNoTrans, Int32(m), Int32(n), Int32(k), 1, a, Int32(aStride),
    b, Int32(bStride), 1, c, Int32(cStride))
}

/// A count cut into pieces of nearly equal size, multiples of 16 but for the last.
package struct Pieces: Sendable {
  package let total: Int
  package let size: Int
  package let count: Int

  package init(of total: Int, atMost limit: Int) {
    self.total = total
    let number = max(1, (total + limit - 1) / limit)
    size = max(16, ((total + number - 1) / number + 15) & ~15)
    count = (total + size - 1) / size
  }

  package subscript(index: Int) -> Range<Int> { index * size..<min((index + 1) * size, total) }
}
