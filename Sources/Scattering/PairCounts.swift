/// How many pairs of atoms stand at each distance, which need be no whole number.
package struct PairCounts: Sendable {
  /// In Å.
  package var distances: [Double]
  package var counts: [Double]  // [distances]
  package var atoms: Double

  package init(distances: [Double], counts: [Double], atoms: Double) {
    (self.distances, self.counts, self.atoms) = (distances, counts, atoms)
  }

  /// The shortest distance that a pair has, in Å.
  package var shortest: Double {
    zip(distances, counts).reduce(Double.infinity) { $1.1 > 0 && $1.0 > 0 ? min($0, $1.0) : $0 }
  }
}
