import Scattering
import Script

extension PDF: ScriptObject {
  public static let typeName = "PDF"

  public static let fields: [Field<PDF>] = [
    Field("name", "the file or the structure it is of") { $0.name },
    Field("r", unit: "Å", "distances") { $0.r },
    Field("g", unit: "Å⁻²", "G(r) at each distance") { $0.g },
    Field("count", "number of points") { $0.r.count },
    Field("rmin", unit: "Å", "first distance") { $0.r.first },
    Field("rmax", unit: "Å", "last distance") { $0.r.last },
    Field("qmin", unit: "Å⁻¹", "lower end of the Fourier transform") { $0.qmin },
    Field("qmax", unit: "Å⁻¹", "upper end of the Fourier transform") { $0.qmax },
    Field("qdamp", unit: "Å⁻¹", "damping by the instrument") { $0.qdamp },
    Field("composition", "as the file gives it") { $0.composition },
    Field("element", "the metal of the composition") { $0.metal },
    Field("table", "r and G as a table") {
      Table([.init("r", unit: "Å", of: $0.r), .init("g", unit: "Å⁻²", of: $0.g)])
    },
  ]

  public var summary: String { "PDF of \(name)" }

  public var sentence: String {
    func number(_ value: Double) -> String { Value.text(of: (value * 1e6).rounded() / 1e6) }
    guard let first = r.first, let last = r.last else { return "\(summary), without points" }
    var parts = ["\(r.count) points from \(number(first)) to \(number(last)) Å"]
    if let qmin { parts.append("Qmin \(number(qmin)) Å⁻¹") }
    if let qmax { parts.append("Qmax \(number(qmax)) Å⁻¹") }
    if let qdamp, qdamp > 0 { parts.append("Qdamp \(number(qdamp)) Å⁻¹") }
    if let composition { parts.append("composition \(composition)") }
    return "\(summary): \(parts.joined(separator: ", "))"
  }
}

extension PDF: ScriptArithmetic {
  /// PDFs are added and subtracted, on the first one's distances, and multiplied by numbers.
  public static func combine(_ op: Operator, _ left: Value, _ right: Value) -> Value? {
    switch (op, left, right) {
    case (.add, .object(let a as PDF), .object(let b as PDF)): .object(a.plus(b))
    case (.subtract, .object(let a as PDF), .object(let b as PDF)): .object(a.minus(b))
    case (.multiply, .object(let a as PDF), .number(let factor)): .object(a.scaled(by: factor))
    case (.multiply, .number(let factor), .object(let a as PDF)): .object(a.scaled(by: factor))
    case (.divide, .object(let a as PDF), .number(let divisor)): .object(a.scaled(by: 1 / divisor))
    default: nil
    }
  }
}
