import Foundation

/// Particles of one metal and one kind of shape in all their sizes.
public struct Ensemble: Codable, Sendable {
  public let element: Element
  public let kind: Kind

  /// One particle of each size, from small to large.
  public let members: [Cluster]

  /// What command makes it, as `ensemble "Au", of: "icosahedra"`.
  public let label: String

  /// Kinds of shapes, which come in certain sizes only.
  public enum Kind: String, CaseIterable, Codable, Sendable {
    case spheres, icosahedra, decahedra, octahedra, cuboctahedra
    case marksDecahedra = "Marks decahedra"
    case truncatedOctahedra = "truncated octahedra"

    /// The shape of the n-th size, n = 1, 2 …
    func shape(_ n: Int) throws(ClusterError) -> Shape {
      switch self {
      case .spheres: Self.sphere(n)
      case .icosahedra: try Recipe.icosahedron(shells: n).shape()
      case .decahedra: try Recipe.decahedron(p: n, q: n).shape()
      case .marksDecahedra: try Recipe.decahedron(p: n + 1, q: n + 1, r: n).shape()
      case .octahedra: try Recipe.octahedron(length: n).shape()
      case .cuboctahedra: try Recipe.octahedron(length: 2 * n + 1, cutoff: n).shape()
      case .truncatedOctahedra: try Recipe.octahedron(length: 3 * n + 1, cutoff: n).shape()
      }
    }

    /// The atoms of fcc to √n bond lengths from one: its shells stand at roots of whole numbers.
    private static func sphere(_ n: Int) -> Shape {
      let sites = Motif.fcc.sites(within: (Double(n) + 0.5).squareRoot()).map(\.position)
      return Shape(.fcc, sites: sites, name: "sphere of \(sites.count)")
    }
  }

  /// - Parameters:
  ///   - atoms: how many the smallest and the largest particle may have.
  ///   - bond: in Å; without one, that of the bulk metal.
  /// - Throws: `ClusterError` where no bond length is known, or fewer than two sizes have so many
  ///   atoms.
  public init(
    _ element: Element, of kind: Kind, atoms: ClosedRange<Int> = Self.usualAtoms,
    bond: Double? = nil
  ) throws(ClusterError) {
    var members: [Cluster] = []
    for n in 1...1000 {
      let shape = try kind.shape(n)
      guard shape.count <= min(atoms.upperBound, 20_000) else { break }
      if shape.count >= atoms.lowerBound, shape.count > 1, shape.count != members.last?.count {
        members.append(try Cluster(shape, of: element, bond: bond))
      }
    }
    guard members.count > 1 else {
      throw ClusterError(
        "fewer than two sizes of \(kind.rawValue) have \(atoms.lowerBound) to "
          + "\(atoms.upperBound) atoms", of: "atoms")
    }
    (self.element, self.kind, self.members) = (element, kind, members)
    var label = "ensemble \"\(element.symbol)\", of: \"\(kind.rawValue)\""
    if atoms != Self.usualAtoms { label += ", atoms: \(atoms.lowerBound)..\(atoms.upperBound)" }
    if let bond, bond != element.bond { label += ", bond: \((bond * 1e6).rounded() / 1e6)" }
    self.label = label
  }

  public static let usualAtoms = 6...3000

  /// The diameters of spheres of the bulk metal with as many atoms as the members have, in Å.
  ///
  /// An atom of a close-packed metal has the volume d³/√2.
  public var diameters: [Double] {  // [members]
    members.map { member in
      cbrt(6 / Double.pi * Double(member.count) / 2.0.squareRoot()) * member.bond
    }
  }
}
