/// A cluster that cannot be made as asked.
public struct ClusterError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and which values are possible.
  public let description: String

  public init(_ description: String) {
    self.description = description
  }
}

/// The most atoms that a generator places.
let mostAtoms = 1_000_000

/// Throws unless `value` is at least `least`.
func require(_ name: String, _ value: Int, atLeast least: Int) throws(ClusterError) {
  guard value >= least else {
    throw ClusterError("\(name) is \(value), but must be \(least) or more")
  }
}

/// Throws where about `atoms` atoms are more than a generator places.
func requireSize(_ atoms: Double) throws(ClusterError) {
  guard atoms <= Double(mostAtoms) else {
    let millions = (atoms / 100_000).rounded() / 10
    throw ClusterError("about \(millions) million atoms; a cluster can have 1 million")
  }
}
