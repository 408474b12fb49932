import Foundation
import Numerics

/// An endless crystal of one metal, in which every atom has the same neighbours.
public struct Crystal: Codable, Hashable, Sendable {
  /// The lattices that it can have.
  public static let motifs: [Motif] = [.fcc, .bcc, .hcp, .sc]

  public let element: Element
  public let motif: Motif

  /// Lattice constant in Å; of hcp the distance of atoms within a layer.
  public let a: Double

  /// Lattice constant along the layers of hcp in Å; as a in the others.
  public private(set) var c: Double

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

  /// The same crystal with c stretched by 1 + strain, in hcp.
  public func stretched(by strain: Double) -> Crystal {
    var crystal = self
    if motif == .hcp { crystal.c *= 1 + strain }
    return crystal
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
