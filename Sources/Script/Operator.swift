/// The operators of the language, with how tightly they bind.
public enum Operator: String, Sendable {
  case add = "+", subtract = "-", multiply = "*", divide = "/", modulo = "%", power = "^"
  case equal = "==", unequal = "!=", less = "<", lessOrEqual = "<=", greater = ">"
  case greaterOrEqual = ">="
  case and, or, not, `in`

  /// Weakest first: or, and, not, comparisons and `in`, `..`, sums, products, sign, powers.
  enum Precedence: Int, Comparable {
    case or = 1, and, not, comparison, range, sum, product, sign, power
    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// How tightly it binds between two operands.
  var precedence: Precedence {
    switch self {
    case .or: .or
    case .and: .and
    case .not: .not
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual, .in: .comparison
    case .add, .subtract: .sum
    case .multiply, .divide, .modulo: .product
    case .power: .power
    }
  }

  /// The operator that a token between two operands means.
  init?(between token: Token.Kind) {
    switch token {
    case .keyword(.and): self = .and
    case .keyword(.or): self = .or
    case .keyword(.in): self = .in
    case .symbol(let mark): self.init(rawValue: mark.rawValue)
    default: return nil
    }
  }
}
