import Fitting
import Numerics
import Clusters
import Scattering
import Tensors

/// How well a model solves simulated PDFs whose structures are known.
public struct Evaluation: Sendable {
  /// One structure and what was made of its PDF.
  public struct Entry: Codable, Sendable {
    /// The number in the catalogue.
    public let index: Int
    public let truth: Cluster
    /// The structure as the decoder gave it.
    public let guess: Cluster
    /// Its fit of scale, expansion and biso to the PDF.
    public let fit: Fit

    /// Mean |x − x̂| over the coordinates in Å, atom i against atom i.
    public var mae: Double { truth.displacement(from: guess) }
    /// The same after the fit.
    public var maeFitted: Double { truth.displacement(from: fit.structure) }
    /// After the fit, whatever the order of the atoms and the orientation.
    public let maeFree: Double
    public var isRightCount: Bool { guess.count == truth.count }
    public var isRightType: Bool { guess.type == truth.type }

    /// Whether the guess has the truth's sequence of close-packed layers; nil where that has none.
    public var isRightSequence: Bool? {
      truth.shape.layering.map { guess.sequence == $0.sequence }
    }

    init(index: Int, truth: Cluster, guess: Cluster, fit: Fit) {
      (self.index, self.truth, self.guess, self.fit) = (index, truth, guess, fit)
      maeFree = truth.freeDisplacement(from: fit.structure)
    }
  }

  public let entries: [Entry]

  public init(entries: [Entry]) { self.entries = entries }

  /// Share of structures for which something is true.
  public func share(_ isRight: (Entry) -> Bool) -> Double {
    Double(entries.filter(isRight).count) / Double(max(entries.count, 1))
  }
}

/// The PDFs that a model is evaluated on.
public enum EvaluationConditions: Sendable {
  /// All under the same conditions, with the catalogue's bond lengths.
  case fixed(ScatteringConditions)
  /// Each with a bond length and under conditions of its own, see `RandomConditions.beamlines`.
  case random(seed: UInt64)
}

extension Model {
  /// Solves the simulated PDFs of structures.
  ///
  /// - Parameters:
  ///   - samples: structures drawn for each PDF, of which the one with the lowest Rw counts; of one
  ///     only it is that of the prior's likeliest place.
  ///   - shouldContinue: is asked often, and ends the work by false; what is done is the answer.
  ///   - report: is told how many are done.
  /// - Throws: what simulation and fit throw.
  public func evaluate(
    on catalogue: Catalogue, indices: [Int], conditions: EvaluationConditions, samples: Int = 1,
    sigma: Double = 3, while shouldContinue: @Sendable () -> Bool = { true },
    report: (Int) -> Void = { _ in }
  ) throws -> Evaluation {
    var entries: [Evaluation.Entry] = []
    // Processes wait for each other after each portion.
    let portion = Processes.count == 1 ? 16 : 64 * Processes.count
    for start in stride(from: 0, to: indices.count, by: portion) {
      let some = Array(indices[start..<min(start + portion, indices.count)])
      do {
        entries += try Processes.map(some.count, while: shouldContinue) { place in
          try solve(
            catalogue, some[place], conditions, samples: samples, sigma: sigma,
            while: shouldContinue)
        }
        report(entries.count)
      } catch is Stopped {
        break
      }
    }
    return Evaluation(entries: entries)
  }

  private func solve(
    _ catalogue: Catalogue, _ index: Int, _ conditions: EvaluationConditions, samples: Int,
    sigma: Double, while shouldContinue: () -> Bool
  ) throws -> Evaluation.Entry {
    var truth = catalogue[index]
    var refinement = Refinement()
    let pdf: PDF
    var random: RandomGenerator
    switch conditions {
    case .fixed(let fixed):
      random = RandomGenerator(seed: 37).branch(index)
      refinement.values[.qdamp] = fixed.qdamp
      pdf = try truth.pdf(fixed)
    case .random(let seed):
      random = RandomGenerator(seed: seed).branch(index)
      let drawn = DrawnConditions(.beamlines, from: &random)
      truth = truth.expanded(by: drawn.bond / truth.bond)
      refinement.values[.qdamp] = drawn.qdamp
      pdf = try drawn.pdf(of: truth, noiseFrom: &random)
    }
    let guesses = infer(
      pdf, element: truth.element, samples: samples, sigma: sigma, from: &random,
      shouldContinue: { _ in shouldContinue() })
    // Only the best is kept: there may be a hundred thousand.
    var best = Evaluation.Entry(
      index: index, truth: truth, guess: guesses.list[0].structure,
      fit: try refinement.fit(guesses.list[0].structure, to: pdf))
    for guess in guesses.list.dropFirst() {
      guard shouldContinue() else { throw Stopped() }
      let fit = try refinement.fit(guess.structure, to: pdf)
      guard fit.rw < best.fit.rw else { continue }
      best = Evaluation.Entry(index: index, truth: truth, guess: guess.structure, fit: fit)
    }
    return best
  }
}
