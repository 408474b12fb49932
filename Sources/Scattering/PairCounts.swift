/// How many pairs of atoms stand at each distance, which need be no whole number.
struct PairCounts: Sendable {
  /// In Å.
  var distances: [Double]
  var counts: [Double]  // [distances]
  var atoms: Double

  /// The shortest distance that a pair has, in Å.
  var shortest: Double {
    zip(distances, counts).reduce(Double.infinity) { $1.1 > 0 && $1.0 > 0 ? min($0, $1.0) : $0 }
  }
}
