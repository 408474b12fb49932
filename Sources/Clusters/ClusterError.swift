/// A cluster that cannot be made as asked.
public struct ClusterError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and which values are possible.
  public let description: String

  /// The parameter of the generator whose value is wrong, where it is one.
  public let parameter: String?

  public init(_ description: String, of parameter: String? = nil) {
    self.description = description
    self.parameter = parameter
  }
}

/// The most atoms that a generator places: their five thousand million pairs take half a minute.
let mostAtoms = 100_000

/// Throws unless `value` is at least `least`.
func require(_ name: String, _ value: Int, atLeast least: Int) throws(ClusterError) {
  guard value >= least else {
    throw ClusterError("\(name) is \(value), but must be \(least) or more", of: name)
  }
}

/// Throws unless each of `values` is at least `least`.
func require(_ name: String, _ values: [Int], atLeast least: Int) throws(ClusterError) {
  if let value = values.first(where: { $0 < least }) {
    throw ClusterError("each of \(name) is \(value), but must be \(least) or more", of: name)
  }
}

/// Throws where `atoms`, a lower estimate, are more than a generator places.
func requireSize(_ atoms: Double) throws(ClusterError) {
  guard atoms <= Double(mostAtoms) else {
    throw ClusterError("more than \(mostAtoms) atoms, the most that a cluster can have")
  }
}

/// `1 number`, `3 numbers`.
func numbers(_ count: Int) -> String { count == 1 ? "1 number" : "\(count) numbers" }
