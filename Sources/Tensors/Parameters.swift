import Numerics

/// One trainable matrix: its name and its place in the buffer of all parameters.
public struct Parameter: Sendable, Hashable {
  public let name: String
  public let rows: Int
  public let columns: Int
  let index: Int
  let offset: Int

  public var count: Int { rows * columns }
}

/// The trainable matrices of a model, side by side in one buffer.
public final class Parameters: @unchecked Sendable {
  public private(set) var list: [Parameter] = []
  /// The values, once `allocate` has been called.
  public private(set) var values = Buffer(count: 0)
  private var initialisers: [Initialisation] = []
  private var size = 0

  public init() {}

  /// Number of trainable values.
  public var count: Int { size }

  /// Declares a matrix; its values come into being with `allocate`.
  public func declare(
    _ name: String, _ rows: Int, _ columns: Int, _ initialisation: Initialisation
  ) -> Parameter {
    let parameter = Parameter(
      name: name, rows: rows, columns: columns, index: list.count, offset: size)
    list.append(parameter)
    initialisers.append(initialisation)
    size += (parameter.count + 15) & ~15
    return parameter
  }

  /// Gives every declared matrix its starting values.
  public func allocate(from random: inout RandomGenerator) {
    values = Buffer(count: size)
    for (parameter, initialisation) in zip(list, initialisers) {
      let pointer = values.pointer + parameter.offset
      for i in 0..<parameter.count { pointer[i] = initialisation.value(from: &random) }
    }
  }

  /// The values of one matrix, row by row.
  public func array(of parameter: Parameter, in buffer: Buffer? = nil) -> [Float] {
    let start = (buffer ?? values).pointer + parameter.offset
    return Array(UnsafeBufferPointer(start: start, count: parameter.count))
  }

  /// Sets the values of one matrix.
  public func set(_ parameter: Parameter, to array: [Float], in buffer: Buffer? = nil) {
    precondition(
      array.count == parameter.count,
      "\(array.count) values for \(parameter.name) [\(parameter.rows), \(parameter.columns)]")
    let start = (buffer ?? values).pointer + parameter.offset
    array.withUnsafeBufferPointer { start.update(from: $0.baseAddress!, count: array.count) }
  }
}

/// How a parameter starts.
public enum Initialisation: Sendable {
  case constant(Float)
  /// Uniform in ±limit.
  case uniform(Float)

  /// Uniform in ±1/√inputs, PyTorch's default for linear layers.
  public static func linear(inputs: Int) -> Self { .uniform(1 / Float(inputs).squareRoot()) }

  /// Uniform in ±√(6/(inputs + outputs)) (Glorot and Bengio, AISTATS 2010).
  public static func glorot(inputs: Int, outputs: Int) -> Self {
    .uniform((6 / Float(inputs + outputs)).squareRoot())
  }

  func value(from random: inout RandomGenerator) -> Float {
    switch self {
    case .constant(let value): value
    case .uniform(let limit): Float(random.uniform() * 2 - 1) * limit
    }
  }
}
