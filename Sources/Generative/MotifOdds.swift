import Clusters

/// How likely a motif is, by the structures that a model draws for a PDF, and how large they are.
public struct MotifOdds: Sendable {
  public let motif: Motif
  /// Share of all structures.
  public let share: Double
  /// Numbers of atoms of its structures, ascending.
  public let atoms: [Int]

  /// The number of atoms below which a share of its structures lies.
  public func atoms(at share: Double) -> Int {
    atoms[min(max(Int(share * Double(atoms.count)), 0), atoms.count - 1)]
  }
}

extension Guesses {
  /// The motifs of the structures, the most frequent first: with the deviations that the prior states
  /// (sigma 1) these are its odds.
  ///
  /// Words of layers count as one each.
  public var motifs: [MotifOdds] {
    let known = list.compactMap { guess in
      Motif(of: guess.structure).map { (motif: $0, atoms: guess.structure.count) }
    }
    return Dictionary(grouping: known, by: \.motif).map { motif, group in
      MotifOdds(
        motif: motif, share: Double(group.count) / Double(list.count),
        atoms: group.map(\.atoms).sorted())
    }.sorted { ($1.share, $0.motif.name) < ($0.share, $1.motif.name) }
  }
}
