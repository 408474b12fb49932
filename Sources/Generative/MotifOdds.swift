import Clusters

/// How likely a motif is, by the structures that a model draws for a PDF, and how large they are.
public struct MotifOdds: Sendable {
  /// Of a motif, of a word of layers, or `layers` for all words.
  public let name: String
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
  /// (sigma 1) these are its odds. All words of layers are one.
  public var motifs: [MotifOdds] {
    odds { motif in
      if case .layers = motif { "layers" } else { motif.name }
    }
  }

  /// The words of close-packed layers among the structures, the most frequent first.
  public var words: [MotifOdds] {
    odds { motif in
      if case .layers(let word) = motif { word } else { nil }
    }
  }

  private func odds(_ name: (Motif) -> String?) -> [MotifOdds] {
    let named = list.compactMap { guess in
      Motif(of: guess.structure).flatMap(name).map { (name: $0, atoms: guess.structure.count) }
    }
    return Dictionary(grouping: named, by: \.name).map { name, group in
      MotifOdds(
        name: name, share: Double(group.count) / Double(list.count),
        atoms: group.map(\.atoms).sorted())
    }.sorted { ($1.share, $0.name) < ($0.share, $1.name) }
  }
}
