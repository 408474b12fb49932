import Numerics
import Clusters
import Scattering
import Script

extension Command {
  static let comparing = [displacement, rankCorrelation]

  static let displacement = Command(
    "displacement", "how far the atoms of two structures are apart, on average",
    Parameter<Cluster>("a", "a structure"),
    Parameter<Cluster>("b", "the other"),
    Parameter("free", default: false, "whatever the order of the atoms and the orientation"),
    form: .function, topic: "structures",
    help: """
      The mean of |x − x̂| over the coordinates in Å, both structures centred, atom i against atom i:
      the paper's MAE of positions. Of structures with different numbers of atoms, those that both
      have are compared. With `free: true` the structures are turned onto each other first, and every
      atom is compared with the nearest of the other structure.
      """,
    examples: [
      #"c = icosahedron("Au", shells: 2); print displacement(c, icosahedron("Pt", shells: 2))"#
    ]
  ) { session, a, b, free in
    guard min(a.count, b.count) > 0 else {
      throw Complaint("a structure without atoms", argument: "a")
    }
    guard free else { return a.displacement(from: b) }
    let distance = a.freeDisplacement(from: b, while: { !session.interrupt.isRaised })
    try session.checkInterrupt()
    return distance
  }

  static let rankCorrelation = Command(
    "rankCorrelation", "how far two lists of numbers have the same order, −1 … 1",
    Parameter<[Double]>("xs", "numbers"),
    Parameter<[Double]>("ys", "as many numbers"),
    form: .function, topic: "numbers",
    help: """
      Spearman's ρ: the correlation of the ranks, where equal numbers share the mean of theirs
      (Am. J. Psychol. 1904, 15, 72). none if one of the lists has no order.
      """,
    examples: ["print rankCorrelation([1, 2, 3], [10, 30, 20])"]
  ) { session, xs, ys -> Double? in
    guard xs.count == ys.count else {
      throw Complaint("\(xs.count) numbers have no order with \(ys.count)", argument: "ys")
    }
    return try Ranks.correlation(xs, ys, check: session.checkInterrupt)
  }
}
