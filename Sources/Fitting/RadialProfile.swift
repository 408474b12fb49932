import Scattering

/// What a distance counts for in F(Q) at some parameters: its peak's width, and how many of a
/// crystal's pairs the envelope leaves.
///
/// With b = biso·Q²/8π², w of `PeakWidth` and γ₀ of `SphereEnvelope`, that is γ₀(er) e^{−b w(er)} at
/// an expansion e. Values at the knots and derivatives are lines of a `Spectrum`'s sums.
struct RadialProfile {
  /// w at each knot.
  let shares: [SIMD8<Float>]

  private let at: [Quantity: Double]
  private let places: [Double]
  private let widths: [Double]
  private let peaks: PeakWidth
  private let isUniform: Bool
  private let shape: [(value: Double, rise: Double, byDiameter: Double, bySpread: Double)]

  init(_ at: [Quantity: Double], _ knots: [Double], in model: FitModel) {
    let expansion = at[.expansion] ?? 1
    let places = knots.map { $0 * expansion }
    let peaks = PeakWidth { at[$0] ?? 0 }
    let envelope =
      model.isCut
      ? SphereEnvelope(
        diameter: at[.diameter] ?? Quantity.diameter.usual, spread: at[.spread] ?? 0) : nil
    (self.at, self.places, self.peaks) = (at, places, peaks)
    isUniform = model.isUniform
    widths = model.isUniform ? knots.map { _ in 1 } : places.map { peaks($0) }
    shape = places.map { envelope?($0) ?? (1, 0, 0, 0) }
    shares = Spectrum.padded(widths)
  }

  var value: Spectrum.Line { Spectrum.Line(own: shape.map(\.value)) }

  /// The derivative by a parameter; by the expansion `stretch`, which is that by its logarithm but
  /// for what becomes of sin(Qr)/r.
  func line(_ quantity: Quantity) -> Spectrum.Line {
    let biso = at[.biso] ?? 0
    switch quantity {
    case .biso: return Spectrum.Line(byWidth: zip(shape, widths).map { -$0.value * $1 })
    case .diameter: return Spectrum.Line(own: shape.map(\.byDiameter))
    case .spread: return Spectrum.Line(own: shape.map(\.bySpread))
    case .strain, .faults: return Spectrum.Line()
    case .expansion: return stretch
    default:
      return Spectrum.Line(
        byWidth: zip(shape, places).map { -biso * $0.value * peaks.slope(quantity, $1) })
    }
  }

  /// The derivative by ln r.
  var stretch: Spectrum.Line {
    guard !isUniform else { return Spectrum.Line() }
    let biso = at[.biso] ?? 0
    return Spectrum.Line(
      own: zip(shape, places).map { $0.rise * $1 },
      byWidth: zip(shape, places).map { -biso * $0.value * peaks.rise($1) * $1 })
  }
}
