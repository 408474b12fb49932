import Numerics
import Clusters
import Scattering
import Tensors

/// A candidate structure: where it was drawn on the map, and what the decoder made of it.
public struct Guess: Sendable {
  /// Place on the latent map.
  public let place: [Double]
  /// The same on the plane that is shown.
  public let shown: (x: Double, y: Double)
  /// The structure, of the type of the learned shape that it resembles most.
  public let structure: Cluster
}

/// Candidate structures for one PDF, and the Gaussian they were drawn from.
public struct Guesses: Sendable {
  public let pdf: PDF
  public let model: Model
  /// What the PDF says of its place, or the Gaussian that was asked for instead.
  public let prior: LatentDistribution
  /// How far from the likely places structures were drawn.
  public let sigma: Double
  public let list: [Guess]
}

/// Where on the map structures are drawn.
public enum SamplingTarget: Sendable, Hashable {
  /// Where the PDF belongs.
  case prior
  /// Around another place, the paper's way to rare types.
  case at([Double])
  /// Around the likeliest shape of this type.
  case near(StructureType)
  /// Around the likeliest shapes of every type in turn, so that none is missed.
  case eachType
}

extension Model {
  /// Draws structures for a PDF from its prior, the first of each target at the likeliest place.
  ///
  /// - Parameters:
  ///   - pdf: a measured or simulated PDF.
  ///   - element: the metal of the structures.
  ///   - samples: number of structures.
  ///   - sigma: factor on standard deviations, root of weights; the paper takes 3, 5 and 7.
  ///   - target: what of the prior is drawn from.
  ///   - shouldContinue: is told now and then how many structures are drawn, and ends the work by
  ///     false; the structures so far, at least some, are then the answer.
  ///   - isWanted: is asked more often, and ends the work by false in the same way.
  public func infer(
    _ pdf: PDF, element: Element, samples: Int, sigma: Double, target: SamplingTarget = .prior,
    from random: inout RandomGenerator, shouldContinue: (Int) -> Bool = { _ in true },
    while isWanted: @Sendable () -> Bool = { true }
  ) -> Guesses {
    let own = network.priors(of: [pdf])[0]
    let priors = priors(of: target, instead: own)
    var list: [Guess] = []
    for start in stride(from: 0, to: samples, by: Self.portion) {
      if start > 0, !shouldContinue(start) { break }
      let places = (start..<min(start + Self.portion, samples)).map { index in
        let prior = priors[index % priors.count]
        return index < priors.count ? prior.place : prior.sample(sigma: sigma, from: &random)
      }
      // Ranks that share the work have to come to as many.
      let shapes =
        Processes.count > 1 ? network.decode(places) : network.decode(places, while: isWanted)
      let structures = Processes.map(shapes.count) { index in
        structure(
          shapes[index], element, bond: own.bond, name: "\(name) guess \(start + index + 1)")
      }
      list += zip(shapes, structures).map { shape, structure in
        Guess(place: shape.place, shown: plane.shown(shape.place), structure: structure)
      }
      if shapes.count < places.count { break }
    }
    return Guesses(pdf: pdf, model: self, prior: priors[0], sigma: sigma, list: list)
  }

  /// How many structures are decoded between two looks whether to go on: whole blocks of rows.
  private static let portion = 256

  /// What structures are drawn from, at least one.
  private func priors(of target: SamplingTarget, instead own: LatentDistribution)
    -> [LatentDistribution]
  {
    switch target {
    case .prior: [own]
    case .at(let place): [own.moved(to: place)]
    case .near(let type): [likeliest(type, for: own) ?? own]
    case .eachType: [own] + StructureType.allCases.compactMap { likeliest($0, for: own) }
    }
  }
}
