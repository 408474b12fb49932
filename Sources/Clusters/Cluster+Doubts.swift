import Numerics

extension Cluster {
  /// What is odd about the places of the atoms, in words; none where all is well.
  public var doubts: [String] {
    // Averages over more atoms would take seconds.
    guard count > 1, count <= 20_000, let shortest = shortestDistance else { return [] }
    let usual = nearestDistance
    func text(_ distance: Double) -> String { ((distance * 1000).rounded() / 1000).plain }
    if shortest > 0.1 * usual, usual < 0.8 {
      return [
        "its nearest atoms are \(text(usual)) Å apart on average; are the coordinates in nm?"
      ]
    }
    return shortest < 0.6 * usual || shortest < 0.5
      ? ["two atoms are only \(text(shortest)) Å apart"] : []
  }
}
