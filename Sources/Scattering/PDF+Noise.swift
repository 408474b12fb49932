import Numerics

extension PDF {
  /// With normally distributed noise of standard deviation `level` times the largest |G|.
  public func noisy(_ level: Double, using random: inout RandomGenerator) -> PDF {
    let deviation = level * largest
    var noisy = self
    noisy.g = g.map { $0 + deviation * random.normal() }
    return noisy
  }
}
