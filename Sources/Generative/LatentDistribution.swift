import Numerics
import Foundation
import Tensors

/// What a PDF or a structure says of its place on the latent map, p(z | PDF) or q(z | structure):
/// over each axis of the map a mixture of Gaussians, and the bond length that goes with it.
public struct LatentDistribution: Sendable {
  /// Σ_k w_k N(z; μ_k, σ_k²) over some dimensions of the map.
  public struct Mixture: Sendable {
    public let weights: [Double]  // [components], sum 1
    public let means: [[Double]]  // [components, dimensions]
    public let deviations: [[Double]]  // [components, dimensions]

    package init(weights: [Double], means: [[Double]], deviations: [[Double]]) {
      (self.weights, self.means, self.deviations) = (weights, means, deviations)
    }

    /// The component of greatest weight.
    var heaviest: Int { weights.indices.max { weights[$0] < weights[$1] } ?? 0 }
  }

  public let axes: [Mixture]
  /// Bond length d in Å, where the network reads one off the PDF.
  public let bond: Double?

  package init(axes: [Mixture], bond: Double?) {
    (self.axes, self.bond) = (axes, bond)
  }

  /// The place of a PDF on the map: the mean of the heaviest component over each axis, which is
  /// the likeliest structure. The mean of a mixture is no such place; another shape may stand there.
  public var place: [Double] { axes.flatMap { $0.means[$0.heaviest] } }

  /// The standard deviations of the heaviest components.
  public var deviation: [Double] { axes.flatMap { $0.deviations[$0.heaviest] } }

  /// The places that the mixture holds and their weights, the heaviest first, without those of
  /// less than 1 %.
  public var places: [(place: [Double], weight: Double)] {
    let all = axes.reduce([(place: [Double](), weight: 1.0)]) { places, axis in
      places.flatMap { known in
        axis.weights.indices.map {
          (known.place + axis.means[$0], known.weight * axis.weights[$0])
        }.filter { $0.weight >= 0.01 }
      }
    }
    return all.sorted { $0.weight > $1.weight }
  }

  /// The components that stand at one of `places`, or all of them at the nearest of these.
  package func restricted(to places: [[Double]]) -> LatentDistribution {
    var start = 0
    return LatentDistribution(
      axes: axes.map { axis in
        let range = start..<start + axis.means[0].count
        start = range.upperBound
        let along = places.map { Array($0[range]) }
        let known = Set(along)
        let kept = axis.weights.indices.filter { known.contains(axis.means[$0]) }
        guard !kept.isEmpty else { return axis.moved(to: axis.nearest(along)) }
        let sum = max(kept.reduce(0) { $0 + axis.weights[$1] }, .leastNormalMagnitude)
        return Mixture(
          weights: kept.map { axis.weights[$0] / sum }, means: kept.map { axis.means[$0] },
          deviations: kept.map { axis.deviations[$0] })
      }, bond: bond)
  }

  /// One Gaussian at another place.
  package func moved(to place: [Double]) -> LatentDistribution {
    var start = 0
    return LatentDistribution(
      axes: axes.map { axis in
        defer { start += axis.means[0].count }
        return axis.moved(to: Array(place[start..<start + axis.means[0].count]))
      }, bond: bond)
  }

  /// Draws a place, with standard deviations times `sigma` and weights to the power 1/`sigma`:
  /// the larger it is, the more often unlikely places are asked.
  package func sample(sigma: Double, from random: inout RandomGenerator) -> [Double] {
    axes.flatMap { axis in
      let component = sigma > 0 ? axis.draw(power: 1 / sigma, from: &random) : axis.heaviest
      return zip(axis.means[component], axis.deviations[component]).map {
        $0 + sigma * $1 * random.normal()
      }
    }
  }
}

extension LatentDistribution.Mixture {
  fileprivate func moved(to place: [Double]) -> Self {
    Self(weights: [1], means: [place], deviations: [deviations[heaviest]])
  }

  /// Which of `places` is the fewest standard deviations from the heaviest component.
  fileprivate func nearest(_ places: [[Double]]) -> [Double] {
    let (mean, deviation) = (means[heaviest], deviations[heaviest])
    func distance(_ place: [Double]) -> Double {
      place.indices.reduce(0) { $0 + pow((place[$1] - mean[$1]) / deviation[$1], 2) }
    }
    return places.min { distance($0) < distance($1) } ?? mean
  }

  fileprivate func draw(power: Double, from random: inout RandomGenerator) -> Int {
    let powers = weights.map { pow($0, power) }
    var rest = random.uniform() * powers.reduce(0, +)
    for (component, weight) in powers.enumerated() {
      rest -= weight
      if rest < 0 { return component }
    }
    return heaviest
  }
}
