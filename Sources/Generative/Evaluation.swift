import Clusters
import Scattering
import Tensors

/// How well a model solves simulated PDFs whose structures are known.
public struct Evaluation: Sendable {
  /// One structure and what was made of its PDF, from the prior's mean.
  public struct Entry: Sendable {
    /// The number in the catalogue.
    public let index: Int
    public let truth: Cluster
    public let guess: Cluster
    /// Mean |x − x̂| over the coordinates in Å, both centred, atom i against atom i; of structures
    /// with different numbers of atoms, over those that both have.
    public let mae: Double
  }

  public let entries: [Entry]

  public init(entries: [Entry]) { self.entries = entries }

  /// Mean over all structures of their mean absolute errors, Å.
  public var mae: Double { entries.reduce(0) { $0 + $1.mae } / Double(max(entries.count, 1)) }

  /// Share of structures with the right number of atoms.
  public var rightCount: Double { share { $0.guess.count == $0.truth.count } }

  /// Share of structures of the right type.
  public var rightType: Double { share { $0.guess.type == $0.truth.type } }

  private func share(_ isRight: (Entry) -> Bool) -> Double {
    Double(entries.filter(isRight).count) / Double(max(entries.count, 1))
  }
}

extension Model {
  /// Solves the simulated PDFs of structures by the prior's mean alone.
  ///
  /// - Throws: what the simulation throws.
  public func evaluate(
    on catalogue: Catalogue, indices: [Int], conditions: ScatteringConditions
  ) throws -> Evaluation {
    let truths = indices.map { catalogue[$0] }
    let transform = try DebyeTransform(conditions, for: truths)
    let pdfs = Threads.map(truths.count) { transform.pdf(truths[$0]) }
    let priors = network.priors(of: pdfs)
    let shapes = network.decode(priors.map(\.mode))
    return Evaluation(
      entries: indices.indices.map { i in
        let guess = Cluster(
          truths[i].element, type: resembled(by: shapes[i])?.type ?? .fcc,
          positions: shapes[i].positions.map { $0 * priors[i].bond }, bond: priors[i].bond)
        return Evaluation.Entry(
          index: indices[i], truth: truths[i], guess: guess, mae: meanError(truths[i], guess))
      })
  }
}

/// Mean |x − x̂| over the coordinates of the atoms that both have.
private func meanError(_ a: Cluster, _ b: Cluster) -> Double {
  let count = min(a.count, b.count)
  let sum = zip(a.positions, b.positions).reduce(0.0) { sum, pair in
    let step = pair.0 - pair.1
    return sum + abs(step.x) + abs(step.y) + abs(step.z)
  }
  return sum / Double(3 * max(count, 1))
}
