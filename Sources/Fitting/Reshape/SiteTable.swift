import Clusters
import Foundation
import Numerics

/// The sites of a motif that a particle may take, with all that moves need to know of them.
package final class SiteTable: Sendable {
  let motif: Motif
  package let sites: [Motif.Site]

  /// Distances of the kinds of pairs in units of d, the first being zero.
  package let distances: [Double]

  /// Kinds of pairs up to this one are bonds.
  let lastBond: Int

  /// Sites bonded to each, and where each one's list begins.
  let neighbours: [Int32]
  let firstNeighbour: [Int]  // [sites + 1]

  /// Sites that have all their neighbours in the table, which alone may be occupied.
  let isInner: [Bool]

  /// In which plane of each facet a site lies, counted outward, or −1 where it is not cut.
  let planes: [Int16]  // [facets, sites]
  let planeCount: [Int]  // [facets]

  /// The sites of each plane, one after the other, and where they begin.
  private let planeSites: [Int32]
  private let firstOfPlane: [[Int]]  // [facets, planes + 1]

  /// Where the motif is a lattice, kinds by the difference of two sites' codes.
  private let codes: [Int32]  // [sites]
  private let kindOfDifference: [UInt16]
  private let middle: Int

  /// Where it is not, kinds of all pairs.
  private let kindOfPair: [UInt16]  // [sites, sites]

  var count: Int { sites.count }

  package init(_ motif: Motif, radius: Double) {
    self.motif = motif
    let sites = motif.sites(within: radius)
    self.sites = sites
    let bonds = CellGrid(sites.map(\.position), reach: motif.bondReach).neighbours
    neighbours = bonds.flatMap { $0.map(Int32.init) }
    firstNeighbour = bonds.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    isInner = bonds.map { $0.count == motif.coordination }
    let planes = motif.facets.map { Self.planes(sites, $0) }
    self.planes = planes.flatMap { $0 }
    planeCount = planes.map { Int($0.max() ?? -1) + 1 }
    (planeSites, firstOfPlane) = Self.sitesByPlane(planes, planeCount)
    if let denominator = motif.squareDenominator {
      (codes, kindOfDifference, middle, distances) = Self.differences(
        motif, sites, radius: radius, denominator: Double(denominator))
      kindOfPair = []
    } else {
      (kindOfPair, distances) = Self.pairs(sites)
      (codes, kindOfDifference, middle) = ([], [], 0)
    }
    lastBond = (distances.firstIndex { $0 >= motif.bondReach } ?? distances.count) - 1
  }

  /// The kind of the pair of two sites; 0 for a site with itself.
  @inline(__always)
  package func kind(_ i: Int, _ j: Int) -> Int {
    kindOfPair.isEmpty
      ? Int(kindOfDifference[middle + Int(codes[i]) - Int(codes[j])])
      : Int(kindOfPair[i * sites.count + j])
  }

  /// Adds one for each pair of a site with others to the count of its kind.
  func count(
    pairsOf i: Int, with others: UnsafeBufferPointer<Int32>,
    into counts: UnsafeMutablePointer<Float>
  ) {
    if kindOfPair.isEmpty {
      kindOfDifference.withUnsafeBufferPointer { kinds in
        codes.withUnsafeBufferPointer { codes in
          let start = middle + Int(codes[i])
          for j in others { counts[Int(kinds[start - Int(codes[Int(j)])])] += 1 }
        }
      }
    } else {
      kindOfPair.withUnsafeBufferPointer { kinds in
        let start = i * sites.count
        for j in others { counts[Int(kinds[start + Int(j)])] += 1 }
      }
    }
  }

  /// The outermost plane of a facet that holds one of some sites.
  func outermostPlane(_ facet: Int, of sites: [Int]) -> Int {
    sites.reduce(-1) { max($0, Int(planes[facet * count + $1])) }
  }

  /// How many sites the narrowest boundary around some sites encloses.
  func enclosed(around inside: [Int], by facets: [Int]) -> Int {
    let limits = facets.map { outermostPlane($0, of: inside) }
    return sites.indices.count { site in
      zip(facets, limits).allSatisfy { Int(planes[$0 * count + site]) <= $1 }
    }
  }

  func sites(inPlane plane: Int, of facet: Int) -> ArraySlice<Int32> {
    planeSites[firstOfPlane[facet][plane]..<firstOfPlane[facet][plane + 1]]
  }

  /// Heights less than a twentieth of d apart are one plane.
  private static func planes(_ sites: [Motif.Site], _ facet: Motif.Facet) -> [Int16] {
    let heights = sites.map { facet.height(of: $0) }
    var planes = [Int16](repeating: -1, count: sites.count)
    var (plane, start) = (Int16(-1), -Double.infinity)
    let cut = heights.indices.compactMap { i in heights[i].map { (i, $0) } }
    for (i, height) in cut.sorted(by: { $0.1 < $1.1 }) {
      if height > start + 0.05 {
        plane += 1
        start = height
      }
      planes[i] = plane
    }
    return planes
  }

  private static func sitesByPlane(
    _ planes: [[Int16]], _ counts: [Int]
  ) -> (sites: [Int32], firsts: [[Int]]) {
    var (sites, firsts): ([Int32], [[Int]]) = ([], [])
    for (facet, count) in zip(planes, counts) {
      var members = [[Int32]](repeating: [], count: count)
      for (site, plane) in facet.enumerated() where plane >= 0 {
        members[Int(plane)].append(Int32(site))
      }
      firsts.append([])
      for plane in members {
        firsts[firsts.count - 1].append(sites.count)
        sites += plane
      }
      firsts[firsts.count - 1].append(sites.count)
    }
    return (sites, firsts)
  }

  private static func differences(
    _ motif: Motif, _ sites: [Motif.Site], radius: Double, denominator: Double
  ) -> (codes: [Int32], kinds: [UInt16], middle: Int, distances: [Double]) {
    let places = sites.compactMap { motif.integers(of: $0) }
    let reach = places.reduce(SIMD3<Int>.zero) {
      SIMD3(max($0.x, abs($1.x)), max($0.y, abs($1.y)), max($0.z, abs($1.z)))
    }
    let (width, depth) = (4 * reach.x + 1, 4 * reach.y + 1)
    let codes = places.map { Int32($0.x + width * ($0.y + depth * $0.z)) }
    let middle = 2 * (reach.x + width * (reach.y + depth * reach.z))
    // Differences that no two sites have are never asked for, whatever they are taken as.
    let longest = Int(clamping: (4 * radius * radius * denominator).rounded(.up))
    var squares = [Int](repeating: 0, count: 2 * middle + 1)
    for x in -2 * reach.x...2 * reach.x {
      for y in -2 * reach.y...2 * reach.y {
        for z in -2 * reach.z...2 * reach.z {
          let square = motif.square(SIMD3(x, y, z))
          if square <= longest { squares[middle + x + width * (y + depth * z)] = square }
        }
      }
    }
    let sorted = Set(squares).sorted()
    let kinds = Dictionary(uniqueKeysWithValues: zip(sorted, 0...))
    return (
      codes, squares.map { UInt16(kinds[$0] ?? 0) }, middle,
      sorted.map { (Double($0) / denominator).squareRoot() }
    )
  }

  /// Distances less than a bin of 0.008 d apart are one kind, at their mean: that widens peaks by
  /// 0.002 d, a hundredth of the least displacement of atoms squared.
  private static func pairs(
    _ sites: [Motif.Site]
  ) -> (kinds: [UInt16], distances: [Double]) {
    let bin = 0.008
    let count = sites.count
    let reach = sites.reduce(0) { max($0, ($1.position * $1.position).sum()) }.squareRoot()
    let bins = Int(2 * reach / bin) + 2
    var (sums, numbers) = ([Double](repeating: 0, count: bins), [Int](repeating: 0, count: bins))
    var kinds = [UInt16](repeating: 0, count: count * count)
    for i in 0..<count {
      for j in 0..<i {
        let difference = sites[i].position - sites[j].position
        let r = (difference * difference).sum().squareRoot()
        let place = Int(r / bin)
        sums[place] += r
        numbers[place] += 1
        kinds[i * count + j] = UInt16(place)
      }
    }
    var (renumbered, distances) = ([UInt16](repeating: 0, count: bins), [0.0])
    for place in 0..<bins where numbers[place] > 0 {
      renumbered[place] = UInt16(distances.count)
      distances.append(sums[place] / Double(numbers[place]))
    }
    for i in 0..<count {
      for j in 0..<i {
        let kind = renumbered[Int(kinds[i * count + j])]
        kinds[i * count + j] = kind
        kinds[j * count + i] = kind
      }
    }
    return (kinds, distances)
  }
}
