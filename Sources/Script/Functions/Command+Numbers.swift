import Glibc

extension Command {
  static let numberFunctions: [Command] = [
    elementwise("sqrt", "the square root", "2") { $0.squareRoot() },
    elementwise("exp", "e to the power of a number", "1") { Glibc.exp($0) },
    elementwise("log", "the natural logarithm", "10") { Glibc.log($0) },
    elementwise("log10", "the logarithm to base 10", "1000") { Glibc.log10($0) },
    elementwise("sin", "the sine of an angle in radians", "pi() / 2") { Glibc.sin($0) },
    elementwise("cos", "the cosine of an angle in radians", "0") { Glibc.cos($0) },
    elementwise("tan", "the tangent of an angle in radians", "0") { Glibc.tan($0) },
    elementwise("atan", "the angle in radians with this tangent", "1") { Glibc.atan($0) },
    elementwise("abs", "the size of a number without its sign", "-3") { Swift.abs($0) },
    elementwise("floor", "the next whole number below", "2.7") { $0.rounded(.down) },
    elementwise("ceil", "the next whole number above", "2.1") { $0.rounded(.up) },
    Command(
      "round", "the nearest number with so many digits after the point",
      Parameter<Value>("number", "number or list of numbers"),
      Parameter("digits", default: 0, labelled: false, "digits after the point"),
      form: .function, topic: "numbers", examples: ["print round(2.345, 2)"]
    ) { _, value, digits in
      guard (-15...15).contains(digits) else {
        throw Complaint("rounding takes -15 to 15 digits, not \(digits)", argument: "digits")
      }
      let scale = Glibc.pow(10, Double(Swift.abs(digits)))
      return try map(value, "round") {
        digits < 0 ? ($0 / scale).rounded() * scale : ($0 * scale).rounded() / scale
      }
    },
    Command(
      "pi", "the number π", form: .function, topic: "numbers", examples: ["print 2 * pi()"]
    ) { _ in Double.pi },
  ]

  private static func elementwise(
    _ name: String, _ summary: String, _ example: String,
    _ function: @escaping @Sendable (Double) -> Double
  ) -> Command {
    Command(
      name, summary,
      Parameter<Value>("number", "number or list of numbers"),
      form: .function, topic: "numbers", examples: ["print \(name)(\(example))"]
    ) { _, value in try map(value, name, function) }
  }

  /// Applies a function to a number, or to each element of a list.
  private static func map(
    _ value: Value, _ name: String, _ function: (Double) -> Double
  ) throws -> Value {
    switch value {
    case .number(let number): return .number(function(number))
    case .list, .range:
      return .list(try (value.items() ?? []).mapUntilInterrupt { try map($0, name, function) })
    default:
      throw Complaint(
        "the argument 'number' of \(name) takes a number or a list of numbers, "
          + "not \(value.mention)", argument: "number")
    }
  }
}
