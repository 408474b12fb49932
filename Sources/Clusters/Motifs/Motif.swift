/// An endless pattern of sites in units of the bond length d, of which particles are cut.
///
/// A particle is a motif and a `Boundary`: which sites are occupied. Bonds are those of the motif.
public enum Motif: Codable, Hashable, Sendable {
  case sc, bcc, fcc, hcp

  /// Close-packed layers along z. Each letter says how a layer lies between its neighbours: `c` as
  /// in fcc, `h` as in hcp. The word stands around z = 0, and its first and last letters go on
  /// beyond its ends: `chc` is one twin plane in fcc.
  case layers(String)

  /// Five fcc crystals around one axis, as in a decahedron.
  case fiveFold

  /// Twenty fcc crystals around one point, as in an icosahedron.
  case twentyFold

  /// A place that an atom can take.
  public struct Site: Hashable, Sendable {
    /// In units of d.
    public let position: SIMD3<Double>

    /// A bit for each crystal of the motif that the site is part of.
    public let domains: UInt32

    init(_ position: SIMD3<Double>, domains: UInt32 = 1) {
      self.position = position
      self.domains = domains
    }
  }

  /// A direction in which particles end.
  public struct Facet: Hashable, Sendable {
    /// Miller indices of the family, or what stands for them.
    public let family: String

    /// Of unit length, outward.
    public let normal: SIMD3<Double>

    /// The crystals that it cuts, a bit for each.
    public let domains: UInt32

    init(_ family: String, _ normal: SIMD3<Double>, domains: UInt32 = .max) {
      self.family = family
      self.normal = normal / length(normal)
      self.domains = domains
    }

    /// How far out a site lies, in units of d; nil where the facet does not cut its crystal.
    public func height(of site: Site, from centre: SIMD3<Double> = .zero) -> Double? {
      site.domains & domains == 0 ? nil : ((site.position - centre) * normal).sum()
    }
  }

  /// Motifs without a parameter.
  public static let simple: [Motif] = [.sc, .bcc, .fcc, .hcp, .fiveFold, .twentyFold]

  /// A motif by its name, as `five-fold`, or by the word of its layers, as `chc`.
  public init?(_ name: String) {
    if let motif = Self.simple.first(where: { $0.name == name }) {
      self = motif
    } else if !name.isEmpty, name.allSatisfy({ $0 == "h" || $0 == "c" }) {
      self = .layers(name)
    } else {
      return nil
    }
  }

  public var name: String {
    switch self {
    case .sc: "sc"
    case .bcc: "bcc"
    case .fcc: "fcc"
    case .hcp: "hcp"
    case .layers(let word): word
    case .fiveFold: "five-fold"
    case .twentyFold: "twenty-fold"
    }
  }

  /// The type of particles that are cut of it.
  public var type: StructureType {
    switch self {
    case .sc: .sc
    case .bcc: .bcc
    case .fcc: .fcc
    case .hcp: .hcp
    case .layers(let word):
      word.allSatisfy { $0 == "c" } ? .fcc : word.allSatisfy { $0 == "h" } ? .hcp : .stacking
    case .fiveFold: .decahedral
    case .twentyFold: .icosahedral
    }
  }

  /// Sites not further than this from each other are bonded, in units of d.
  ///
  /// In sc and bcc the second neighbours count too: without them a flat {100} facet of sc holds an
  /// atom by one bond, and no particle could grow a layer.
  public var bondReach: Double {
    switch self {
    case .sc: 1.5
    case .bcc: 1.1
    default: 1.2
    }
  }

  /// Bonds of a site inside.
  public var coordination: Int {
    switch self {
    case .sc: 18
    case .bcc: 14
    default: 12
    }
  }

  /// The distance of nearest neighbours in units of d; d of bcc is its lattice constant.
  public var nearest: Double { self == .bcc ? 0.75.squareRoot() : 1 }

  /// Squared distances in units of d² are whole multiples of one over this; nil where they are not.
  public var squareDenominator: Int? {
    switch self {
    case .sc, .fcc: 1
    case .bcc: 4
    case .hcp, .layers: 3
    case .fiveFold, .twentyFold: nil
    }
  }

  /// Sites in a cube of side d.
  public var density: Double {
    switch self {
    case .sc: 1
    case .bcc: 2
    case .fcc, .hcp, .layers: 2.0.squareRoot()
    // Crystals that share a line or a point are strained to close.
    case .fiveFold: 1.39
    case .twentyFold: 1.31
    }
  }

  /// The sites within `radius` around a centre, nearest first.
  public func sites(
    within radius: Double, of centre: SIMD3<Double> = .zero
  ) -> [Site] {  // [sites]
    let reach = radius + length(centre)
    let all =
      switch self {
      case .sc: cubicSites(.simple, within: reach)
      case .bcc: cubicSites(.bodyCentred, within: reach)
      case .fcc: cubicSites(.faceCentred, within: reach)
      case .hcp: layerSites("h", within: reach)
      case .layers(let word): layerSites(word, within: reach)
      case .fiveFold: fiveFoldSites(within: reach)
      case .twentyFold: twentyFoldSites(within: reach)
      }
    let near = all.map { (site: $0, distance: length($0.position - centre)) }
      .filter { $0.distance <= radius + 1e-9 }
    return near.sorted { $0.distance < $1.distance - 1e-9 }.map(\.site)
  }

  /// Directions in which particles end.
  public var facets: [Facet] {
    switch self {
    case .sc, .bcc, .fcc: Self.cubicFacets
    case .hcp: Self.layerFacets + Self.hexagonalFacets
    case .layers: Self.layerFacets + Self.twinFacets
    case .fiveFold: Self.fiveFoldFacets
    case .twentyFold: Self.twentyFoldFacets
    }
  }
}
