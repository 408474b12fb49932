import Foundation

/// A seeded source of random numbers: xoshiro256** (Blackman and Vigna, 2018,
/// doi:10.1145/3460772), seeded through SplitMix64.
///
/// It is passed in wherever chance plays a part. A part of a computation, such as a step of a
/// training, draws from a branch of its own, so that no state has to be kept.
public struct RandomGenerator: RandomNumberGenerator, Sendable, Equatable {
  private var state: [UInt64]  // [4]
  private var spare: Double?

  public init(seed: UInt64) {
    var x = seed
    state = (0..<4).map { _ in
      x &+= 0x9E37_79B9_7F4A_7C15
      var z = x
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// An independent generator for one part of a computation, the same whoever computes it.
  public func branch(_ index: Int) -> RandomGenerator {
    var copy = self
    return RandomGenerator(
      seed: copy.next() ^ (UInt64(truncatingIfNeeded: index) &* 0xD134_2543_DE82_EF95))
  }

  public mutating func next() -> UInt64 {
    func rotated(_ x: UInt64, _ k: UInt64) -> UInt64 { (x << k) | (x >> (64 - k)) }
    let result = rotated(state[1] &* 5, 7) &* 9
    let t = state[1] << 17
    state[2] ^= state[0]
    state[3] ^= state[1]
    state[1] ^= state[2]
    state[0] ^= state[3]
    state[2] ^= t
    state[3] = rotated(state[3], 45)
    return result
  }

  /// Uniform in 0 ..< 1.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Uniform in a range.
  public mutating func uniform(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  /// Normal with mean 0 and standard deviation 1, by Box and Muller's transform.
  public mutating func normal() -> Double {
    if let value = spare {
      spare = nil
      return value
    }
    let radius = (-2 * log(1 - uniform())).squareRoot()
    let angle = 2 * Double.pi * uniform()
    spare = radius * sin(angle)
    return radius * cos(angle)
  }
}
