import Fitting
import Numerics
import Scattering
import Script

/// What is said of a fit.
extension Command {
  static func refinement(
    _ vary: OneOrMany<String>, _ rmin: Double, _ rmax: Double, _ qmin: Double?,
    _ qmax: Double?, _ said: Options<StartOrBounds>
  ) throws -> Refinement {
    var refinement = Refinement()
    refinement.vary = try vary.values.map { try quantity($0, of: "vary") }
    (refinement.rmin, refinement.rmax) = (rmin, rmax)
    (refinement.qmin, refinement.qmax) = (qmin, qmax)
    for parameter in Quantity.fitted {
      guard let value = said[parameter.name] else { continue }
      if let start = value.start {
        refinement.values[parameter] = start
        refinement.expected[parameter] = value.known
      } else if refinement.vary.contains(parameter) {
        refinement.bounds[parameter] = value.bounds
      } else {
        throw Complaint(
          "\(parameter.name) has bounds, but is not varied", argument: parameter.name,
          suggestion: "give it a number, or name it in vary:")
      }
    }
    return refinement
  }

  /// How to vary what other programs have by other names.
  private static let otherNames = [
    "a": "a is that of the crystal times expansion: vary expansion",
    "b": "a crystal has one constant, a: vary expansion",
    "c": "c is that of the crystal times expansion·(1 + strain): vary expansion and strain",
    "spdiameter": "here it is diameter", "psize": "here it is diameter",
    "psig": "here it is spread, as a share of diameter",
    "uiso": "here it is biso, 8π² times as large", "u11": "here it is biso, 8π² times as large",
    "pscale": "here it is scale", "dscale": "here it is scale",
    "background": "here it is offset and slope", "temperature": "here it is biso",
  ]

  /// A quantity of a fit by its name.
  static func quantity(_ name: String, of argument: String) throws -> Quantity {
    guard let quantity = Quantity.fitted.first(where: { $0.name == name }) else {
      let names = Quantity.fitted.map(\.name)
      throw Complaint(
        "a fit has no parameter '\(name)'", argument: argument,
        suggestion: otherNames[name.lowercased()] ?? Suggestion.didYouMean(name, among: names)
          ?? "its parameters: \(names.joined(separator: ", "))")
    }
    return quantity
  }

  /// Complains about a PDF that cannot be fitted, and warns of what may be wrong with it.
  static func checkPDF(_ pdf: PDF, _ refinement: Refinement, _ session: Session) throws {
    try requireCurve(pdf, qmax: refinement.qmax)
    warn(ofDoubtsAbout: pdf, session)
    if let lacking = pdf.lacking(.init(between: refinement.rmin, and: refinement.rmax)) {
      session.warn("\(pdf.name) has \(lacking.replacing("taken as zero", with: "left out"))")
    }
  }

  /// What structures or PDFs share in a joint fit.
  static func sharing(
    _ equal: [String], _ steady: [String], _ ratios: Record
  ) throws -> Sharing {
    var sharing = Sharing()
    sharing.equal = try equal.map { try quantity($0, of: "equal") }
    sharing.steady = try steady.map { try quantity($0, of: "steady") }
    for (name, factors) in zip(ratios.keys, ratios.values) {
      guard let factors = try? [Double].from(factors) else {
        throw Complaint(
          "the ratio of \(name) is \(factors.mention), but must be a list of factors",
          argument: "ratios", suggestion: "as ratios: {\(name): [1, 2]}")
      }
      sharing.ratios[try quantity(name, of: "ratios")] = factors
    }
    return sharing
  }
}
