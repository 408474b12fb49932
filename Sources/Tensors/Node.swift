import Numerics

/// A matrix on a tape: values, and gradients where they are wanted.
///
/// A node is valid as long as its tape lives and until that is reset. It may be handed to threads
/// that write to different parts of it.
public struct Node: @unchecked Sendable {
  public let rows: Int
  public let columns: Int
  let values: UnsafeMutablePointer<Float>  // [rows, columns]
  private let gradient: Gradient?

  /// Where gradients gather; what lies there before the first arrive is not cleared.
  struct Gradient {
    let values: UnsafeMutablePointer<Float>  // [rows, columns]
    let isFresh: UnsafeMutablePointer<Bool>
  }

  init(
    rows: Int, columns: Int, values: UnsafeMutablePointer<Float>, gradient: Gradient? = nil
  ) {
    (self.rows, self.columns) = (rows, columns)
    (self.values, self.gradient) = (values, gradient)
  }

  public var count: Int { rows * columns }

  /// The same values without a way back: gradients end here.
  public var detached: Node { Node(rows: rows, columns: columns, values: values) }

  /// The values row by row.
  public var array: [Float] { Array(UnsafeBufferPointer(start: values, count: count)) }

  /// The gradients row by row, zero where none were computed.
  public var gradientArray: [Float] {
    guard let gradients else { return [Float](repeating: 0, count: count) }
    return Array(UnsafeBufferPointer(start: gradients, count: count))
  }

  /// Direct access to the values.
  public func withValues<R>(_ body: (UnsafeMutableBufferPointer<Float>) -> R) -> R {
    body(UnsafeMutableBufferPointer(start: values, count: count))
  }

  /// The same memory in another shape.
  func reshaped(_ rows: Int, _ columns: Int) -> Node {
    Node(rows: rows, columns: columns, values: values, gradient: gradient)
  }

  /// The gradients to add to, cleared at their first use.
  var gradients: UnsafeMutablePointer<Float>? {
    guard let gradient else { return nil }
    if gradient.isFresh.pointee {
      gradient.values.update(repeating: 0, count: count)
      gradient.isFresh.pointee = false
    }
    return gradient.values
  }

  /// The gradients for an operation that writes all of them, and whether it must add to what is
  /// there: large ones need not be cleared first.
  func gradientsToFill() -> (values: UnsafeMutablePointer<Float>, adds: Bool)? {
    guard let gradient else { return nil }
    defer { gradient.isFresh.pointee = false }
    return (gradient.values, !gradient.isFresh.pointee)
  }
}

extension Node {
  /// This node as a side of a matrix product.
  var factor: Factor { Factor(values, rows, columns) }
}
