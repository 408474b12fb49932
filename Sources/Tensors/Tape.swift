import Numerics

/// Records what is computed and runs it backwards: reverse-mode differentiation.
///
/// Every operation is a method that returns a node and, while `recording`, leaves a closure that
/// adds its share to the gradients of what it was computed from. A closure may spoil the gradients
/// of its own result, which nothing reads after it.
public final class Tape {
  private var arena = Arena()
  private var steps: [() -> Void] = []
  private let parameters: Parameters
  private let parameterGradients: Buffer?
  /// Which parameters have had no gradients since the last reset.
  private let freshParameters: UnsafeMutableBufferPointer<Bool>

  /// A tape over a model's parameters; without a buffer for their gradients it only computes.
  public init(_ parameters: Parameters, gradients: Buffer? = nil) {
    _ = Workers.singleThreadedProducts
    self.parameters = parameters
    parameterGradients = gradients
    freshParameters = .allocate(capacity: parameters.list.count)
    freshParameters.initialize(repeating: true)
  }

  deinit { freshParameters.deallocate() }

  /// Whether gradients are wanted.
  public var recording: Bool { parameterGradients != nil }

  /// Floats of memory held.
  package var capacity: Int { arena.capacity }

  /// Forgets all nodes and gradients and keeps the memory.
  public func reset() {
    steps.removeAll(keepingCapacity: true)
    arena.reset()
    freshParameters.update(repeating: true)
  }

  /// The node of a parameter: its values and gradients where they lie.
  public func callAsFunction(_ parameter: Parameter) -> Node {
    Node(
      rows: parameter.rows, columns: parameter.columns,
      values: parameters.values.pointer + parameter.offset,
      gradient: parameterGradients.map {
        .init(
          values: $0.pointer + parameter.offset,
          isFresh: freshParameters.baseAddress! + parameter.index)
      })
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
    Node(rows: rows, columns: columns, values: arena.take(rows * columns))
  }

  /// A node over a buffer that outlives the tape, without gradients.
  public func constant(_ buffer: Buffer, _ rows: Int, _ columns: Int) -> Node {
    precondition(buffer.count == rows * columns, "\(buffer.count) values for [\(rows), \(columns)]")
    return Node(rows: rows, columns: columns, values: buffer.pointer)
  }

  /// A node for a result, with gradients while recording.
  func result(_ rows: Int, _ columns: Int) -> Node {
    let values = arena.take(rows * columns)
    guard recording else { return Node(rows: rows, columns: columns, values: values) }
    let flag = UnsafeMutableRawPointer(arena.take(1)).bindMemory(to: Bool.self, capacity: 1)
    flag.pointee = true
    return Node(
      rows: rows, columns: columns, values: values,
      gradient: .init(values: arena.take(rows * columns), isFresh: flag))
  }

  /// Memory for what an operation keeps for its backward step.
  func scratch(_ count: Int) -> UnsafeMutablePointer<Float> { arena.take(count) }

  /// Leaves a backward step.
  func record(_ step: @escaping () -> Void) {
    if recording { steps.append(step) }
  }

  /// Adds ∂(loss)/∂x to the gradients of everything that `loss` [1, 1] was computed from.
  ///
  /// The first call after a reset replaces the gradients of all parameters.
  public func backward(from loss: Node) {
    precondition(loss.count == 1, "a loss is one number, not [\(loss.rows), \(loss.columns)]")
    loss.gradients?.pointee = 1
    for step in steps.reversed() { step() }
    for parameter in parameters.list { _ = self(parameter).gradients }
  }
}
