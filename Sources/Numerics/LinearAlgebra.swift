import COpenBLAS

/// A real symmetric matrix.
///
/// Eigenvectors and inverses come from LAPACK (E. Anderson et al., LAPACK Users' Guide, 3rd ed.,
/// SIAM 1999, doi:10.1137/1.9780898719604).
package struct SymmetricMatrix: Sendable {
  package let size: Int
  package let values: [Double]  // [size, size]

  package init(_ rows: [[Double]]) {
    size = rows.count
    values = rows.flatMap { $0 }
    precondition(values.count == size * size, "a symmetric matrix has as many columns as rows")
  }

  /// Eigenvalues, ascending, and the eigenvector of each, of unit length; nil where the matrix has
  /// elements that are no numbers.
  package func eigen() -> (values: [Double], vectors: [[Double]])? {
    guard size > 0, values.allSatisfy(\.isFinite) else { return nil }
    var a = values
    var eigenvalues = [Double](repeating: 0, count: size)
    var work = [Double](repeating: 0, count: 34 * size)
    let status = dsyev(Int32(size), &a, &eigenvalues, &work, Int32(work.count))
    guard status == 0 else { return nil }
    return (eigenvalues, (0..<size).map { Array(a[$0 * size..<($0 + 1) * size]) })
  }

  /// The inverse; nil where the matrix is not positive definite.
  package func inverse() -> [[Double]]? {
    guard size > 0, values.allSatisfy(\.isFinite) else { return nil }
    // Scaled to a diagonal of ones, since parameters have units of very different size.
    let scales = (0..<size).map { values[$0 * size + $0].squareRoot() }
    guard scales.allSatisfy({ $0 > 0 }) else { return nil }
    var a = values
    for i in 0..<size { for j in 0..<size { a[i * size + j] /= scales[i] * scales[j] } }
    guard dpotrf(Int32(size), &a) == 0, dpotri(Int32(size), &a) == 0 else { return nil }
    return (0..<size).map { i in
      (0..<size).map { a[min(i, $0) * size + max(i, $0)] / (scales[i] * scales[$0]) }
    }
  }
}

/// The library behind matrices.
package enum LinearAlgebra {
  /// Its name, version and how it was built, in its own words.
  package static var library: String {
    openblas_get_config().map { String(cString: $0) } ?? "unknown"
  }
}
