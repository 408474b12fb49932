import Foundation
import Numerics

/// An endless crystal of one metal, in which every atom has the same neighbours.
public struct Crystal: Hashable, Sendable {
  /// The lattices that it can have.
  public static let motifs: [Motif] = [.fcc, .bcc, .hcp, .sc]

  public let element: Element
  public let motif: Motif

  /// Lattice constant in Å; of hcp the distance of atoms within a layer.
  public let a: Double

  /// Lattice constant along the layers of hcp in Å; as a in the others.
  public let c: Double

  /// What command makes it, as `crystal "Ni"`.
  public let label: String

  /// - Parameters:
  ///   - motif: one of `motifs`; without one, that of the bulk metal.
  ///   - a: in Å; without one, as in the bulk metal, or such that neighbours are as far apart.
  ///   - c: in Å, of hcp alone; without one, √(8/3) a.
  /// - Throws: `ClusterError` where the metal's lattice is not known and not given.
  public init(
    _ element: Element, _ motif: Motif? = nil, a: Double? = nil, c: Double? = nil
  ) throws(ClusterError) {
    guard let lattice = motif ?? element.bulkMotif else {
      throw ClusterError("the lattice of \(element.symbol) is not known; give it, as \"fcc\"")
    }
    guard Self.motifs.contains(lattice) else {
      let names = Self.motifs.map(\.name).joined(separator: ", ")
      throw ClusterError("a crystal has no lattice '\(lattice.name)'; it has one of \(names)")
    }
    let bulk = element.bulkMotif == lattice ? element.bulkConstants : nil
    guard
      let a = a ?? bulk?.a ?? element.bulkNearest.map({ $0 * lattice.constant })
        ?? element.bond
        .map({ $0 * lattice.constant })
    else {
      throw ClusterError("no bond length of \(element.symbol) is known; give a: in Å")
    }
    self.element = element
    self.motif = lattice
    self.a = a
    let ideal = a * (8.0 / 3).squareRoot()
    let ratio = bulk.map { $0.c / $0.a }
    self.c = lattice == .hcp ? c ?? ratio.map { $0 * a } ?? ideal : a
    var label = "crystal \"\(element.symbol)\""
    if lattice != element.bulkMotif { label += ", lattice: \"\(lattice.name)\"" }
    if a != bulk?.a { label += ", a: \((a * 1e6).rounded() / 1e6)" }
    if let c, lattice == .hcp { label += ", c: \((c * 1e6).rounded() / 1e6)" }
    self.label = label
  }

  /// The distance of nearest neighbours in Å.
  public var nearest: Double {
    motif == .hcp ? min(a, (a * a / 3 + c * c / 4).squareRoot()) : a / motif.constant
  }

  /// Atoms in Å³.
  public var density: Double {
    switch motif {
    case .fcc: 4 / (a * a * a)
    case .bcc: 2 / (a * a * a)
    case .hcp: 4 / (3.0.squareRoot() * a * a * c)
    default: 1 / (a * a * a)
    }
  }

  /// Distances from an atom to others in Å, and how many stand at each.
  public func shells(upTo reach: Double) -> (distances: [Double], numbers: [Double]) {
    let shells = motif == .hcp ? layeredShells(upTo: reach) : cubicShells(upTo: reach)
    return (shells.map(\.distance), shells.map(\.number))
  }

  private typealias Shell = (distance: Double, number: Double)

  /// In units of a/2, sites have three whole coordinates: even ones in sc, of even sum in fcc, all
  /// even or all odd in bcc.
  private func cubicShells(upTo reach: Double) -> [Shell] {
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
      (a / 2 * Double($0).squareRoot(), numbers[$0])
    }
  }

  /// Layers c/2 apart; in-plane squared distances are a²/3 times a whole number.
  private func layeredShells(upTo reach: Double) -> [Shell] {
    let most = Int(clamping: 3 * reach * reach / (a * a))
    let limit = Int(clamping: 2 * reach / a) + 2
    // Numbers of sites by 3(i² + ij + j²) around a site, and around a hollow between three.
    var numbers = [[Double]](repeating: Array(repeating: 0, count: most + 1), count: 2)
    for i in -limit...limit {
      for j in -limit...limit {
        let square = i * i + i * j + j * j
        for (kind, whole) in [3 * square, 3 * square + 3 * i + 3 * j + 1].enumerated()
        where whole <= most { numbers[kind][whole] += 1 }
      }
    }
    let layers = Int(clamping: 2 * reach / c)
    return (0...layers).flatMap { layer in
      let height = Double(layer) * c / 2
      let kind = numbers[layer % 2]
      return kind.indices.compactMap { whole -> Shell? in
        let distance = (a * a * Double(whole) / 3 + height * height).squareRoot()
        guard kind[whole] > 0, distance > 0, distance <= reach else { return nil }
        return (distance, layer == 0 ? kind[whole] : 2 * kind[whole])
      }
    }
  }

  /// A sphere around an atom, to look at.
  public func ball(diameter: Double) -> Cluster {
    let unit = motif == .hcp ? a : a / motif.constant * (motif == .bcc ? motif.constant : 1)
    let stretch = SIMD3(1, 1, motif == .hcp ? c / a / (8.0 / 3).squareRoot() : 1)
    let radius = diameter / 2
    let sites = motif.sites(within: 1.2 * radius / unit + 1.5)
    let origin = sites.first?.position ?? .zero
    let positions = sites.map { ($0.position - origin) * stretch * unit }.filter {
      ($0 * $0).sum() <= radius * radius
    }
    return Cluster(element, type: motif.type, positions: positions, bond: nearest, name: label)
  }
}

extension Motif {
  /// The cubic lattice constant over the distance of nearest neighbours; 1 for hcp.
  fileprivate var constant: Double {
    switch self {
    case .fcc: 2.0.squareRoot()
    case .bcc: 2 / 3.0.squareRoot()
    default: 1
    }
  }
}
