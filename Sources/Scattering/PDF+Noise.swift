import Foundation

extension PDF {
  /// With normally distributed noise of standard deviation `level` times the largest |G|.
  public func noisy(_ level: Double, using generator: inout some RandomNumberGenerator) -> PDF {
    let deviation = level * largest
    var noisy = self
    noisy.g = g.map { value in
      // Box and Muller's transform of two uniform numbers.
      let u = Double.random(in: 0x1p-53...1, using: &generator)
      let v = Double.random(in: 0..<1, using: &generator)
      return value + deviation * (-2 * log(u)).squareRoot() * cos(2 * Double.pi * v)
    }
    return noisy
  }
}
