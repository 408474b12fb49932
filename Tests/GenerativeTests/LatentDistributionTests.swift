import Numerics
import Generative
import Tensors
import Testing

struct LatentDistributionTests {
  static let mixture = LatentDistribution(
    axes: [
      .init(
        weights: [0.25, 0.75], means: [[0, 0], [4, 8]], deviations: [[0.5, 0.5], [0.5, 0.5]])
    ], bond: 2.7)
  static let gaussian = LatentDistribution(
    axes: [.init(weights: [1], means: [[1, 2]], deviations: [[0.5, 2]])], bond: 2.7)

  /// The heaviest component's, not the mixture's mean (3, 6), where nothing stands.
  @Test func thePlaceIsThatOfTheHeaviestComponent() {
    #expect(Self.mixture.place == [4, 8] && Self.mixture.deviation == [0.5, 0.5])
    #expect(Self.mixture.places.map(\.place) == [[4, 8], [0, 0]])
    #expect(Self.mixture.places.map(\.weight) == [0.75, 0.25])
    #expect(Self.gaussian.place == [1, 2] && Self.gaussian.deviation == [0.5, 2])
  }

  /// With sigma the weights' power is 1/sigma: at 2, √0.75 against √0.25, so 63.4 % at (4, 8).
  /// 4000 draws have a standard deviation of 0.8 %.
  @Test(arguments: [(1.0, 0.75), (2.0, 0.634)])
  func drawsComponentsByTheirWeights(sigma: Double, share: Double) {
    var random = RandomGenerator(seed: 1)
    let draws = (0..<4000).map { _ in Self.mixture.sample(sigma: sigma, from: &random) }
    let second = draws.filter { $0[0] + $0[1] > 6 }
    #expect(abs(Double(second.count) / 4000 - share) < 0.03)
    let x = second.map { $0[0] }
    let spread = (x.reduce(0) { $0 + ($1 - 4) * ($1 - 4) } / Double(x.count)).squareRoot()
    #expect(abs(spread - 0.5 * sigma) < 0.05 * sigma)
  }

  @Test func withoutSigmaThereIsOnlyTheMode() {
    var random = RandomGenerator(seed: 1)
    #expect(Self.mixture.sample(sigma: 0, from: &random) == [4, 8])
  }

  @Test func isRestrictedToPlaces() {
    let rare = Self.mixture.restricted(to: [[0, 0], [9, 9]])
    #expect(rare.place == [0, 0] && rare.axes[0].weights == [1])
    // (1, 8) is three deviations from the Gaussian, (3, 2) four.
    let moved = Self.gaussian.restricted(to: [[3, 2], [1, 8]])
    #expect(moved.place == [1, 8] && moved.deviation == [0.5, 2])
    #expect(Self.mixture.moved(to: [7, 7]).place == [7, 7])
  }
}
