/// A sequence of close-packed layers A, B and C, none beside its like.
public struct StackingSequence: Codable, Hashable, Sendable {
  /// The layers from below, as `ABCAC`.
  public let layers: String

  let sites: [Int]  // 0, 1, 2 for A, B, C

  /// - Throws: `ClusterError` where a letter is not A, B or C, or is repeated.
  public init(_ layers: String) throws(ClusterError) {
    var sites: [Int] = []
    for letter in layers {
      guard let site = ["A", "B", "C"].firstIndex(of: letter) else {
        throw ClusterError(
          "sequence \"\(layers)\" has '\(letter)'; layers are A, B or C", of: "sequence")
      }
      guard sites.last != site else {
        throw ClusterError(
          "sequence \"\(layers)\" has \(letter) on \(letter); they would overlap", of: "sequence")
      }
      sites.append(site)
    }
    guard !sites.isEmpty else {
      throw ClusterError("sequence is empty; give layers, as \"ABCAC\"", of: "sequence")
    }
    self.init(sites: sites)
  }

  private init(sites: [Int]) {
    self.sites = sites
    self.layers = String(sites.map { Array("ABC")[$0] })
  }

  /// A sequence from how far each layer is moved against the one below, in thirds of a cell; the
  /// first two layers are called A and B. Nil where a layer stands right above the one below.
  init?(steps: [Int]) {
    guard let first = steps.first, steps.allSatisfy({ $0 == 1 || $0 == 2 }) else { return nil }
    var sites = [0]
    for step in steps { sites.append((sites[sites.count - 1] + (step == first ? 1 : 2)) % 3) }
    self.init(sites: sites)
  }

  /// For each inner layer, whether its neighbours are alike, as in hcp.
  public var isHexagonal: [Bool] {
    zip(sites, sites.dropFirst(2)).map { $0 == $1 }
  }

  /// The share of hexagonal ones among the inner layers, 0 in fcc and 1 in hcp; nil if there are
  /// fewer than three layers.
  public var hexagonality: Double? {
    let inner = isHexagonal
    return inner.isEmpty ? nil : Double(inner.count { $0 }) / Double(inner.count)
  }

  /// Which crystal this is: fcc, hcp, or faulted and so `stacking`.
  public var kind: StructureType {
    let words = Set(isHexagonal)
    return words.count == 1 ? (words.contains(true) ? .hcp : .fcc) : .stacking
  }

  /// All sequences of `count` layers that differ by more than names and direction.
  ///
  /// The inner layers make a word of h and c; a word and its mirror image are the same crystal.
  public static func all(layers count: Int) -> [StackingSequence] {
    let inner = max(count - 2, 0)
    let words = (0..<(1 << inner)).map { bits in (0..<inner).map { bits >> $0 & 1 } }
    return words.filter { !$0.reversed().lexicographicallyPrecedes($0) }.map { word in
      var sites = Array([0, 1].prefix(count))
      for hexagonal in word {
        let (below, last) = (sites[sites.count - 2], sites[sites.count - 1])
        sites.append(hexagonal == 1 ? below : 3 - below - last)
      }
      return StackingSequence(sites: sites)
    }
  }
}

extension Shape {
  /// The sequence of layers and the atoms along their two sides, where this shape is a stacking.
  public var layering: (sequence: StackingSequence, size: [Int])? {
    guard case .stacking(let sequence, let size) = recipe else { return nil }
    return (sequence, size)
  }

  /// Close-packed layers in a given sequence, each a rhombus of `size` = [a, b] atoms.
  ///
  /// The layers' axes are at 60°, layers are √(2/3) d apart, and B and C are moved along the
  /// rhombus by a third and two thirds of its diagonal cell.
  /// - Throws: `ClusterError` for an impossible size.
  static func stacking(
    _ sequence: StackingSequence, _ size: [Int]
  ) throws(ClusterError) -> Shape {
    guard size.count == 2 else {
      throw ClusterError(
        "size has \(numbers(size.count)), but needs 2: atoms along a and b", of: "size")
    }
    try require("size", size, atLeast: 1)
    try requireSize(Double(size[0]) * Double(size[1]) * Double(sequence.sites.count))

    let a = SIMD3<Double>(1, 0, 0)
    let b = SIMD3<Double>(0.5, 3.0.squareRoot() / 2, 0)
    let c = SIMD3<Double>(0, 0, (2.0 / 3).squareRoot())
    var sites: [SIMD3<Double>] = []
    for (height, site) in sequence.sites.enumerated() {
      let corner = Double(height) * c + (a + b) * (Double(site) / 3)
      for j in 0..<size[1] {
        for i in 0..<size[0] { sites.append(corner + Double(i) * a + Double(j) * b) }
      }
    }
    return Shape(sequence.kind, .stacking(sequence, size: size), sites: sites)
  }
}
