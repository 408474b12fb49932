import Clusters
import Numerics
import Scattering

/// The particles that a training draws from: a window over an endless series that moves on every
/// eight steps.
///
/// Fresh particles for every PDF would cost more than the networks do. Each is in the window for 128
/// steps and is drawn 16 times at 128 PDFs a step, each time under other conditions.
final class ParticlePool {
  private let series: ParticleSeries
  private let pairs = PairTables(reach: 19)
  private let random: RandomGenerator
  /// How many are new, and after how many steps.
  private static let (fresh, stay) = (64, 8)
  private var end = 0  // of the window
  private(set) var targets: [ParticleTarget?]
  private(set) var tables: [PairTables.Table]

  init(_ series: ParticleSeries, size: Int, seed: UInt64) {
    self.series = series
    random = RandomGenerator(seed: seed)
    targets = Array(repeating: nil, count: size)
    tables = Array(repeating: [], count: size)
  }

  /// Moves the window to where it stands at a step.
  ///
  /// - Parameter shouldContinue: is asked often, and ends the work by false; the window is then worth
  ///   nothing.
  func advance(to step: Int, while shouldContinue: () -> Bool = { true }) {
    let last = step / Self.stay * Self.fresh + targets.count
    // A training that goes on begins in the middle.
    let first = max(end, last - targets.count)
    for start in stride(from: first, to: last, by: 64) where shouldContinue() {
      let numbers = start..<min(start + 64, last)
      let made = Processes.map((numbers.count + 15) / 16) { [series, pairs, random] block in
        let own = numbers.dropFirst(16 * block).prefix(16)
        return Made(own, of: series, pairs, from: random)
      }
      targets.replace(numbers, with: made.flatMap(\.targets))
      tables.replace(numbers, with: made.flatMap(\.tables))
    }
    end = last
  }

  /// Some particles one after the other.
  private struct Made: Codable, Sendable {
    let targets: [ParticleTarget]
    let tables: [PairTables.Table]

    init(
      _ numbers: Range<Int>, of series: ParticleSeries, _ pairs: PairTables,
      from random: RandomGenerator
    ) {
      let made = Workers.map(numbers.count) { index in
        let number = numbers.lowerBound + index
        let particle = series.particle(number)
        var own = random.branch(number)
        return (particle.positions, ParticleTarget(particle, from: &own))
      }
      targets = made.map(\.1)
      tables = pairs.tables(of: made.map(\.0))
    }
  }
}

extension Array {
  /// Puts elements that are counted without end into a window over them.
  fileprivate mutating func replace(_ numbers: Range<Int>, with elements: [Element]) {
    for (number, element) in zip(numbers, elements) { self[number % count] = element }
  }
}
