import CMinpack

/// Least squares by MINPACK's lmder, as cminpack has it.
///
/// J. J. Moré, The Levenberg–Marquardt algorithm: implementation and theory, Lecture Notes in
/// Mathematics 1978, 630, 105, doi:10.1007/BFb0067700.
enum LevenbergMarquardt {
  /// What is minimised.
  protocol Problem: AnyObject {
    /// Writes the residuals at `x`.
    func residuals(at x: UnsafeBufferPointer<Double>, into target: UnsafeMutablePointer<Double>)
    /// Writes their derivatives by each of `x`, one column after the other.
    func derivatives(at x: UnsafeBufferPointer<Double>, into target: UnsafeMutablePointer<Double>)
  }

  /// Moves `x` to a minimum; returns how often the residuals were computed.
  static func minimise(
    _ problem: some Problem, residuals m: Int, from x: inout [Double], tolerance: Double = 1e-6,
    evaluations: Int = 100
  ) -> Int {
    let n = x.count
    guard n > 0, m >= n else { return 0 }
    let work = UnsafeMutablePointer<Double>.allocate(capacity: m * (n + 2) + 6 * n)
    let pivots = UnsafeMutablePointer<Int32>.allocate(capacity: n)
    defer {
      work.deallocate()
      pivots.deallocate()
    }
    let (values, jacobian) = (work, work + m)
    let scratch = jacobian + m * n
    let (diagonal, qtf) = (scratch + m, scratch + m + n)
    var box = Box(problem)
    var (called, differentiated) = (Int32(0), Int32(0))
    withUnsafeMutablePointer(to: &box) { box in
      _ = lmder(
        { pointer, m, n, x, values, jacobian, _, flag in
          guard let box = pointer?.assumingMemoryBound(to: Box.self), let x else { return -1 }
          let point = UnsafeBufferPointer(start: x, count: Int(n))
          if flag == 1, let values { box.pointee.problem.residuals(at: point, into: values) }
          if flag == 2, let jacobian {
            box.pointee.problem.derivatives(at: point, into: jacobian)
          }
          return 0
        },
        box, Int32(m), Int32(n), &x, values, jacobian, Int32(m), tolerance, tolerance, 0,
        Int32(evaluations), diagonal, 1, 100, 0, &called, &differentiated, pivots, qtf, qtf + n,
        qtf + 2 * n, qtf + 3 * n, scratch)
    }
    return Int(called)
  }

  private struct Box {
    let problem: any Problem
    init(_ problem: any Problem) { self.problem = problem }
  }
}
