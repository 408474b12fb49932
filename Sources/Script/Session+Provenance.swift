extension Session {
  /// How what is written just now was made: the program, the script with its line, and the seed.
  public var provenance: String {
    guard let (source, span) = caller else { return "made by \(program), seed \(seed)" }
    let (line, _) = source.position(of: span.start)
    let text = source[source.line(at: span.start)].shownOnOneLine
    let words = text.split(separator: " ").joined(separator: " ")
    return "made by \(program) with \(source.name.shownOnOneLine), line \(line): "
      + (words.count > 200 ? words.prefix(199) + "…" : words) + " (seed \(seed))"
  }
}
