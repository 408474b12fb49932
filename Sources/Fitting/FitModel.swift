import Scattering
import Numerics
import Clusters
import Foundation

/// What all fits to one PDF share: its points, and the tables from pairs to G(r).
///
/// An expansion e of a structure is F at e·Q of the unexpanded one, which is read off its
/// `Spectrum` for any e.
struct FitModel: Sendable {
  let settings: Refinement
  let measured: PDF  // the fitted part
  let weights: [Double]  // [r], of which the mean square is 1
  let qmax: Double
  let q: [Double]  // [nodes]
  let quadrature: [Double]  // [nodes], with 2/π
  let widths: [Double]  // [nodes], Q²/8π²
  let step: Double  // of distances, in Å
  let reach: Double  // the longest distance of a structure, in Å
  let largestWidth: Double  // of biso·Q²/8π²
  let isCut: Bool  // whether structures are cut to spheres
  let shouldContinue: @Sendable () -> Bool
  let spectrumStep: Double
  let spectrumStart: Int
  let spectrum: SineTable  // [points, spectrum]
  let sines: SineTable  // [points, nodes]
  let output: GridReader
  let independentPoints: Double
  let likeness: Likeness  // with the starting qdamp
  let nearLikeness: Likeness?  // of the first 20 Å, where there are far more

  /// What is known of varied parameters before the fit: residuals weight·(value − mean).
  let expectations: [Expectation]

  struct Expectation: Sendable {
    let parameter: Quantity
    let mean: Double
    let weight: Double
  }

  /// - Parameters:
  ///   - reach: the longest distance of a structure in Å.
  ///   - cutting: whether the structures are crystals, of which spheres are cut where `diameter` or
  ///     `spread` is varied or given.
  /// - Throws: `ScatteringError` where the PDF or the settings do not allow a fit.
  init(
    _ settings: Refinement, pdf: PDF, reach: Double, cutting: Bool = false,
    while shouldContinue: @escaping @Sendable () -> Bool = { true }
  ) throws(ScatteringError) {
    try settings.validate()
    guard let qmax = settings.qmax ?? pdf.qmax else {
      throw ScatteringError("\(pdf.name) does not say its Qmax; give qmax: in Å⁻¹")
    }
    let qmin = settings.qmin ?? pdf.qmin ?? 0
    try Quantity.qmax.check(qmax)
    try Quantity.qmin.check(qmin)
    try Quantity.qmin.check(qmin, below: .qmax, qmax)
    try Quantity.reach.check(reach)
    let measured = pdf.cut(settings.rmin...settings.rmax)
    guard measured.r.count > 3 * max(settings.vary.count, 1) else {
      let ends = "\((pdf.r.first ?? 0).plain) to \((pdf.r.last ?? 0).plain) Å"
      throw ScatteringError(
        "\(pdf.name) has \(measured.r.count) points between rmin \(settings.rmin.plain) and rmax "
          + "\(settings.rmax.plain) Å, too few to fit; it goes from \(ends)")
    }
    guard measured.g.contains(where: { $0 != 0 }) else {
      throw ScatteringError("\(pdf.name) is zero in the whole range; there is nothing to fit")
    }
    self.settings = settings
    self.measured = measured
    weights = try Self.weights(of: measured, settings)
    self.qmax = qmax

    let varied = settings.vary.contains(.expansion) ? settings.bounds[.expansion] : nil
    let expansion = varied ?? settings.value(.expansion)...settings.value(.expansion)
    let step = Double.pi / (2.2 * qmax * max(expansion.upperBound, 1))
    let farthest = measured.r.last ?? 0
    let count = GaussLegendre.count(
      phase: (qmax - qmin) / 2 * (farthest + reach * expansion.upperBound))
    let points = PairGrid.points(reach: reach, step: step)
    let spectrumStep = Double.pi / (2.2 * Double(points) * step)
    let margin = SpreadingKernel.before
    let start = Int(clamping: (qmin * expansion.lowerBound / spectrumStep).rounded(.down)) - margin
    let end = Int(clamping: qmax * expansion.upperBound / spectrumStep) + SpreadingKernel.width
    let outputPoints = PairGrid.points(reach: farthest, step: step)
    let largestTable = max(
      Double(points) * Double(end - start), Double(count) * Double(outputPoints))
    guard largestTable < 200_000_000 else {
      throw ScatteringError(
        "a structure of \(reach.plain) Å is too large to fit to \(farthest.plain) Å at qmax "
          + "\(qmax.plain) Å⁻¹")
    }

    let rule = GaussLegendre.rule(count)
    let (half, middle) = ((qmax - qmin) / 2, (qmax + qmin) / 2)
    let q = rule.nodes.map { middle + half * $0 }
    self.q = q
    widths = q.map { $0 * $0 / (8 * Double.pi * Double.pi) }
    quadrature = (0..<count).map {
      2 / Double.pi * rule.weights[$0] * half / SpreadingKernel.transform(q[$0] * step)
    }
    let biso = settings.vary.contains(.biso) ? settings.bounds[.biso]?.upperBound : nil
    largestWidth = (biso ?? settings.value(.biso)) * qmax * qmax / (8 * Double.pi * Double.pi)
    self.step = step
    self.reach = reach
    isCut =
      cutting
      && Quantity.envelope.contains {
        settings.vary.contains($0) || settings.values[$0] != nil
      }
    self.shouldContinue = shouldContinue
    self.spectrumStep = spectrumStep
    spectrumStart = start
    spectrum = SineTable(
      q: (start..<end).map { Double($0) * spectrumStep }, step: step, points: points
    ) { 1 / SpreadingKernel.transform(Double($0) * step * spectrumStep) }
    sines = SineTable(q: q, step: step, points: outputPoints)
    output = GridReader(r: measured.r, step: step, qdamp: 0)
    let qdamp = settings.values[.qdamp] ?? measured.said(.qdamp) ?? Quantity.qdamp.usual
    func likeness(_ part: PDF) -> Likeness {
      Likeness(part.g, reader: GridReader(r: part.r, step: step, qdamp: qdamp))
    }
    self.likeness = likeness(measured)
    let near = measured.cut(0...20)
    nearLikeness = farthest > 25 && near.r.count > 100 ? likeness(near) : nil

    let range = farthest - (measured.r.first ?? 0)
    let independent = min(max(range * qmax / Double.pi, 1), Double(measured.g.count))
    independentPoints = independent
    let square = zip(measured.g, weights).reduce(0) { $0 + $1.0 * $1.0 * $1.1 * $1.1 }
    expectations = settings.vary.compactMap { parameter in
      settings.expected[parameter].map { known in
        Expectation(
          parameter: parameter, mean: known.mean,
          weight: 0.2 * (square / independent).squareRoot() / known.deviation)
      }
    }
  }

  /// Inverse standard errors of the points, where these are to be used.
  private static func weights(
    of pdf: PDF, _ settings: Refinement
  ) throws(ScatteringError) -> [Double] {
    guard settings.isWeighted else { return pdf.g.map { _ in 1 } }
    guard let errors = pdf.errors else {
      throw ScatteringError("\(pdf.name) has no column of errors to weigh its points by")
    }
    guard errors.allSatisfy({ $0 > 0 && $0.isFinite }) else {
      throw ScatteringError("\(pdf.name) has points whose error is not above zero")
    }
    let mean = errors.reduce(0) { $0 + 1 / ($1 * $1) } / Double(errors.count)
    return errors.map { 1 / ($0 * mean.squareRoot()) }
  }

  /// What a parameter starts from, or is: as set, or as the PDF says, or as is usual.
  func value(_ parameter: Quantity) -> Double {
    settings.values[parameter] ?? measured.said(parameter) ?? parameter.usual
  }

  /// Whether all peaks are equally wide in every fit.
  var isUniform: Bool {
    !isCut
      && PeakWidth.quantities.allSatisfy { !settings.vary.contains($0) && value($0) == 0 }
  }

  /// A grid for the pairs of one structure.
  func pairGrid(from shortest: Double, to reach: Double) -> PairGrid {
    var grid = PairGrid(
      step: step, points: min(PairGrid.points(reach: reach, step: step), spectrum.points),
      knots: isUniform ? nil : RadialKnots(from: shortest, to: reach, width: largestWidth))
    grid.shouldContinue = shouldContinue
    return grid
  }

  func bounds(_ parameter: Quantity) -> Bounds {
    Bounds(settings.bounds[parameter] ?? parameter.bounds)
  }

  func damping(_ qdamp: Double) -> [Double] {  // [r]
    measured.r.map { exp(-qdamp * qdamp * $0 * $0 / 2) }
  }

  /// Curves on the first points of the grid from lines of F(Q) times the quadrature.
  func grid(_ f: [Float], lines: Int, points: Int) -> [Float] {  // [lines, points]
    [Float](unsafeUninitializedCapacity: lines * points) { buffer, filled in
      sines.values.withUnsafeBufferPointer { table in
        guard let table = table.baseAddress, let target = buffer.baseAddress else { return }
        multiply(
          f, table, into: target, m: lines, n: points, k: q.count, transposed: true)
      }
      filled = lines * points
    }
  }
}

extension PDF {
  /// What the header says of a quantity that fits have too.
  fileprivate func said(_ quantity: Quantity) -> Double? {
    switch quantity {
    case .qdamp: qdamp
    case .qbroad: qbroad
    default: nil
    }
  }
}
