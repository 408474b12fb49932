/// The smallest piece of a script that has a meaning.
package struct Token: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case name, number
    /// A word of the language, such as `for`.
    case keyword(Keyword)
    case symbol(Mark)
    /// Text literals come in pieces: begin, pieces and `\( )` with tokens between, end.
    case textBegin, textPiece, textEnd
    case interpolationBegin, interpolationEnd
    /// The end of a statement: a line's end or `;`.
    case end
    case endOfInput
  }

  package let kind: Kind
  package let span: Span
  /// White space, or a line's end, stands before it.
  package let spaced: Bool
}

package enum Keyword: String, CaseIterable, Sendable {
  case `if`, `else`, `while`, `for`, `in`, `break`, `continue`, def, `return`, use, `try`
  case and, or, not, by, `true`, `false`, none
}

package enum Mark: String, CaseIterable, Sendable {
  case plus = "+", minus = "-", times = "*", divide = "/", modulo = "%", power = "^"
  case equal = "==", unequal = "!=", less = "<", lessOrEqual = "<=", greater = ">"
  case greaterOrEqual = ">="
  case assign = "=", comma = ",", colon = ":", dot = ".", range = "..", spread = "..."
  case arrow = "=>"
  case openParenthesis = "(", closeParenthesis = ")"
  case openBracket = "[", closeBracket = "]"
  case openBrace = "{", closeBrace = "}"

  /// A line that ends in it goes on in the next line.
  var continuesLine: Bool {
    switch self {
    case .closeParenthesis, .closeBracket, .closeBrace, .openBrace, .colon, .dot: false
    default: true
    }
  }
}
