import Foundation
import Numerics

/// An endless series of particles: the same seed gives the same ones, each by its number alone.
///
/// Numbers of atoms are distributed evenly over their logarithm, motifs evenly. Surfaces are
/// plausible: facets at distances of 0.8 to 1.4 radii for each family around a centre that need be no
/// atom, stretched by 0.8 to 1.25 along an axis (40 %, as of `Boundary.random`, a part with facets
/// that are moved one by one besides); the same without stretch around an atom or a gap, which has
/// Wulff's polyhedra and Marks's decahedra among them (15 %); blocks, rods and plates of up to 1 to 9
/// (15 %); ellipsoids (10 %); and the paper's shapes, to 200 atoms, decahedra to 1000 (20 %).
package struct ParticleSeries: Sendable {
  package let atoms: ClosedRange<Int>

  /// Types that are drawn.
  package let types: [StructureType]

  /// Which family they all are of, and which none is of.
  package let family, without: ParticleFamily?

  private let random: RandomGenerator
  private let tables: [StructureType: FacetHeights]
  /// What is left of 1 is ellipsoids; the paper's shapes come before.
  private static let kinds: [(kind: SurfaceKind, upTo: Double)] = [
    (.ideal, 0.35), (.stretched, 0.6), (.uneven, 0.75), (.block, 0.9), (.ellipsoid, 1),
  ]
  private static let paperShare = 0.2

  /// Types of the motifs, all that there are.
  package static let allTypes: [StructureType] = [
    .sc, .bcc, .fcc, .hcp, .decahedral, .icosahedral, .stacking,
  ]

  /// - Parameters:
  ///   - types: some of `allTypes`; octahedra are fcc.
  ///   - family: all particles are of it.
  ///   - without: none is of it.
  package init(
    atoms: ClosedRange<Int>, types: Set<StructureType>? = nil, family: ParticleFamily? = nil,
    without: ParticleFamily? = nil, seed: UInt64
  ) {
    self.atoms = atoms
    (self.family, self.without) = (family, without)
    let wanted = types.map { $0.contains(.octahedral) ? $0.union([.fcc]) : $0 }
    let drawn = Self.allTypes.filter {
      (wanted?.contains($0) ?? true) && (family?.types.contains($0) ?? true)
    }
    self.types = drawn.isEmpty ? Self.allTypes : drawn
    random = RandomGenerator(seed: seed)
    let motifs = Motif.simple.filter { [types = self.types] in types.contains($0.type) }
    let made = Workers.map(motifs.count) { index in
      FacetHeights(motifs[index], reach: Self.reach(motifs[index], atoms: atoms.upperBound))
    }
    tables = Dictionary(uniqueKeysWithValues: zip(motifs.map(\.type), made))
  }

  /// The radius of a ball of so many atoms, in units of d.
  private static func radius(_ motif: Motif, atoms: Int) -> Double {
    0.62 * cbrt(Double(atoms) / motif.density)
  }

  private static func reach(_ motif: Motif, atoms: Int) -> Double {
    1.9 * radius(motif, atoms: atoms) + 2
  }

  /// A particle by its number.
  package func particle(_ number: Int) -> DrawnParticle {
    var random = random.branch(number)
    var (target, type) = (0, types[0])
    for attempt in 0... {
      // Several surfaces are tried before another size: layers are refused more often than others.
      if attempt % 8 == 0 {
        let share = random.uniform()
        let size =
          log(Double(atoms.lowerBound)) * (1 - share) + log(Double(atoms.upperBound)) * share
        target = min(max(Int(clamping: exp(size).rounded()), atoms.lowerBound), atoms.upperBound)
        type = types[Int(clamping: random.uniform() * Double(types.count))]
      }
      // Fewer atoms have no layers to be faulted.
      let isLast = attempt > 800
      if type == .stacking, target < 30, !isLast, types.count > 1 { continue }
      if let particle = draw(type, target, number, isLast: isLast, from: &random),
        isLast || isWanted(particle)
      {
        return particle
      }
    }
    fatalError("an endless loop has ended")
  }

  private func isWanted(_ particle: DrawnParticle) -> Bool {
    without?.has(particle) != true && family?.has(particle) != false
  }

  private func draw(
    _ type: StructureType, _ target: Int, _ number: Int, isLast: Bool,
    from random: inout RandomGenerator
  ) -> DrawnParticle? {
    let kind = random.uniform()
    if kind < Self.paperShare, let some = Self.known[type] {
      let near = some.filter {
        atoms.contains($0.count) && abs(log(Double($0.count) / Double(target))) < 0.3
      }
      if !near.isEmpty { return near[Int(clamping: random.uniform() * Double(near.count))] }
    }
    let table: FacetHeights
    if let made = tables[type] {
      table = made
    } else {
      let radius = Self.radius(.fcc, atoms: target)
      let drawn = LayerWord.random(layers: 2 * radius / LayerWord.spacing, from: &random)
      // Few atoms have no layers inside, and all the same there must be an end.
      guard let word = drawn ?? (isLast ? LayerWord.twin : nil) else { return nil }
      let motif = Motif.layers(word)
      table = FacetHeights(motif, reach: Self.reach(motif, atoms: target))
    }
    // Where the paper has no shape, there are more of the others.
    let share = kind < Self.paperShare ? Self.paperShare + 0.8 * kind / Self.paperShare : kind
    let form = Self.kinds.first { share < $0.upTo }?.kind ?? .ellipsoid
    let surface = RandomSurface(form, of: table, from: &random)
    let radius = Self.radius(table.motif, atoms: target)
    var reach = min(1.6 * radius + 1, table.reach)
    while true {
      let gauges = surface.gauges(of: table, within: reach)
      let sorted = gauges.sorted()
      let last = sorted[min(target, sorted.count) - 1] * (1 + 1e-5)
      let inside = gauges.indices.filter { gauges[$0] <= last }
      let extent = inside.last.map { length(table.sites[$0].position) } ?? 0
      // What is cut off by the table's end is no particle of this surface.
      if extent > reach - 1 {
        guard reach < table.reach else { return nil }
        reach = min(1.3 * reach, table.reach)
        continue
      }
      let occupied = isLast ? Array(inside.prefix(target)) : inside
      guard atoms.contains(occupied.count),
        isLast || isFaulted(occupied, table) && (form != .block || isThick(occupied, table))
      else { return nil }
      return DrawnParticle(
        table: table, occupied: occupied, name: "\(table.motif.type.rawValue) particle \(number)")
    }
  }

  /// Whether layers inside a particle of layers are of both kinds, the middle letter is that of the
  /// middle layer, and the word reads from the end at which it comes first; of others yes.
  private func isFaulted(_ occupied: [Int], _ table: FacetHeights) -> Bool {
    guard case .layers(let word) = table.motif else { return true }
    let heights = occupied.map { table.sites[$0].position.z }
    let (lowest, highest) = (heights.min() ?? 0, heights.max() ?? 0)
    let inner = LayerWord.inner(word, from: lowest, to: highest)
    let isMiddle = (0...1).contains(Int(((lowest + highest) / LayerWord.spacing).rounded()))
    return Set(inner).count == 2 && isMiddle && inner <= String(inner.reversed())
  }

  /// Whether a particle has more than one layer along every axis: of a single one nobody knows of
  /// which motif it is.
  private func isThick(_ occupied: [Int], _ table: FacetHeights) -> Bool {
    let first = table.sites[occupied[0]].position
    return (0..<3).allSatisfy { axis in
      occupied.contains { abs(table.sites[$0].position[axis] - first[axis]) > 0.3 }
    }
  }

  /// The paper's shapes up to 200 atoms, and its decahedra up to 1000, as sites of tables.
  private static let known: [StructureType: [DrawnParticle]] = {
    var shapes = (try? Catalogue.mmnp(elements: [.gold]).shapes) ?? []
    for p in 1...8 {
      for q in 1...12 {
        for r in 0...3 where p * (p + q + 2 * r) <= 1000 {
          guard let made = try? Recipe.decahedron(p: p, q: q, r: r).shape(),
            (201...1000).contains(made.count)
          else { continue }
          shapes.append(made)
        }
      }
    }
    let tables = Dictionary(
      uniqueKeysWithValues: Motif.simple.map { ($0.type, FacetHeights($0, reach: 10)) })
    let numbers = tables.mapValues { table in
      Dictionary(uniqueKeysWithValues: zip(table.sites, table.sites.indices))
    }
    var known: [StructureType: [DrawnParticle]] = [:]
    for shape in shapes {
      let type = shape.type == .octahedral ? .fcc : shape.type
      guard let table = tables[type], let sites = table.motif.sites(of: shape) else { continue }
      let occupied = sites.compactMap { numbers[type]?[$0] }.sorted()
      guard occupied.count == shape.count else { continue }
      known[type, default: []].append(
        DrawnParticle(table: table, occupied: occupied, name: shape.label(of: .gold)))
    }
    return known
  }()
}
