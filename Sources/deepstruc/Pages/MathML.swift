import Script

/// A formula in TeX's language as an element of MathML, which browsers show without a script.
///
/// It knows what a formula of this field needs: `^ _ { }`, fractions, roots, sums and integrals
/// with limits, Greek letters, functions, accents, text, and signs. What it does not know is shown
/// as it is written, in red.
struct MathML {
  static func element(tex: String, isBlock: Bool) -> String {
    var reader = MathML(tex)
    var body = ""
    while let part = reader.scripted(limits: isBlock) { body += part }
    let display = isBlock ? " display=\"block\"" : ""
    return "<math\(display)><mrow>\(body)</mrow></math>"
  }

  private var rest: Substring
  private var depth = 0

  private init(_ tex: String) { rest = tex[...] }

  /// The next part with what is raised or lowered behind it; nil at the end or at a brace that
  /// closes.
  private mutating func scripted(limits: Bool) -> String? {
    guard let (base, isLarge) = part(limits: limits) else { return nil }
    var (low, high): (String?, String?)
    while true {
      skipBlanks()
      if rest.first == "_", low == nil {
        rest.removeFirst()
        low = argument(limits)
      } else if rest.first == "^", high == nil {
        rest.removeFirst()
        high = argument(limits)
      } else if rest.first == "'", high == nil {
        let primes = rest.prefix { $0 == "'" }
        rest = rest[primes.endIndex...]
        high = "<mo>\(String(repeating: "′", count: primes.count))</mo>"
      } else {
        break
      }
    }
    let isOver = isLarge && limits
    switch (low, high) {
    case (let low?, let high?):
      let name = isOver ? "munderover" : "msubsup"
      return "<\(name)>\(base)\(low)\(high)</\(name)>"
    case (let low?, nil):
      return isOver ? "<munder>\(base)\(low)</munder>" : "<msub>\(base)\(low)</msub>"
    case (nil, let high?):
      return isOver ? "<mover>\(base)\(high)</mover>" : "<msup>\(base)\(high)</msup>"
    default: return base
    }
  }

  /// The next part without scripts, and whether its limits stand above and below it.
  private mutating func part(limits: Bool) -> (String, Bool)? {
    skipBlanks()
    guard let character = rest.first, character != "}" else { return nil }
    switch character {
    case "{": return (argument(limits), false)
    case "\\": return command(limits)
    case "_", "^": return ("<mrow></mrow>", false)
    case _ where character.isNumber || character == ".":
      let digits = rest.prefix { $0.isNumber || $0 == "." }
      rest = rest[digits.endIndex...]
      return ("<mn>\(digits)</mn>", false)
    case _ where character.isLetter:
      rest.removeFirst()
      return ("<mi>\(character)</mi>", false)
    default:
      rest.removeFirst()
      // Only what stands behind \left and \right grows with what is between.
      let fence = "()[]|".contains(character) ? " stretchy=\"false\"" : ""
      let sign = (character == "-" ? "−" : String(character)).escapedForHTML
      return ("<mo\(fence)>\(sign)</mo>", false)
    }
  }

  /// What stands in braces, or the next sign alone.
  private mutating func argument(_ limits: Bool) -> String {
    skipBlanks()
    guard rest.first == "{", depth < 100 else { return part(limits: limits)?.0 ?? "<mrow></mrow>" }
    depth += 1
    defer { depth -= 1 }
    rest.removeFirst()
    var body = ""
    while let part = scripted(limits: limits) { body += part }
    if rest.first == "}" { rest.removeFirst() }
    return "<mrow>\(body)</mrow>"
  }

  private mutating func skipBlanks() { rest = rest.drop(while: \.isWhitespace) }

  /// The letters up to the brace that closes, as they are.
  private mutating func words() -> String {
    skipBlanks()
    guard rest.first == "{", let end = rest.firstIndex(of: "}") else { return "" }
    let text = rest[rest.index(after: rest.startIndex)..<end]
    rest = rest[rest.index(after: end)...]
    return String(text).escapedForHTML
  }

  /// What begins with a backslash.
  private mutating func command(_ limits: Bool) -> (String, Bool) {
    rest.removeFirst()
    guard depth < 100 else { return ("<mtext>…</mtext>", false) }
    depth += 1
    defer { depth -= 1 }
    var name = String(rest.prefix { $0.isLetter && $0.isASCII })
    if name.isEmpty { name = String(rest.prefix(1)) }
    rest = rest.dropFirst(name.count)
    if let letter = Self.letters[name] { return ("<mi>\(letter)</mi>", false) }
    if let sign = Self.signs[name] { return ("<mo>\(sign.escapedForHTML)</mo>", false) }
    if let large = Self.large[name] { return ("<mo>\(large)</mo>", name != "int") }
    if let width = Self.spaces[name] { return ("<mspace width=\"\(width)em\"/>", false) }
    if let accent = Self.accents[name] {
      return ("<mover accent=\"true\">\(argument(limits))<mo>\(accent)</mo></mover>", false)
    }
    if Self.functions.contains(name) {
      return ("<mi>\(name)</mi><mo>&#x2061;</mo>", ["max", "min", "lim"].contains(name))
    }
    switch name {
    case "frac", "dfrac", "tfrac":
      return ("<mfrac>\(argument(limits))\(argument(limits))</mfrac>", false)
    case "sqrt":
      skipBlanks()
      guard rest.first == "[", let end = rest.firstIndex(of: "]") else {
        return ("<msqrt>\(argument(limits))</msqrt>", false)
      }
      let index = MathML.element(
        tex: String(rest[rest.index(after: rest.startIndex)..<end]), isBlock: false)
      rest = rest[rest.index(after: end)...]
      let inside = index.dropFirst("<math>".count).dropLast("</math>".count)
      return ("<mroot>\(argument(limits))\(inside)</mroot>", false)
    case "text", "mathrm", "operatorname", "textrm": return ("<mtext>\(words())</mtext>", false)
    case "mathbf", "vec", "boldsymbol":
      return ("<mrow style=\"font-weight:bold\">\(argument(limits))</mrow>", false)
    case "left", "right", "bigl", "bigr", "Bigl", "Bigr":
      skipBlanks()
      var fence = String(rest.prefix(1))
      rest = rest.dropFirst()
      if fence == "\\" {
        fence = String(rest.prefix(1))
        rest = rest.dropFirst()
      }
      let stretched = "<mo stretchy=\"true\" symmetric=\"true\">\(fence.escapedForHTML)</mo>"
      return (fence == "." ? "" : stretched, false)
    default:
      return ("<mtext style=\"color:#c00\">\(("\\" + name).escapedForHTML)</mtext>", false)
    }
  }

  private static let letters: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ",
    "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "ϕ",
    "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
    "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ",
    "Omega": "Ω", "infty": "∞", "hbar": "ℏ", "ell": "ℓ", "AA": "Å", "angstrom": "Å",
    "partial": "∂", "nabla": "∇", "ldots": "…", "dots": "…", "cdots": "⋯",
  ]

  private static let signs: [String: String] = [
    "cdot": "·", "times": "×", "pm": "±", "mp": "∓", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥",
    "ne": "≠", "neq": "≠", "approx": "≈", "sim": "∼", "propto": "∝", "equiv": "≡", "ll": "≪",
    "gg": "≫", "to": "→", "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "in": "∈",
    "langle": "⟨", "rangle": "⟩", "lvert": "|", "rvert": "|", "mid": "|", "circ": "∘",
    "ast": "∗", "perp": "⊥", "parallel": "∥", "{": "{", "}": "}", "%": "%", "$": "$", "&": "&",
    "#": "#", "_": "_", "|": "‖",
  ]

  private static let large = ["sum": "∑", "prod": "∏", "int": "∫", "bigcup": "⋃", "oint": "∮"]

  private static let spaces = [
    ",": "0.17", ":": "0.22", ";": "0.28", "!": "-0.17", " ": "0.25", "quad": "1", "qquad": "2",
  ]

  private static let accents = ["hat": "^", "bar": "¯", "tilde": "~", "dot": "˙", "overline": "¯"]

  private static let functions: Set = [
    "sin", "cos", "tan", "exp", "ln", "log", "max", "min", "lim", "arctan", "sinh", "cosh", "det",
  ]
}
