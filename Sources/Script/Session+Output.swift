extension Session {
  /// Prints a line; control characters are shown.
  public func print(_ line: String) {
    waitLine?.makeWay()
    output(line.shown + "\n")
  }

  /// Prints a picture as it is, with what steers the terminal.
  public func draw(_ picture: String) {
    waitLine?.makeWay()
    output(picture + "\n")
  }

  /// Tells of an error.
  public func complain(_ message: String) {
    waitLine?.makeWay()
    errors(laidOut(message.shown) + "\n")
  }

  /// Tells of something that is no error but worth knowing.
  public func warn(_ message: String) {
    waitLine?.makeWay()
    // It takes the place of a progress line.
    errors((isTerminal ? Progress.clear : "") + laidOut("warning: \(message.shown)") + "\n")
  }

  /// Shows a value that stands alone in a script.
  public func show(_ value: Value) {
    if let onValue { return onValue(value) }
    if isQuiet { return }
    if printsJSON { return printUnlessInterrupted(value.json) }
    if case .object(let figure as any ScriptFigure) = value {
      do { return try figure.show(in: self) } catch { return warn("\(error)") }
    }
    printUnlessInterrupted(fitted(value, whole: false))
  }

  /// A text that Ctrl-C has cut is not shown.
  private func printUnlessInterrupted(_ text: String) {
    if !interrupt.isRaised { print(text) }
  }

  /// A value as text, a table no wider than the terminal.
  func fitted(_ value: Value, whole: Bool) -> String {
    guard isTerminal else { return whole ? value.text : value.sentence }
    guard whole else {
      return value.passages?.sentence(width: width)
        ?? laidOut(Self.fitted(value.sentence, width))
    }
    guard case .object(let table as Table) = value else { return Self.fitted(value.text, width) }
    return table.aligned(width: width)
  }

  /// On a terminal a line that is too long goes on in the next one behind a word, not within.
  public func laidOut(_ text: String) -> String {
    // Of a text as long as that nobody reads the end of lines.
    guard isTerminal, width > 20, text.utf8.count < 100_000 else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { String($0).wrapped(width, indent: $0.prefix { $0 == " " }.count + 2) }
      .joined(separator: "\n")
  }

  /// Tells, once for each place, of a value that is made and not used.
  func warn(unused value: Value, at span: Span, in source: Source, inFunction: Bool) {
    let (line, column) = source.position(of: span.start)
    let place = "\(source.name):\(line):\(column)"
    guard hinted.insert(place).inserted else { return }
    warn(
      "\(place): \(value.mention) is made here and not used; "
        + (inFunction ? "'return' hands it back, 'print' shows it" : "'print' shows it"))
  }

  /// A table that is wider than the terminal loses its right end, not its alignment.
  package static func fitted(_ text: String, _ width: Int) -> String {
    // Nobody reads so much, and to look for its lines would take seconds.
    guard text.utf8.count < 10_000_000 else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let isTooWide = lines.contains { line in
      line.allSatisfy { $0 == "─" || $0 == " " } && line.count > width
    }
    guard isTooWide, width > 20 else { return text }
    return lines.map { $0.count > width ? $0.prefix(width - 1) + "…" : $0 }.joined(separator: "\n")
  }

  /// Starts the line that shows how far long work has come; nothing where the output is no
  /// terminal and nobody else takes it.
  ///
  /// - Parameter total: how many steps there will be, if known.
  public func progress(_ what: String, total: Int? = nil) -> Progress {
    let waitLine = waitLine
    let show = shownOnTheWay.map { show in
      { (line: String?) in
        waitLine?.pause(line != nil)
        show(line)
      }
    }
    return Progress(what, total: total, width: width, show: show)
  }

  /// Shows a line of work that goes on, or empties it; nil where nobody looks.
  var shownOnTheWay: ((String?) -> Void)? {
    let errors = errors
    let terminal: ((String?) -> Void)? =
      isTerminal ? { errors(Progress.clear + ($0 ?? "")) } : nil
    return isQuiet ? nil : onProgress ?? terminal
  }

  /// Ends a loop if the user asked for it, or if it has filled the memory.
  ///
  /// - Throws: `Interrupted` or `Complaint`.
  @inline(__always)
  func checkTurn() throws {
    try checkInterrupt()
    try memory.spend(8)
  }

  /// Ends the work that runs if the user asked for it.
  ///
  /// - Throws: `Interrupted`.
  @inline(__always)
  public func checkInterrupt() throws {
    if interrupt.isRaised { throw Interrupted() }
  }
}
