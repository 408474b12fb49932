import Clusters
import Numerics

/// The name of a column as a file gives it, and what it means.
struct ColumnName: Sendable, Hashable {
  let text: String
  let role: Role

  /// What the numbers of a column are.
  enum Role: Sendable, Hashable {
    case distance, wavenumber, twoTheta
    case curve(CurveKind, Origin)
    case error
    case other
    /// A name that says nothing, such as x, y or a number.
    case unnamed
  }

  /// Where the values of a curve come from.
  enum Origin: Sendable, Hashable { case measured, calculated, difference }

  init(_ text: some StringProtocol) {
    self.text = String(Substring(text).trimmed.filter { $0 != "\"" })
    role = Self.role(self.text)
  }

  /// The unit in the name, such as `nm`.
  var isInNanometres: Bool {
    let plain = text.lowercased()
    return ["(nm", "[nm", "/nm", "/ nm", "_nm"].contains { plain.contains($0) }
  }

  private static func role(_ name: String) -> Role {
    // r($\AA$) is r(Å), and d_Gr is dGr.
    let plain = name.filter { !"$\\{}_^ '".contains($0) }
    let word = plain.lowercased()
    let base = String(word.prefix { !"([/,".contains($0) })
    if ["2theta", "twotheta", "tth", "2θ", "ttheta", "2th", "angle"].contains(base) {
      return .twoTheta
    }
    if ["q[s(", "q(s(", "q*(s(", "q*[s("].contains(where: word.hasPrefix) {
      return .curve(.f, .measured)
    }
    if let origin = origin(word) {
      let curve = origin.rest.isEmpty ? CurveKind.pdf : kind(origin.rest) ?? .pdf
      return .curve(curve, origin.origin)
    }
    if ["r", "distance", "radius", "rdistance", "dist"].contains(base),
      !word.hasPrefix("r(r)")
    {
      return .distance
    }
    if ["q", "momentumtransfer", "wavevector"].contains(base) { return .wavenumber }
    if isError(word, base) { return .error }
    if ["dr", "dq", "index", "no", "n", "point", "#"].contains(word) { return .other }
    if let kind = kind(plain) { return .curve(kind, .measured) }
    return ["x", "y", ""].contains(base) || Double(base) != nil ? .unnamed : .other
  }

  private static func isError(_ word: String, _ base: String) -> Bool {
    ["dg", "dgr", "dg(r)", "ds", "df", "di", "ds(q)", "df(q)", "di(q)", "dsq", "dfq", "dy"]
      .contains(word)
      || ["dg", "gerr", "error", "err", "sigma", "σ", "esd", "std", "e", "δg"]
        .contains(base)
      || base.hasPrefix("error") || base.hasPrefix("sig")
      || base.hasPrefix("uncert") || base.hasSuffix("err") || base.hasSuffix("error")
  }

  /// The kind of curve of a name without white space; G(r) and g(r) are told apart by their values.
  private static func kind(_ name: String) -> CurveKind? {
    let word = name.lowercased()
    let starts: [(String, CurveKind)] = [
      ("q[s(q)-1]", .f), ("q(s(q)-1)", .f), ("q*(s(q)-1)", .f), ("s(q)-1", .excess), ("s(q)", .s),
      ("f(q)", .f),
      ("i(q)", .intensity), ("g(r)", .pdf), ("pdf", .pdf), ("d(r)", .pdf), ("t(r)", .total),
      ("rdf", .radial), ("r(r)", .radial), ("n(r)", .radial), ("intensity", .intensity),
      ("counts", .intensity),
    ]
    if let start = starts.first(where: { word.hasPrefix($0.0) }) { return start.1 }
    return switch word.prefix(while: { !"([/,".contains($0) }) {
    case "g", "gr", "gofr": .pdf
    case "s", "sq", "sofq": .s
    case "f", "fq": .f
    case "i", "iq": .intensity
    default: nil
    }
  }

  /// Whether a name says that its values are calculated, measured or a difference, and what is
  /// left of it then.
  private static func origin(_ word: String) -> (origin: Origin, rest: String)? {
    let marks: [(String, Origin)] = [
      ("calculated", .calculated), ("calc", .calculated), ("fitted", .calculated),
      ("fit", .calculated), ("model", .calculated), ("rmc", .calculated),
      ("simulated", .calculated), ("sim", .calculated), ("theory", .calculated),
      ("difference", .difference), ("diff", .difference), ("residual", .difference),
      ("observed", .measured), ("obs", .measured), ("experimental", .measured),
      ("experiment", .measured), ("expt", .measured), ("exp", .measured),
      ("measured", .measured), ("meas", .measured), ("data", .measured),
    ]
    guard let mark = marks.first(where: { word.contains($0.0) }) else { return nil }
    let rest = word.replacing(mark.0, with: "").replacing("()", with: "")
    return (mark.1, rest)
  }
}
