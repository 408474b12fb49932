extension Help {
  /// The commands that have most to do with some words, the best first.
  ///
  /// A word counts most in a name, less in a summary or topic, and least in the arguments and the
  /// explanation. Words that every sentence has do not count, nor do endings.
  public func search(_ text: String) -> String {
    let words = Self.stems(text)
    guard !words.isEmpty else { return "nothing found for \"\(text)\"" }
    let scores = commands.all.map { command in
      let said = Words(command)
      return (command: command, score: words.reduce(0) { $0 + said.weight(of: $1) })
    }
    let found = scores.filter { $0.score > 0 }
      .sorted { ($0.score, $1.command.name) > ($1.score, $0.command.name) }
    guard let best = found.first else { return "nothing found for \"\(text)\"" }
    let near = found.filter { 4 * $0.score >= best.score }.prefix(12).map(\.command)
    return lines(Array(near)).joined(separator: "\n")
  }

  /// What a command says of itself, as stems; they are taken once for all words of a search.
  private struct Words {
    let name: [String]
    let summary, arguments, help: Set<String>

    init(_ command: Command) {
      func set(_ texts: [String]) -> Set<String> { Set(texts.flatMap(Help.stems)) }
      name = Help.stems(command.name)
      summary = set([command.summary, command.topic])
      arguments = set(command.parameters.flatMap { [$0.label, $0.help] + $0.choices })
      help = set([command.help])
    }

    func weight(of word: String) -> Int {
      if name == [word] { return 8 }
      if summary.contains(word) { return 4 }
      if arguments.contains(word) { return 2 }
      return help.contains(word) ? 1 : 0
    }
  }

  /// The words of a text that say something, without endings.
  private static func stems(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { !idle.contains($0) }
      .map { word in
        let ending = ["ing", "ed", "es", "s", "e"].first {
          word.hasSuffix($0) && word.count >= $0.count + 3
        }
        let stem = word.dropLast(ending?.count ?? 0)
        // As in fitting, plotted.
        let isDoubled = ["ing", "ed"].contains(ending) && stem.suffix(2).first == stem.last
        return String(isDoubled ? stem.dropLast() : stem)
      }
  }

  private static let idle: Set<String> = [
    "a", "an", "and", "as", "at", "by", "can", "do", "does", "for", "from", "how", "i", "in", "is",
    "it", "me", "my", "of", "on", "or", "that", "the", "this", "to", "what", "which", "with",
  ]
}
