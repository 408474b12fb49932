import Clusters
import Scattering
import Tensors

/// A candidate structure: where it was drawn on the map, and what the decoder made of it.
public struct Guess: Sendable {
  /// Place on the latent map.
  public let place: SIMD2<Double>
  /// The structure, of the type of the learned shape that it resembles most.
  public let structure: Cluster
}

/// Candidate structures for one PDF, and the Gaussian they were drawn from.
public struct Guesses: Sendable {
  public let pdf: PDF
  public let model: Model
  /// The Gaussian, with the bond length read off the PDF.
  public let place: LatentPlace
  /// Factor on the standard deviation.
  public let sigma: Double
  public let list: [Guess]
}

/// Where on the map structures are drawn.
public enum Aim: Sendable, Hashable {
  /// Around the place of the PDF.
  case prior
  /// Around another place, the paper's way to rare types.
  case at(SIMD2<Double>)
  /// Around the nearest shape of this type.
  case near(StructureType)
  /// Around the nearest shape of every type in turn, so that none is missed.
  case eachType
}

extension Model {
  /// Draws structures for a PDF: z = μ + sigma · σ · ε, the first of each place at μ itself.
  ///
  /// - Parameters:
  ///   - pdf: a measured or simulated PDF.
  ///   - element: the metal of the structures.
  ///   - samples: number of structures.
  ///   - sigma: factor on the prior's standard deviation; the paper takes 3, 5 and 7.
  ///   - aim: where μ is.
  public func infer(
    _ pdf: PDF, element: Element, samples: Int, sigma: Double, aim: Aim = .prior,
    from random: inout RandomGenerator
  ) -> Guesses {
    var place = network.places(of: [pdf])[0]
    let means = means(of: aim, around: place.mean)
    place.mean = means[0]
    let places = (0..<samples).map { index in
      let mean = means[index % means.count]
      return index < means.count
        ? mean : mean + sigma * place.deviation * SIMD2(random.normal(), random.normal())
    }
    let shapes = network.decode(places)
    let bond = place.bond
    let list = Threads.map(shapes.count) { index in
      let shape = shapes[index]
      return Guess(
        place: shape.place,
        structure: Cluster(
          element, type: resembled(by: shape)?.type ?? .fcc,
          positions: shape.positions.map { $0 * bond }, bond: bond,
          name: "\(name) guess \(index + 1)"))
    }
    return Guesses(pdf: pdf, model: self, place: place, sigma: sigma, list: list)
  }

  /// The places that structures are drawn around, at least one.
  private func means(of aim: Aim, around mean: SIMD2<Double>) -> [SIMD2<Double>] {
    switch aim {
    case .prior: [mean]
    case .at(let place): [place]
    case .near(let type): [nearest(to: mean, of: type)?.mean ?? mean]
    case .eachType:
      [mean] + StructureType.allCases.compactMap { nearest(to: mean, of: $0)?.mean }
    }
  }
}
