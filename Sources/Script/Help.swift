/// What `?` shows, made of the declarations of the commands.
public struct Help {
  let commands: CommandSet
  let width: Int

  /// - Parameter width: characters in a line.
  public init(_ commands: CommandSet, width: Int = 80) {
    self.commands = commands
    self.width = max(width, 40)
  }

  /// One screen to begin with: what to type, and where more is told.
  public var start: String {
    let (own, domain) = (
      topics.filter { Self.own.contains($0.name) }, topics.filter { !Self.own.contains($0.name) }
    )
    let names = domain.map(\.name.count).max() ?? 0
    func line(_ name: String, _ words: [String]) -> [String] {
      let begin = "  \(name.padded(to: names))  "
      return (begin + words.joined(separator: " ")).wrapped(width, indent: begin.count)
    }
    let first =
      commands.beginning.isEmpty
      ? [] : ["To begin, type:"] + commands.beginning.map { "  " + $0 } + [""]
    return
      (first + domain.flatMap { line($0.name, $0.commands.map(\.name)) }
      + line("and", own.map(\.name)) + [
        "",
        "?name tells about a command, a topic or a variable, ??name all of it.",
        "?\"how to …\" searches, :help lists what begins with a colon.",
        "Tab completes, Ctrl-C stops what runs, :quit leaves.",
      ]).joined(separator: "\n")
  }

  /// All commands by topic, one line each.
  public var overview: String {
    topics.map { lines(of: $0) }.joined(separator: "\n\n")
      + "\n\n?name tells about one, ??name all of it, ?\"word\" searches."
  }

  /// The commands of one topic.
  public func topic(_ name: String) -> String? {
    topics.first { $0.name == name }.map { lines(of: $0) }
  }

  private func lines(of topic: (name: String, commands: [Command])) -> String {
    ([topic.name] + lines(topic.commands)).joined(separator: "\n")
  }

  func lines(_ commands: [Command]) -> [String] {
    let names = self.commands.names.map(\.count).max() ?? 0
    return commands.flatMap { command in
      let begin = "  \(command.name.padded(to: names))  "
      return (begin + command.summary).wrapped(width, indent: begin.count)
    }
  }

  private var topics: [(name: String, commands: [Command])] {
    let topics = Dictionary(grouping: commands.all, by: \.topic)
    return topics.keys.sorted { Self.rank($0) < Self.rank($1) }.map { ($0, topics[$0] ?? []) }
  }

  /// The language's own topics, which come last.
  private static let own = ["language", "numbers", "lists", "text", "random", "tables"]

  private static func rank(_ topic: String) -> String {
    own.firstIndex(of: topic).map { "~\($0)" } ?? topic
  }

  /// One screen: usage, arguments with types, units and defaults, an example.
  public func page(_ name: String) -> String? {
    guard let command = commands[name] else { return nil }
    var lines = head(command)
    if let example = command.examples.first { lines += ["", "example"] + indented(example) }
    if !command.help.isEmpty || command.examples.count > 1 { lines += ["", "more: ??\(name)"] }
    return lines.joined(separator: "\n")
  }

  /// The long page: all of the short one, the explanation, and all examples.
  public func longPage(_ name: String) -> String? {
    guard let command = commands[name] else { return nil }
    var lines = head(command)
    if !command.help.isEmpty {
      lines +=
        [""]
        + command.help.split(separator: "\n", omittingEmptySubsequences: false)
        .flatMap { String($0).wrapped(width, indent: 0) }
    }
    if !command.examples.isEmpty {
      lines += ["", command.examples.count == 1 ? "example" : "examples"]
      lines += command.examples.flatMap(indented)
    }
    return lines.joined(separator: "\n")
  }

  /// Name, usage and arguments.
  private func head(_ command: Command) -> [String] {
    let usage = "  \(command.usage)".wrapped(width, indent: 4 + command.name.count)
    var lines = "\(command.name): \(command.summary)".wrapped(width, indent: 2) + [""] + usage
    if !command.parameters.isEmpty { lines += [""] + parameters(command) }
    return lines
  }

  /// The lines of an example; one that is too long goes on behind a comma, as it may in a script.
  private func indented(_ example: String) -> [String] {
    example.split(separator: "\n").flatMap { line in
      "  \(line)".replacing(" ", with: "\u{A0}").replacing(",\u{A0}", with: ", ")
        .wrapped(width, indent: 6).map { $0.replacing("\u{A0}", with: " ") }
    }
  }

  private func parameters(_ command: Command) -> [String] {
    let labels = command.parameters.map(\.label.count).max() ?? 0
    let types = command.parameters.map { Self.type($0).count }.max() ?? 0
    return command.parameters.flatMap { parameter in
      let begin =
        "  \(parameter.label.padded(to: labels))  \(Self.type(parameter).padded(to: types))  "
      return (begin + Self.meaning(parameter)).wrapped(width, indent: begin.count)
    }
  }

  /// `upper end of the transform (default 25)`
  static func meaning(_ parameter: ParameterInfo) -> String {
    let choices = parameter.choices.map { "\"\($0)\"" }.joined(separator: ", ")
    let initial = parameter.shownDefault.map { "default \($0)" } ?? Self.presence(parameter)
    // Bounds of the machine's numbers say nothing.
    let numbers = parameter.numbers.flatMap { $0.upperBound < 1e99 ? $0 : nil }.map {
      "\(Value.text(of: $0.lowerBound)) to \(Value.text(of: $0.upperBound))"
    }
    let remarks = [initial, numbers].compactMap { $0 }
    return parameter.help + (choices.isEmpty ? "" : ": \(choices)")
      + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))")
  }

  /// Whether an argument without a default must be there; for leading ones the usage tells.
  private static func presence(_ parameter: ParameterInfo) -> String? {
    switch parameter.place {
    case .rest, .labels: "any number of them"
    case .label where parameter.isRequired: "needed"
    case .position where parameter.isRequired: nil
    default: "optional"
    }
  }

  static func type(_ parameter: ParameterInfo) -> String {
    parameter.typeName + (parameter.unit.map { ", \($0)" } ?? "")
  }

  /// "did you mean 'refine'?"
  public func suggestion(for name: String) -> String? {
    Suggestion.didYouMean(name, among: commands.names)
  }

  /// A command's page as Markdown, under a heading of the third level.
  public func markdown(of name: String) -> String? {
    guard let command = commands[name] else { return nil }
    var text = "### \(command.name)\n\n\(command.summary)\n\n```\n\(command.usage)\n```\n"
    if !command.parameters.isEmpty {
      text += "\n| argument | type | meaning |\n|---|---|---|\n"
      for parameter in command.parameters {
        let meaning = Self.meaning(parameter).replacing("|", with: "\\|")
        text += "| `\(parameter.label)` | \(Self.type(parameter)) | \(meaning) |\n"
      }
    }
    if !command.help.isEmpty { text += "\n\(command.help)\n" }
    if !command.examples.isEmpty {
      text += "\n```\n\(command.examples.joined(separator: "\n"))\n```\n"
    }
    return text
  }

  /// All pages as Markdown, for docs/commands.md.
  public var markdown: String {
    let pages = commands.all.map { ($0.topic, markdown(of: $0.name) ?? "") }
    let topics = Dictionary(grouping: pages, by: \.0)
    let sections = topics.keys.sorted { Self.rank($0) < Self.rank($1) }.map { topic in
      "## \(topic)\n\n" + (topics[topic] ?? []).map(\.1).joined(separator: "\n")
    }
    return "# Commands\n\nMade by `deepstruc debug commands` from the declarations.\n\n"
      + sections.joined(separator: "\n")
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// Its words in lines of at most `width` characters; all but the first are indented.
  func wrapped(_ width: Int, indent: Int) -> [String] {
    guard count > width else { return [self] }
    let indent = max(min(indent, width - 20), 0)
    let margin = prefix { $0 == " " }
    var lines: [String] = []
    var line = ""
    for word in dropFirst(margin.count).split(separator: " ", omittingEmptySubsequences: false) {
      let start = lines.isEmpty ? margin + line : Substring(line)
      if !line.isEmpty, start.count + 1 + word.count > width {
        lines.append(String(start))
        line = String(repeating: " ", count: indent) + word
      } else {
        line += line.isEmpty ? word : " " + word
      }
    }
    return lines + [lines.isEmpty ? margin + line : line]
  }
}
