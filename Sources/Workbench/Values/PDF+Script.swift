import Clusters
import Scattering
import Script

extension PDF: ScriptObject {
  public static let typeName = "PDF"

  public static let fields: [Field<PDF>] = [
    Field("name", "the file or the structure it is of") { $0.name },
    Field("r", unit: "Å", "distances") { $0.r },
    Field("g", unit: "Å⁻²", "G(r) at each distance") { $0.g },
    Field("errors", unit: "Å⁻²", "standard errors of G(r); none where the file has none") {
      $0.errors
    },
    Field("count", "number of points") { $0.r.count },
    Field("rmin", unit: "Å", "first distance") { $0.r.first },
    Field("rmax", unit: "Å", "last distance") { $0.r.last },
    Field("qmin", unit: "Å⁻¹", "lower end of the Fourier transform") { $0.qmin },
    Field("qmax", unit: "Å⁻¹", "upper end of the Fourier transform") { $0.qmax },
    Field("qdamp", unit: "Å⁻¹", "damping by the instrument") { $0.qdamp },
    Field("qbroad", unit: "Å⁻¹", "broadening by the instrument") { $0.qbroad },
    Field("temperature", unit: "K", "temperature of the sample") { $0.temperature },
    Field("composition", "all elements, as the file gives them") { $0.composition },
    Field("element", "the metal of the composition") { $0.metal },
    Field("header", "the keys and values of the file's header, as a table") { $0.header.table },
    Field("notes", "what was mended and left out when the file was read") { $0.notes },
    Field("doubts", "why it may be no PDF of a particle of one metal") { $0.doubts },
    Field("table", "r, G and its errors as a table") { pdf in
      let errors = pdf.errors.map { [Table.Column("errors", unit: "Å⁻²", of: $0)] } ?? []
      return Table([.init("r", unit: "Å", of: pdf.r), .init("g", unit: "Å⁻²", of: pdf.g)] + errors)
    },
  ]

  public var summary: String { "PDF of \(name)" }

  public var passages: [Passage] {
    guard let first = r.first, let last = r.last else {
      return [.text("\(summary), without points")]
    }
    func known(_ name: String, _ value: Double?, _ unit: String) -> String? {
      value.map { "\(name) \(Self.number($0)) \(unit)" }
    }
    let parts = [
      "\(r.count) points from \(Self.number(first)) to \(Self.number(last)) Å",
      known("Qmin", qmin, "Å⁻¹"), known("Qmax", qmax, "Å⁻¹") ?? "Qmax unknown",
      known("Qdamp", qdamp.flatMap { $0 > 0 ? $0 : nil }, "Å⁻¹"),
      known("Qbroad", qbroad.flatMap { $0 > 0 ? $0 : nil }, "Å⁻¹"),
      composition.map { "composition \($0)" }, temperature.map { "\(Self.number($0)) K" },
      errors == nil ? nil : "with errors",
    ]
    return [.text("\(summary): \(parts.compactMap { $0 }.joined(separator: ", "))")]
      + (notes + doubts).map { .text("· \($0)") }
  }

  private static func number(_ value: Double) -> String {
    Value.text(of: (value * 1e6).rounded() / 1e6)
  }
}

extension [HeaderEntry] {
  /// A row for each key.
  var table: Table {
    Table([
      .init("key", of: map(\.key)),
      .init("value", map { entry in entry.number.map { .number($0) } ?? .text(entry.value) }),
    ])
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

extension Composition: ScriptValue {
  public static var typeName: String { "text" }

  public static func from(_ value: Value) throws -> Composition {
    guard case .text(let formula) = value, let composition = Composition(formula) else {
      throw Mismatch("a formula, such as \"Pt3Co\"")
    }
    return composition
  }

  public var scriptValue: Value { .text(description) }
}

extension ColumnChoice: ScriptValue {
  public static var typeName: String { "name or number" }

  public static func from(_ value: Value) throws -> ColumnChoice {
    if case .text(let name) = value { return .name(name) }
    guard let place = try? Int.from(value) else {
      throw Mismatch("a column's name or its number from 1")
    }
    return .place(place)
  }

  public var scriptValue: Value {
    switch self {
    case .name(let name): .text(name)
    case .place(let place): .number(Double(place))
    }
  }
}
