import Numerics

extension Composition {
  /// The composition that a formula tells, such as `Au144 S60 C180`, `Pt0.75Ni0.25`,
  /// `Pt$_3$Co`, `Au144(SC6H4COOH)60` or `CuSO4·5H2O`.
  ///
  /// Symbols in the wrong case are mended, `PT` to Pt; what cannot be read is left out. Both stand
  /// in `notes`. Nil where no element is found.
  public init?(_ formula: some StringProtocol) {
    let words = String(formula.filter { !"\"'".contains($0) }).split { $0.isWhitespace }
    let given = words.joined(separator: " ")
    guard !given.isEmpty, !Self.saysNothing.contains(given.lowercased()) else { return nil }
    if let element = Element.named(given) {
      let notes = ["'\(given)' is read as \(element.symbol)"]
      self.init(parts: [Part(element, 1)], description: element.symbol, notes: notes)
      return
    }
    var reader = FormulaReader(given)
    reader.read()
    guard !reader.parts.isEmpty else { return nil }
    self.init(
      parts: reader.parts, description: reader.mended ?? given, notes: reader.notes)
  }

  /// Words that stand in place of a formula.
  private static let saysNothing: Set = [
    "none", "unknown", "n/a", "sample", "test", "composition", "formula",
  ]
}

/// Reads a formula character by character.
private struct FormulaReader {
  private(set) var parts: [Composition.Part] = []
  private(set) var notes: [String] = []

  private let text: [Character]
  private let letters: Int
  private var next = 0
  private var open = [Bracket(start: 0)]
  private var factor = 1.0
  private var isMended = false
  /// Whether some element stood in the right case, so that others are not in the wrong one.
  private var isRight = false

  /// What stands in a bracket that is open, or in none.
  private struct Bracket {
    let start: Int
    var parts: [Composition.Part] = []
    var isReadable = true
  }

  init(_ formula: String) {
    let marks: Set<Character> = ["$", "{", "}", "_", "\\"]
    text = formula.replacing("\\mathrm", with: "").filter { !marks.contains($0) }.map {
      Self.plainDigits[$0] ?? $0
    }
    letters = text.count { $0.isLetter }
  }

  private static let plainDigits: [Character: Character] = Dictionary(
    uniqueKeysWithValues: zip("₀₁₂₃₄₅₆₇₈₉", "0123456789").map { ($0, $1) })

  /// The formula with what was mended in place.
  var mended: String? {
    guard isMended else { return nil }
    return parts.map { "\($0.element.symbol)\($0.amount == 1 ? "" : $0.amount.plain)" }.joined()
  }

  mutating func read() {
    while next < text.count {
      let character = text[next]
      switch character {
      case "(", "[":
        open.append(Bracket(start: next))
        next += 1
      case ")", "]": close()
      case "·", "*", "•":
        next += 1
        skipSpaces()
        factor = number() ?? 1
      case "+", "-", "−", "^": skipCharge()
      case _ where character.isLetter: readElements()
      case _ where character.isNumber || character == ".":
        // A number before its formula, as in 5H2O.
        let start = next
        factor = number() ?? 1
        if next == start { next += 1 }
      default: next += 1
      }
    }
    while open.count > 1 { close() }
    for part in open[0].parts {
      let before = parts.firstIndex { $0.element == part.element }
      guard let before else {
        parts.append(part)
        continue
      }
      parts[before] = Composition.Part(part.element, parts[before].amount + part.amount)
    }
  }

  /// Ends a bracket; its elements count as often as the number behind it says.
  private mutating func close() {
    if next < text.count { next += 1 }
    let amount = number() ?? 1
    guard open.count > 1, let inner = open.popLast() else { return }
    guard inner.isReadable else {
      notes.append("'\(String(text[inner.start..<next]))' is left out of the composition")
      return
    }
    open[open.count - 1].parts += inner.parts.map { .init($0.element, $0.amount * amount) }
  }

  /// A run of letters, which may be several elements, and the number of the last.
  private mutating func readElements() {
    let start = next
    while next < text.count, text[next].isLetter { next += 1 }
    let run = String(text[start..<next])
    let reading = SymbolRun(
      run, isWhole: run.count == letters, mends: open.count == 1 || !isRight)
    let amount = amountBehindElement() ?? 1
    guard let reading else {
      open[open.count - 1].isReadable = false
      if open.count == 1 { notes.append("'\(run)' is left out of the composition") }
      return
    }
    if let note = reading.note { notes.append(note) }
    isMended = isMended || reading.note != nil
    isRight = isRight || reading.note == nil
    for (place, element) in reading.elements.enumerated() {
      let own = place == reading.elements.count - 1 ? amount : 1
      open[open.count - 1].parts.append(.init(element, own * factor))
    }
  }

  /// The number behind an element, unless it is its charge, as in Fe3+.
  private mutating func amountBehindElement() -> Double? {
    let start = next
    skipSpaces()
    guard let amount = number() else {
      next = start
      return nil
    }
    guard next < text.count, "+-−".contains(text[next]) else { return amount }
    let isLast = next + 1 == text.count || !text[next + 1].isLetter && !text[next + 1].isNumber
    if isLast { next += 1 }
    return isLast ? nil : amount
  }

  /// Passes over a charge such as +2 or ^2-; a sign between elements is passed over too.
  private mutating func skipCharge() {
    next += 1
    while next < text.count, text[next].isNumber || "+-−".contains(text[next]) { next += 1 }
  }

  private mutating func skipSpaces() {
    while next < text.count, text[next] == " " { next += 1 }
  }

  /// A number with a point or a comma, without a sign.
  private mutating func number() -> Double? {
    var digits = ""
    var at = next
    while at < text.count {
      let character = text[at]
      let isPoint = character == "." || character == ","
      let isFollowed = at + 1 < text.count && text[at + 1].isASCII && text[at + 1].isNumber
      guard
        character.isASCII && character.isNumber || isPoint && isFollowed && !digits.contains(".")
      else { break }
      digits.append(isPoint ? "." : character)
      at += 1
    }
    guard let value = Double(digits.hasPrefix(".") ? "0" + digits : digits), value < 1e7 else {
      return nil
    }
    next = at
    return value
  }
}
