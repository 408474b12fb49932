import Clusters
import Foundation

/// Which sites of a motif are occupied, with bonds and surface kept up to date move by move.
package struct Particle {
  let table: SiteTable

  /// Occupied sites, those of them at the surface, and empty ones where an atom would hold.
  package private(set) var atoms: SiteList
  private(set) var removable: SiteList
  private(set) var addable: SiteList

  /// Occupied neighbours of each site, occupied or not.
  private var bonds: [Int16]  // [sites]

  /// Bonds that the atoms have less than they would have inside.
  package private(set) var broken = 0

  /// Atoms in each plane of each facet.
  private(set) var filling: [[Int32]]  // [facets, planes]

  /// An atom holds where at least a quarter of its neighbours are there.
  private let least: Int16
  private let full: Int16

  package init(_ table: SiteTable, occupied: [Int]) {
    self.table = table
    atoms = SiteList(sites: table.count)
    removable = atoms
    addable = atoms
    bonds = Array(repeating: 0, count: table.count)
    filling = table.planeCount.map { Array(repeating: 0, count: $0) }
    full = Int16(table.motif.coordination)
    least = Int16((table.motif.coordination + 3) / 4)
    for site in occupied where table.isInner[site] && !atoms.contains(site) { flip(site) }
  }

  package var count: Int { atoms.count }

  func isOccupied(_ site: Int) -> Bool { atoms.contains(site) }

  func bonds(of site: Int) -> Int { Int(bonds[site]) }

  /// Whether an atom would hold at an empty site.
  func holds(_ site: Int) -> Bool { bonds[site] >= least && table.isInner[site] }

  /// Broken bonds over N^⅔, which of all shapes is smallest for round ones, whatever their size.
  package var surface: Double { Self.surface(broken: broken, atoms: count) }

  private static func surface(broken: Int, atoms: Int) -> Double {
    let root = cbrt(Double(max(atoms, 1)))
    return Double(broken) / (root * root)
  }

  /// The number of atoms and the surface with some sites flipped.
  package func after(flipping sites: [Int32]) -> (count: Int, surface: Double) {
    var (added, bonded) = (0, 0)
    for (place, item) in sites.enumerated() {
      let site = Int(item)
      let sign = atoms.contains(site) ? -1 : 1
      added += sign
      bonded += sign * Int(bonds[site])
      for earlier in sites[0..<place] where table.kind(site, Int(earlier)) <= table.lastBond {
        bonded += atoms.contains(Int(earlier)) ? -sign : sign
      }
    }
    let broken = broken + added * Int(full) - 2 * bonded
    return (count + added, Self.surface(broken: broken, atoms: count + added))
  }

  /// Puts an atom on an empty site, or takes it away.
  package mutating func flip(_ site: Int) {
    let isAdded = !atoms.contains(site)
    let change: Int16 = isAdded ? 1 : -1
    let own = Int(bonds[site])
    broken += (isAdded ? 1 : -1) * (Int(full) - 2 * own)
    atoms.set(site, isMember: isAdded)
    update(site)
    for place in table.firstNeighbour[site]..<table.firstNeighbour[site + 1] {
      let neighbour = Int(table.neighbours[place])
      bonds[neighbour] += change
      update(neighbour)
    }
    for facet in filling.indices {
      let plane = Int(table.planes[facet * table.count + site])
      if plane >= 0 { filling[facet][plane] += Int32(change) }
    }
  }

  private mutating func update(_ site: Int) {
    let isAtom = atoms.contains(site)
    removable.set(site, isMember: isAtom && bonds[site] < full)
    addable.set(site, isMember: !isAtom && holds(site))
  }

  /// The plane of a facet that a site lies in, −1 where the facet does not cut it.
  func plane(of site: Int, _ facet: Int) -> Int {
    Int(table.planes[facet * table.count + site])
  }

  /// The outermost plane of a facet that holds an atom; nil where none does.
  func outermostPlane(_ facet: Int) -> Int? { filling[facet].lastIndex { $0 > 0 } }
}
