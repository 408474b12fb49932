import Scattering
import Numerics
import Clusters
import Foundation

/// How structures are fitted to a PDF.
///
/// The defaults are those of the paper's fits: scale, one expansion and one biso, between 1.5 and
/// 20 Å.
public struct Refinement: Sendable {
  /// What is varied; the others keep their value.
  public var vary: [Quantity] = [.scale, .expansion, .biso]

  /// Starting values, or values of what is not varied. Without one, the scale starts at its
  /// optimum, and the best expansion within the bounds is searched for.
  public var values: [Quantity: Double] = [:]

  /// Bounds of what is varied.
  public var bounds = Dictionary(
    uniqueKeysWithValues: Quantity.fitted.map { ($0, $0.bounds) })

  /// What is known of varied parameters before the fit, as a mean and a standard deviation. It
  /// counts as one more independent point, as far off as a fit of Rw 0.2 leaves the others.
  public var expected: [Quantity: (mean: Double, deviation: Double)] = [:]

  /// Whether points count by the inverse square of their errors, which the PDF then has to have.
  public var isWeighted = false

  /// The part of the PDF that is fitted, in Å; what the PDF lacks is left out.
  public var rmin = 1.5
  public var rmax = 20.0

  /// Ends of the Fourier transform in Å⁻¹, where the PDF's own are missing or not meant.
  public var qmin: Double?
  public var qmax: Double?

  public init() {}

  /// Fits one structure.
  ///
  /// - Throws: `ScatteringError` where the PDF or these settings do not allow a fit.
  public func fit(_ cluster: Cluster, to pdf: PDF) throws(ScatteringError) -> Fit {
    let phase = Phase.cluster(cluster)
    return try problem(of: phase, to: pdf).solve(for: phase.cluster)
  }

  /// Fits many structures in threads, best first.
  ///
  /// - Parameters:
  ///   - expansions: that fits start from, one for each structure, instead of searching for them.
  ///   - shouldContinue: is told how many are done, and ends the work by false; the fits so far are
  ///     then returned.
  ///   - isWanted: is asked during a fit, and ends the work by false in the same way.
  /// - Throws: `ScatteringError` where the PDF or these settings do not allow a fit.
  public func fit(
    _ clusters: some Collection<Cluster>, to pdf: PDF, startingAt expansions: [Double]? = nil,
    shouldContinue: @escaping @Sendable (Int) -> Bool = { _ in true },
    while isWanted: @escaping @Sendable () -> Bool = { true }
  ) throws(ScatteringError) -> [Fit] {
    let clusters = Array(clusters)
    if let first = clusters.first { try check(.cluster(first)) }
    let model = try FitModel(
      self, pdf: pdf, reach: clusters.reduce(0) { max($0, reach(of: $1)) }, while: isWanted)
    let fits = Processes.map(Array(clusters.indices), while: shouldContinue) {
      index -> NumberedFit? in
      let cluster = clusters[index]
      let start: [Quantity: Double] = expansions.map { [.expansion: $0[index]] } ?? [:]
      let fit = FitProblem(cluster, in: model, from: start).solve(
        for: { cluster.strained(by: $0[.strain] ?? 0) })
      // One that was ended half-way is none.
      return isWanted() ? NumberedFit(index: index, fit: fit.bare) : nil
    }.compactMap { numbered in
      numbered.map { $0.fit.completed(by: clusters[$0.index], model.measured) }
    }
    let order = fits.indices.sorted { (fits[$0].rw, $0) < (fits[$1].rw, $1) }
    return order.map { fits[$0] }
  }

  private struct NumberedFit: Codable, Sendable {
    let index: Int
    let fit: Fit
  }

  /// Throws unless these settings are possible.
  func validate() throws(ScatteringError) {
    guard Set(vary).count == vary.count else {
      throw ScatteringError("vary names a parameter twice")
    }
    for (parameter, bound) in bounds {
      try parameter.check(bound.lowerBound)
      if bound.upperBound != .infinity { try parameter.check(bound.upperBound) }
      guard bound.lowerBound < bound.upperBound else {
        throw ScatteringError("the bounds of \(parameter.name) leave it no room", of: parameter)
      }
    }
    for parameter in Quantity.fitted { try parameter.check(value(parameter)) }
    try Quantity.rmin.check(rmin)
    try Quantity.rmax.check(rmax)
    try Quantity.rmin.check(rmin, below: .rmax, rmax)
    for parameter in vary {
      guard let bound = bounds[parameter], let value = values[parameter] else { continue }
      guard bound.contains(value) else {
        throw ScatteringError(
          "\(parameter.name) starts at \(value.plain), outside its bounds \(bound.lowerBound.plain) to "
            + "\(bound.upperBound.plain)", of: parameter)
      }
    }
  }

  func value(_ parameter: Quantity) -> Double {
    values[parameter] ?? parameter.usual
  }
}
