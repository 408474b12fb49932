import Numerics

/// Atoms of a crystal that stand at one distance from another.
public struct CrystalShell: Hashable, Sendable {
  /// Å.
  public let distance: Double

  /// How many they are, on average over the layers where these are faulted.
  public var number: Double

  /// The derivative of `number` by the probability of a fault.
  public var byFaults = 0.0

  /// The derivative of ln `distance` by the strain along the layers' normal.
  public var byStrain = 0.0
}

extension Crystal {
  /// The shells around an atom.
  ///
  /// - Parameters:
  ///   - reach: the longest distance in Å.
  ///   - strain: c is stretched by 1 + strain, in hcp alone.
  ///   - faults: the probability that a layer of a close-packed crystal is a fault, `LayerCorrelation`.
  public func shells(
    upTo reach: Double, strain: Double = 0, faults: Double = 0
  ) -> [CrystalShell] {
    motif == .hcp || faults > 0
      ? layeredShells(upTo: reach, strain: strain, faults: faults) : cubicShells(upTo: reach)
  }

  /// Whether it is made of close-packed layers, which can be faulted.
  public var isClosePacked: Bool { motif == .hcp || motif == .fcc }

  /// In units of a/2, sites have three whole coordinates: even ones in sc, of even sum in fcc, all
  /// even or all odd in bcc.
  private func cubicShells(upTo reach: Double) -> [CrystalShell] {
    let limit = Int(clamping: 2 * reach / a)
    let most = Int(clamping: 4 * reach * reach / (a * a))
    var numbers = [Double](repeating: 0, count: most + 1)
    let step = motif == .sc ? 2 : 1
    for x in stride(from: -limit / step * step, through: limit, by: step) {
      for y in stride(from: -limit / step * step, through: limit, by: step) {
        for z in stride(from: 0, through: limit, by: step) {
          let square = x * x + y * y + z * z
          guard square <= most, square > 0 else { continue }
          if motif == .fcc, (x + y + z) % 2 != 0 { continue }
          if motif == .bcc, (x - y) % 2 != 0 || (x - z) % 2 != 0 { continue }
          numbers[square] += z == 0 ? 1 : 2
        }
      }
    }
    return numbers.indices.filter { numbers[$0] > 0 }.map {
      CrystalShell(distance: a / 2 * Double($0).squareRoot(), number: numbers[$0])
    }
  }

  /// Close-packed layers; squared distances within one are whole multiples of a third of the squared
  /// distance of neighbours there.
  private func layeredShells(
    upTo reach: Double, strain: Double, faults: Double
  ) -> [CrystalShell] {
    let (edge, spacing) =
      motif == .hcp
      ? (a, c / 2 * (1 + strain)) : (a / 2.0.squareRoot(), a / 3.0.squareRoot())
    let most = Int(clamping: 3 * reach * reach / (edge * edge))
    let limit = Int(clamping: 2 * reach / edge) + 2
    // Numbers of sites by 3(i² + ij + j²) around a site, and around a hollow between three.
    var numbers = [[Double]](repeating: Array(repeating: 0, count: most + 1), count: 2)
    for i in -limit...limit {
      for j in -limit...limit {
        let square = i * i + i * j + j * j
        for (kind, whole) in [3 * square, 3 * square + 3 * i + 3 * j + 1].enumerated()
        where whole <= most { numbers[kind][whole] += 1 }
      }
    }
    let layers = Int(clamping: reach / spacing)
    let alike = LayerCorrelation(motif, faults: faults, layers: layers)
    return (0...layers).flatMap { layer -> [CrystalShell] in
      let height = Double(layer) * spacing
      let sides = layer == 0 ? 1.0 : 2
      return numbers.indices.flatMap { kind -> [CrystalShell] in
        let share = kind == 0 ? alike.shares[layer] : 1 - alike.shares[layer]
        let slope = (kind == 0 ? 1 : -1) * alike.slopes[layer]
        guard abs(share) > 1e-12 || slope != 0 else { return [] }
        return numbers[kind].indices.compactMap { whole in
          let distance = (edge * edge * Double(whole) / 3 + height * height).squareRoot()
          let number = sides * numbers[kind][whole]
          guard number > 0, distance > 0, distance <= reach else { return nil }
          return CrystalShell(
            distance: distance, number: number * share, byFaults: number * slope,
            byStrain: motif == .hcp ? height * height / (distance * distance * (1 + strain)) : 0)
        }
      }
    }
  }
}
