extension Session {
  /// How what is written just now was made: the program, the script with its line, and the seed.
  ///
  /// The script's folders are left out: they are those of one machine, and no reader's business.
  public var provenance: String {
    guard let (source, span) = caller else { return "made by \(program), seed \(seed)" }
    let (line, _) = source.position(of: span.start)
    let text = source[source.line(at: span.start)].shownOnOneLine
    let words = text.split(separator: " ").joined(separator: " ")
    let file = source.name.split(separator: "/").last.map(String.init) ?? source.name
    return "made by \(program) with \(file.shownOnOneLine), line \(line): "
      + (words.count > 200 ? words.prefix(199) + "…" : words) + " (seed \(seed))"
  }
}
