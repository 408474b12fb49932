/// The elements that a run of letters names, such as `PtCo`, or `ptco` in the wrong case.
struct SymbolRun {
  let elements: [Element]

  /// What was mended, if anything.
  let note: String?

  /// - Parameters:
  ///   - isWhole: whether the formula has no other letters.
  ///   - mends: whether symbols in the wrong case are read as what they must mean.
  init?(_ run: String, isWhole: Bool, mends: Bool) {
    let written = Self.asWritten(run)
    // NI is nickel, not nitrogen and iodine, where nothing else stands beside it.
    let isCapital = isWhole && run.count == 2 && run == run.uppercased()
    if let written, !isCapital || Element(Self.symbol(run))?.isMetal != true {
      elements = written
      note = nil
      return
    }
    // Longer words in small letters are words: copper is not Co, P, P, Er.
    guard mends, run.count <= (run == run.lowercased() ? 4 : 12),
      let mended = Self.whateverCase(Substring(run.lowercased()))
    else { return nil }
    elements = mended
    note = "'\(run)' is read as \(mended.map(\.symbol).joined(separator: " and "))"
  }

  /// Capital letters begin elements.
  private static func asWritten(_ run: String) -> [Element]? {
    var elements: [Element] = []
    var rest = Substring(run)
    while let first = rest.popFirst() {
      guard first.isUppercase else { return nil }
      let tail = rest.prefix { $0.isLowercase }
      rest = rest.dropFirst(tail.count)
      // Deuterium.
      let symbol = first == "D" && tail.isEmpty ? "H" : "\(first)\(tail)"
      guard let element = Element(symbol) else { return nil }
      elements.append(element)
    }
    return elements
  }

  /// The fewest elements that make up the letters; of equally few, the first the longest.
  private static func whateverCase(_ letters: Substring) -> [Element]? {
    if letters.isEmpty { return [] }
    var best: [Element]?
    for length in [2, 1] where length <= letters.count {
      guard let element = Element(symbol(letters.prefix(length))),
        let others = whateverCase(letters.dropFirst(length))
      else { continue }
      if others.count + 1 < best?.count ?? .max { best = [element] + others }
    }
    return best
  }

  /// `PT` and `pt` as Pt.
  private static func symbol(_ letters: some StringProtocol) -> String {
    letters.prefix(1).uppercased() + letters.dropFirst().lowercased()
  }
}
