import Numerics

/// How wide the peak of a distance is beside that of two atoms which move by themselves.
///
///     σ²(r) = σ'² w(r),   w(r) = max(0, 1 − delta2/r² …)
///
/// with a term for each quantity in `terms` (I.-K. Jeong et al., Phys. Rev. B 2003, 67, 104301,
/// doi:10.1103/PhysRevB.67.104301; C. L. Farrow et al., J. Phys.: Condens. Matter 2007, 19, 335219,
/// doi:10.1088/0953-8984/19/33/335219).
public struct PeakWidth: Hashable, Sendable {
  private var values: [Quantity: Double] = [:]

  public init() {}

  package init(_ values: (Quantity) -> Double) {
    for term in Self.terms { self[term.quantity] = values(term.quantity) }
  }

  /// The value of a term's quantity; 0 where it is left out.
  public subscript(_ quantity: Quantity) -> Double {
    get { values[quantity] ?? 0 }
    set { values[quantity] = newValue == 0 ? nil : newValue }
  }

  /// What a quantity adds to w(r).
  struct Term: Sendable {
    let quantity: Quantity
    /// Of a value and r in Å: the addition, its derivative by the value, and that by r.
    let part: @Sendable (_ value: Double, _ r: Double) -> (w: Double, slope: Double, rise: Double)

    init(
      _ quantity: Quantity,
      _ part: @escaping @Sendable (Double, Double) -> (w: Double, slope: Double, rise: Double)
    ) {
      (self.quantity, self.part) = (quantity, part)
    }
  }

  /// Atoms near each other move together.
  static let terms = [
    Term(.delta1) { value, r in (-value / r, -1 / r, value / (r * r)) },
    Term(.delta2) { value, r in
      (-value / (r * r), -1 / (r * r), 2 * value / (r * r * r))
    },
    Term(.qbroad) { value, r in
      (value * value * r * r, 2 * value * r * r, 2 * value * value * r)
    },
  ]

  /// Quantities that have a term.
  public static let quantities = terms.map(\.quantity)

  /// Whether all peaks are equally wide.
  package var isUniform: Bool { values.isEmpty }

  /// w at r in Å.
  package func callAsFunction(_ r: Double) -> Double { max(0, sum(r)) }

  /// Where w begins to be positive, in Å up to `reach`; it rises with r.
  package func start(upTo reach: Double) -> Double {
    var (low, high) = (0.0, reach)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if sum(middle) > 0 { high = middle } else { low = middle }
    }
    return high
  }

  /// The derivative of w by a quantity.
  package func slope(_ quantity: Quantity, _ r: Double) -> Double {
    guard sum(r) > 0 else { return 0 }
    return Self.terms.first { $0.quantity == quantity }?.part(self[quantity], r).slope ?? 0
  }

  /// The derivative of w by r, in Å⁻¹.
  package func rise(_ r: Double) -> Double {
    guard sum(r) > 0 else { return 0 }
    return Self.terms.reduce(0) { $0 + $1.part(self[$1.quantity], r).rise }
  }

  private func sum(_ r: Double) -> Double {
    Self.terms.reduce(1) { $0 + $1.part(self[$1.quantity], r).w }
  }

  func validate() throws(ScatteringError) {
    for quantity in Self.quantities { try quantity.check(self[quantity]) }
  }
}
