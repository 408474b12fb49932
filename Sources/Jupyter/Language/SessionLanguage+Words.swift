import Script

extension SessionLanguage {
  public func completions(before: String, after: String) -> Completions {
    let found = Completion(session).candidates(after: before)
    let begun = String(decoding: before.utf8.dropFirst(found.start), as: UTF8.self)
    // Editors close brackets and quotes by themselves: what stands behind the cursor stays.
    let words = found.words.map { word in
      let hasEnd = word.last.map { "\"(".contains($0) && after.first == $0 } ?? false
      return (text: hasEnd ? String(word.dropLast()) : word, kind: kind(of: word))
    }
    return Completions(replaced: begun.unicodeScalars.count, words: words)
  }

  /// By the names that editors have icons for.
  private func kind(of word: String) -> String {
    if word.hasSuffix(": ") { return "property" }
    if word.hasSuffix("\"") || word.hasSuffix("/") { return "text" }
    if word.hasSuffix("(") { return "function" }
    if session.commands[word] != nil { return "class" }
    return session[word] != nil ? "instance" : "keyword"
  }

  public func help(before: String, after: String, isLong: Bool) -> Bundle? {
    func isPart(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || character == "_"
    }
    let help = Help(session.commands)
    let end = String(before.reversed().prefix(while: isPart).reversed())
    let word = end + after.prefix(while: isPart)
    // Behind a bracket, and among arguments, it is the command that matters.
    for name in [word, Completion(session).call(after: before) ?? ""] where !name.isEmpty {
      if let text = help.about(name, in: session) { return Bundle(text: text) }
      if let text = isLong ? help.longPage(name) : help.page(name) {
        return Bundle(text: text, markdown: help.markdown(of: name))
      }
      if let text = help.word(name) { return Bundle(text: text) }
    }
    return nil
  }

  public func completeness(of code: String) -> Completeness {
    let entry = code.trimmed
    if entry.hasPrefix("?") || entry.hasPrefix(":") { return .complete }
    do {
      _ = try session.parse(Source(name: "", text: code))
      return .complete
    } catch let error as Diagnostic where error.isIncomplete {
      // Two blanks for each bracket that is open.
      var depth = 0
      for character in code {
        if "{[(".contains(character) { depth += 1 }
        if "}])".contains(character) { depth = max(depth - 1, 0) }
      }
      return .incomplete(indent: String(repeating: "  ", count: min(depth, 40)))
    } catch {
      return .invalid
    }
  }
}
