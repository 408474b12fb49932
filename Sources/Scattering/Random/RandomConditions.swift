/// Measuring conditions that are drawn at random, a row for each quantity.
///
/// What draws them, the help and the docs read the same rows. Their order is that of the random
/// numbers: as long as it stays, the same seed gives the same conditions.
public struct RandomConditions: Hashable, Sendable {
  /// A range that one quantity is drawn from uniformly.
  public struct Row: Codable, Hashable, Sendable {
    public var quantity: DrawnQuantity
    public var range: ClosedRange<Double>
    /// The value that a share of all draws has instead.
    public var often: Often?
  }

  /// A value that draws have more often than others.
  public struct Often: Codable, Hashable, Sendable {
    public var value: Double
    public var share: Double
    /// Whether the share is drawn before the range; it only matters for the order of random numbers.
    public var isDrawnFirst = false

    package init(value: Double, share: Double, isDrawnFirst: Bool = false) {
      (self.value, self.share, self.isDrawnFirst) = (value, share, isDrawnFirst)
    }
  }

  /// How wrong the bond length is that a network is told, in per cent: normally distributed.
  public struct BondError: Codable, Hashable, Sendable {
    public var deviation: Double
    /// The standard deviation of a share of all draws.
    public var large: Double
    public var share: Double
  }

  /// A peak that is not the metal's, such as Au–S.
  public struct ForeignPeak: Codable, Hashable, Sendable {
    /// Å.
    public var places: ClosedRange<Double>
    /// The highest, in units of the largest G.
    public var height: Double
    /// Share of the noisy draws that have one.
    public var share: Double
  }

  /// In the order in which they are drawn; what no row names is as in the paper.
  public var rows: [Row]
  /// Share of draws at the paper's conditions, whatever the rows say but of the bond length.
  public var paperShare = 0.0
  public var bondError: BondError?
  public var foreignPeak: ForeignPeak?

  public init(_ rows: [Row]) { self.rows = rows }
}

extension RandomConditions.Row {
  init(
    _ quantity: DrawnQuantity, _ range: ClosedRange<Double>,
    often: RandomConditions.Often? = nil
  ) {
    (self.quantity, self.range, self.often) = (quantity, range, often)
  }

  /// Always the same; it takes no random number.
  init(_ quantity: DrawnQuantity, _ value: Double) { self.init(quantity, value...value) }
}

extension RandomConditions {
  /// The paper's own: none is random.
  public static let paper = RandomConditions([])

  /// What the training of networks sees that are to read measured PDFs.
  public static let training = {
    var conditions = RandomConditions([
      Row(.qmin, 0.5...1.5),
      Row(.qmax, 18...28),
      Row(.qdamp, 0...0.05, often: .init(value: 0, share: 0.2)),
      Row(.biso, 0.1...1),
      Row(.sharpening, 0.5...1, often: .init(value: 1, share: 0.4)),
      Row(.noise, 0...0.03, often: .init(value: 0, share: 0.33)),
      Row(.bond, 2.15...3.4),
      Row(.end, 15...30, often: .init(value: 30, share: 0.67)),
    ])
    conditions.paperShare = 0.3
    conditions.bondError = BondError(deviation: 1, large: 4, share: 0.2)
    conditions.foreignPeak = ForeignPeak(places: 1.9...2.5, height: 0.3, share: 0.3)
    return conditions
  }()

  /// As for training, with PDFs that end where large particles do.
  public static let particles = {
    var conditions = training
    conditions.rows = [
      Row(.qmin, 0.5...1.5),
      Row(.qmax, 18...28),
      Row(.qdamp, 0...0.05, often: .init(value: 0, share: 0.1)),
      Row(.biso, 0.1...1.2),
      Row(.sharpening, 0.5...1, often: .init(value: 1, share: 0.5)),
      Row(.noise, 0...0.03, often: .init(value: 0, share: 0.1)),
      Row(.bond, 2.15...3.6),
      Row(.end, 15...60, often: .init(value: 30, share: 0.5)),
    ]
    conditions.paperShare = 0.1
    return conditions
  }()

  /// Those of the paper's classifier, and what measured PDFs have besides: noise and an end.
  public static let classifier = RandomConditions([
    Row(.qmin, 0...2),
    Row(.qmax, 12...25),
    Row(.qdamp, 0.01...0.04),
    Row(.biso, 0.1...1),
    Row(.delta2, 2),
    Row(.bond, 2.25...3.3),
    Row(.noise, 0...0.03, often: .init(value: 0, share: 0.5, isDrawnFirst: true)),
    Row(.end, 15...30, often: .init(value: 30, share: 2.0 / 3, isDrawnFirst: true)),
  ])

  /// As at different beamlines, and bond lengths between those of nickel and yttrium.
  public static let beamlines = RandomConditions([
    Row(.qmin, 0.5...1.5),
    Row(.qmax, 18...28),
    Row(.qdamp, 0...0.05),
    Row(.biso, 0.1...1),
    Row(.bond, 2.2...3.3),
    Row(.noise, 0.02),
  ])
}
