import Clusters

/// The places on the latent map among which a prior chooses, one for each thing it has learned.
///
/// The map's dimensions fall into axes with landmarks of their own. The paper's particles have one
/// axis of two dimensions with a landmark for each shape; stacking sequences have two axes of one
/// dimension, so that a sequence and a block of atoms that were never seen together have a place
/// as well.
public struct Landmarks: Codable, Hashable, Sendable {
  /// Places along some of the dimensions.
  public struct Axis: Codable, Hashable, Sendable {
    public let places: [[Double]]  // [landmarks, dimensions]
    /// Most points that one of the landmarks stands for.
    public let points: Int

    public var dimensions: Int { places.first?.count ?? 0 }

    init(places: [[Double]], points: Int) { (self.places, self.points) = (places, points) }

    /// Landmarks 1 apart on a line around 0.
    init(evenly count: Int, points: Int) {
      self.init(
        places: (0..<count).map { [Double($0) - Double(count - 1) / 2] }, points: points)
    }
  }

  /// In the order of the map's dimensions.
  public let axes: [Axis]
  /// The landmark of each learned shape on each axis.
  public let assignments: [[Int]]  // [shapes, axes]

  private enum CodingKeys: String, CodingKey {
    case axes
    case assignments = "choices"
  }

  /// Standard deviation of the Gaussian around a landmark; neighbours are about 1 apart.
  public static let deviation = 0.12

  /// Whether there can be such a map; that of a damaged file may be none.
  var isPossible: Bool {
    (1...10).contains(axes.count) && assignments.count <= 1_000_000
      && axes.allSatisfy { axis in
        (1...2000).contains(axis.points) && (1...100_000).contains(axis.places.count)
          && (1...10).contains(axis.dimensions)
          && axis.places.allSatisfy {
            $0.count == axis.dimensions && $0.allSatisfy { abs($0) < 1e6 }
          }
      }
      && assignments.allSatisfy { choice in
        choice.count == axes.count
          && zip(axes, choice).allSatisfy { $0.places.indices.contains($1) }
      }
  }

  /// Dimensions of the map.
  var dimensions: Int { axes.reduce(0) { $0 + $1.dimensions } }

  /// The place of a learned shape.
  public func place(of shape: Int) -> [Double] { place(assignments[shape]) }

  /// The place of one landmark on each axis.
  public func place(_ choice: [Int]) -> [Double] {
    zip(axes, choice).flatMap { $0.places[$1] }
  }

  /// Root of the mean square of all coordinates, at least 1.
  var spread: Float {
    let coordinates = axes.flatMap { $0.places.flatMap { $0 } }
    let square = coordinates.reduce(0) { $0 + $1 * $1 } / Double(max(coordinates.count, 1))
    return Float(max(square.squareRoot(), 1))
  }

  /// One landmark a shape, laid out on a plane by what their distances have in common.
  ///
  /// - Parameter shouldContinue: is asked often, and ends the work by false; the landmarks are then
  ///   worth nothing.
  public init(plane shapes: [Shape], while shouldContinue: @Sendable () -> Bool = { true }) {
    axes = [
      Axis(
        places: MapLayout(shapes, while: shouldContinue).plane().map { [$0.x, $0.y] },
        points: shapes.map(\.count).max() ?? 1)
    ]
    assignments = shapes.indices.map { [$0] }
  }

  /// Stacking sequences along the first dimension and blocks of atoms along the second.
  ///
  /// Blocks are in the order of their size. Sequences are in the order of where their distances
  /// stand between those of fcc and hcp with as many layers: of what they are only the two ends
  /// are told.
  ///
  /// - Parameter shouldContinue: is asked often, and ends the work by false; the landmarks are then
  ///   worth nothing.
  /// - Returns: `nil` where a shape is no stacking sequence.
  public init?(stacking shapes: [Shape], while shouldContinue: @Sendable () -> Bool = { true }) {
    var sequences: [StackingSequence] = []
    var blocks: [[Int]] = []
    for shape in shapes {
      guard let stacking = shape.layering else { return nil }
      sequences.append(stacking.sequence)
      blocks.append(stacking.size)
    }
    let sizes = Set(blocks).sorted { ($0[0] * $0[1], $0[0]) < ($1[0] * $1[1], $1[0]) }
    let order = Self.order(sequences, blocks, MapLayout(shapes, while: shouldContinue).roots)
    axes = [
      Axis(evenly: order.count, points: order.map(\.layers.count).max() ?? 1),
      Axis(evenly: sizes.count, points: sizes.map { $0[0] * $0[1] }.max() ?? 1),
    ]
    assignments = zip(sequences, blocks).map { sequence, block in
      [order.firstIndex(of: sequence) ?? 0, sizes.firstIndex(of: block) ?? 0]
    }
  }

  /// Sequences from fcc to hcp.
  private static func order(
    _ sequences: [StackingSequence], _ blocks: [[Int]], _ roots: [[Double]]
  ) -> [StackingSequence] {
    // A shape's distances are those of its sequence and those of its block, found in turn.
    var ofBlock: [[Int]: [Double]] = [:]
    var ofSequence: [StackingSequence: [Double]] = [:]
    for _ in 0..<6 {
      ofSequence = means(roots, by: sequences) { ofBlock[blocks[$0]] }
      ofBlock = means(roots, by: blocks) { ofSequence[sequences[$0]] }
    }
    func between(_ sequence: StackingSequence) -> Double {
      let alike = ofSequence.filter { $0.key.layers.count == sequence.layers.count }
      guard let own = ofSequence[sequence],
        let fcc = alike.first(where: { $0.key.kind == .fcc })?.value,
        let hcp = alike.first(where: { $0.key.kind == .hcp })?.value
      else { return 0.5 }
      let along = zip(hcp, fcc).map { $0 - $1 }
      let square = along.reduce(0) { $0 + $1 * $1 }
      return own.indices.reduce(0) { $0 + (own[$1] - fcc[$1]) * along[$1] } / max(square, 1e-300)
    }
    let places = ofSequence.keys.map { (between($0), $0.layers.count, $0.layers, $0) }
    return places.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.3)
  }

  /// Means of rows, less what is known of each, over those with the same key.
  private static func means<Key: Hashable>(
    _ rows: [[Double]], by keys: [Key], less known: (Int) -> [Double]?
  ) -> [Key: [Double]] {
    var sums: [Key: (sum: [Double], count: Double)] = [:]
    for (index, row) in rows.enumerated() {
      let rest = known(index).map { zip(row, $0).map { $0 - $1 } } ?? row
      let (sum, count) = sums[keys[index]] ?? ([Double](repeating: 0, count: row.count), 0)
      sums[keys[index]] = (zip(sum, rest).map { $0 + $1 }, count + 1)
    }
    return sums.mapValues { entry in entry.sum.map { $0 / entry.count } }
  }
}
