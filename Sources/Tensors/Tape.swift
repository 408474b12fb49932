/// A matrix on a tape: values, and gradients where they are wanted.
///
/// A node is valid as long as its tape lives and until that is reset.
public struct Node {
  public let rows: Int
  public let columns: Int
  let values: UnsafeMutablePointer<Float>  // [rows, columns]
  let gradients: UnsafeMutablePointer<Float>?  // [rows, columns]

  public var count: Int { rows * columns }

  /// The same values without a way back: gradients end here.
  public var detached: Node {
    Node(rows: rows, columns: columns, values: values, gradients: nil)
  }

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
}

/// Records what is computed and runs it backwards: reverse-mode differentiation.
///
/// Every operation is a method that returns a node and, while `recording`, leaves a closure that
/// adds its share to the gradients of what it was computed from.
public final class Tape {
  private var arena = Arena()
  private var steps: [() -> Void] = []
  private let parameters: Parameters
  private let parameterGradients: Buffer?

  /// A tape over a model's parameters; without a buffer for their gradients it only computes.
  public init(_ parameters: Parameters, gradients: Buffer? = nil) {
    _ = Threads.singleThreadedProducts
    self.parameters = parameters
    parameterGradients = gradients
  }

  /// Whether gradients are wanted.
  public var recording: Bool { parameterGradients != nil }

  /// Forgets all nodes and keeps the memory.
  public func reset() {
    steps.removeAll(keepingCapacity: true)
    arena.reset()
  }

  /// The node of a parameter: its values and gradients where they lie.
  public func callAsFunction(_ parameter: Parameter) -> Node {
    Node(
      rows: parameter.rows, columns: parameter.columns,
      values: parameters.values.pointer + parameter.offset,
      gradients: parameterGradients.map { $0.pointer + parameter.offset })
  }

  /// A node of given values, without gradients.
  public func constant(_ array: [Float], _ rows: Int, _ columns: Int) -> Node {
    precondition(array.count == rows * columns, "\(array.count) values for [\(rows), \(columns)]")
    let node = constant(rows, columns)
    array.withUnsafeBufferPointer { node.values.update(from: $0.baseAddress!, count: node.count) }
    return node
  }

  /// A node without gradients whose values the caller fills in.
  public func constant(_ rows: Int, _ columns: Int) -> Node {
    Node(rows: rows, columns: columns, values: arena.take(rows * columns), gradients: nil)
  }

  /// A node over a buffer that outlives the tape, without gradients.
  public func constant(_ buffer: Buffer, _ rows: Int, _ columns: Int) -> Node {
    precondition(buffer.count == rows * columns, "\(buffer.count) values for [\(rows), \(columns)]")
    return Node(rows: rows, columns: columns, values: buffer.pointer, gradients: nil)
  }

  /// A node for a result, with cleared gradients while recording.
  func result(_ rows: Int, _ columns: Int) -> Node {
    let values = arena.take(rows * columns)
    guard recording else {
      return Node(rows: rows, columns: columns, values: values, gradients: nil)
    }
    let gradients = arena.take(rows * columns)
    gradients.update(repeating: 0, count: rows * columns)
    return Node(rows: rows, columns: columns, values: values, gradients: gradients)
  }

  /// Memory for what an operation keeps for its backward step.
  func scratch(_ count: Int) -> UnsafeMutablePointer<Float> { arena.take(count) }

  /// Leaves a backward step.
  func record(_ step: @escaping () -> Void) {
    if recording { steps.append(step) }
  }

  /// Adds ∂(loss)/∂x to the gradients of everything that `loss` [1, 1] was computed from.
  public func backward(from loss: Node) {
    precondition(loss.count == 1, "a loss is one number, not [\(loss.rows), \(loss.columns)]")
    loss.gradients?.pointee = 1
    for step in steps.reversed() { step() }
  }
}
