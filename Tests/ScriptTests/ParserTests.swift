import Script
import Testing

struct ParserTests {
  private func shape(_ code: String) throws -> String {
    try Session().parse(Source(name: "t", text: code)).shape
  }

  @Test(
    arguments: [
      ("1 + 2 * 3", "(+ 1 (* 2 3))"),
      ("1 - 2 - 3", "(- (- 1 2) 3)"),
      ("2 ^ 3 ^ 2", "(^ 2 (^ 3 2))"),
      ("-2 ^ 2", "(- (^ 2 2))"),
      ("2 ^ -1", "(^ 2 (- 1))"),
      ("-a * b", "(* (- a) b)"),
      ("not a == b", "(not (== a b))"),
      ("not a and b", "(and (not a) b)"),
      ("a or b and c", "(or a (and b c))"),
      ("1 + 1..n - 1 by 2 * 2", "(.. (+ 1 1) (- n 1) by (* 2 2))"),
      ("x in 1..3", "(in x (.. 1 3))"),
      ("a.b[0].c", "(. (at (. a b) 0) c)"),
      ("t.head(3).n", "(. (call head t 3) n)"),
      ("print (1 + 2) * 3", "(call print (* (+ 1 2) 3))"),
      ("print(1) + 2", "(+ (call print 1) 2)"),
      ("x = seed", "(= x (call seed))"),
      ("f(a, b: 1)", "(call f a b: 1)"),
      ("\"a\\(b)c\"", "(text \"a\" b \"c\")"),
      ("[i for i, x in y if x]", "[i for i, x in y if x]"),
      ("if a { 1 } else if b { 2 } else { 3 }", "(if a {1} b {2} else {3})"),
      ("for i in x { break }", "(for i in x {break})"),
      ("def f(a, b: 1) { return a }", "(def f (a b: 1) {(return a)})"),
      ("time { x = 1 }", "(call time {(= x 1)})"),
      ("a[1]", "(at a 1)"),
      ("print [1]", "(call print [1])"),
      ("print a [1]", nil),
    ] as [(String, String?)]) func shapes(_ code: String, _ expected: String?) throws
  {
    if let expected {
      #expect(try shape(code) == expected)
    } else {
      #expect(throws: Diagnostic.self) { try shape(code) }
    }
  }

  @Test(
    arguments: [
      ("for i in x {", true), ("print (1,", true), ("x = [1,\n2", true), ("x = 1 +", true),
      ("x = 1)", false), ("x = 2y", false), ("print \"a", false), ("x = 1", nil),
    ] as [(String, Bool?)]) func tellsWhetherMoreCouldFollow(_ code: String, _ expected: Bool?)
    throws
  {
    do {
      _ = try shape(code)
      #expect(expected == nil)
    } catch let error as Diagnostic {
      #expect(error.isIncomplete == expected)
    }
  }

  /// Nothing that can be typed ends in a trap.
  @Test(arguments: ["(", "[", "-", "not ", "2 ^ ", "\"\\(", "f(", "if true {\n", "a."])
  func deepNestingIsAMessage(_ piece: String) throws {
    let code = "x = " + String(repeating: piece, count: 10_000)
    #expect(throws: Diagnostic.self) { try shape(code) }
    #expect(throws: Diagnostic.self) { try shape(code + "1") }
  }

  @Test func longChainsAreAMessage() throws {
    let error = #expect(throws: Diagnostic.self) {
      try shape("x = 1" + String(repeating: " + 1", count: 10_000))
    }
    #expect(error?.message == "more than 2000 operators in one chain")
    #expect(throws: Never.self) { try shape("x = 1" + String(repeating: " + 1", count: 2000)) }
  }

  @Test func longElseIfIsNoNesting() throws {
    let code = "if a { }" + String(repeating: " else if a { }", count: 10_000)
    #expect(throws: Never.self) { try shape(code) }
  }
}
