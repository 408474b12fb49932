import COpenBLAS
import Dispatch

/// Matrix products of OpenBLAS, which here keeps to the calling thread: the work is split over
/// threads by whole clusters instead.
enum Products {
  private static let singleThreaded: Void = openblas_set_num_threads(1)

  /// c[m, n] = a[m, k] · b[k, n], where `transposed` says that b lies as [n, k].
  static func multiply(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, into c: UnsafeMutablePointer<Float>,
    m: Int, n: Int, k: Int, transposed: Bool, rowLength: Int? = nil
  ) {
    _ = singleThreaded
    let (m32, n32, k32) = (Int32(m), Int32(n), Int32(k))
    let lda = Int32(rowLength ?? k)
    if m == 1 {
      let rows = transposed ? n32 : k32
      let columns = transposed ? k32 : n32
      cblas_sgemv(
        CblasRowMajor, transposed ? CblasNoTrans : CblasTrans, rows, columns, 1, b, columns, a, 1,
        0, c, 1)
    } else {
      cblas_sgemm(
        CblasRowMajor, CblasNoTrans, transposed ? CblasTrans : CblasNoTrans, m32, n32, k32, 1, a,
        lda, b, transposed ? k32 : n32, 0, c, n32)
    }
  }
}
