/// What `?` shows, made of the declarations of the commands.
public struct Help {
  private let commands: CommandSet

  public init(_ commands: CommandSet) { self.commands = commands }

  /// All commands by topic, one line each.
  public var overview: String {
    let width = commands.names.map(\.count).max() ?? 0
    let topics = Dictionary(grouping: commands.all, by: \.topic)
    let order = topics.keys.sorted { Self.rank($0) < Self.rank($1) }
    let parts = order.map { topic in
      ([topic] + (topics[topic] ?? []).map { "  \($0.name.padded(to: width))  \($0.summary)" })
        .joined(separator: "\n")
    }
    return parts.joined(separator: "\n\n")
      + "\n\n?name tells about one, ??name all of it, ?\"word\" searches."
  }

  /// The language's own topics come last.
  private static func rank(_ topic: String) -> String {
    let own = ["language", "numbers", "lists", "text", "random", "tables"]
    return own.firstIndex(of: topic).map { "~\($0)" } ?? topic
  }

  /// One screen: usage, arguments with types, units and defaults, an example.
  public func page(_ name: String) -> String? {
    guard let command = commands[name] else { return nil }
    var lines = ["\(name): \(command.summary)", "", "  \(command.usage)"]
    if !command.parameters.isEmpty { lines += [""] + Self.parameters(command) }
    if let example = command.examples.first { lines += ["", "example", "  \(example)"] }
    if !command.help.isEmpty || command.examples.count > 1 { lines += ["", "more: ??\(name)"] }
    return lines.joined(separator: "\n")
  }

  /// The long page: all of the short one, the explanation, and all examples.
  public func longPage(_ name: String) -> String? {
    guard let command = commands[name] else { return nil }
    var lines = ["\(name): \(command.summary)", "", "  \(command.usage)"]
    if !command.parameters.isEmpty { lines += [""] + Self.parameters(command) }
    if !command.help.isEmpty { lines += ["", command.help] }
    if !command.examples.isEmpty {
      lines += ["", command.examples.count == 1 ? "example" : "examples"]
      for example in command.examples { lines += example.split(separator: "\n").map { "  " + $0 } }
    }
    return lines.joined(separator: "\n")
  }

  private static func parameters(_ command: Command) -> [String] {
    let rows = command.parameters.map { parameter in
      [
        parameter.label, Self.type(parameter), Self.initial(parameter), parameter.help,
      ]
    }
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = (0..<3).filter { widths[$0] > 0 }.map { row[$0].padded(to: widths[$0]) }
      return "  " + (cells + [row[3]]).joined(separator: "  ")
    }
  }

  static func type(_ parameter: ParameterInfo) -> String {
    if !parameter.choices.isEmpty {
      return parameter.choices.map { "\"\($0)\"" }.joined(separator: " or ")
    }
    return parameter.typeName + (parameter.unit.map { ", \($0)" } ?? "")
  }

  static func initial(_ parameter: ParameterInfo) -> String {
    if parameter.isRequired { return "needed" }
    if parameter.place == .rest { return "any number" }
    return parameter.shownDefault.map { "default \($0)" } ?? "optional"
  }

  /// "did you mean 'refine'?"
  public func suggestion(for name: String) -> String? {
    Suggestion.didYouMean(name, among: commands.names)
  }

  /// The commands whose name, summary, topic, arguments or help hold a word.
  public func search(_ word: String) -> String {
    let word = word.lowercased()
    let found = commands.all.filter { command in
      let text = [command.name, command.summary, command.topic, command.help]
      let parameters = command.parameters.flatMap { [$0.label, $0.help] }
      return (text + parameters).contains { $0.lowercased().contains(word) }
    }
    guard !found.isEmpty else { return "nothing found for \"\(word)\"" }
    let width = found.map(\.name.count).max() ?? 0
    return found.map { "  \($0.name.padded(to: width))  \($0.summary)" }.joined(separator: "\n")
  }

  /// All pages as Markdown, for docs/commands.md.
  public var markdown: String {
    let pages = commands.all.map { command in
      var text = "### \(command.name)\n\n\(command.summary)\n\n```\n\(command.usage)\n```\n"
      if !command.parameters.isEmpty {
        text += "\n| argument | type | default | meaning |\n|---|---|---|---|\n"
        for parameter in command.parameters {
          let type = Self.type(parameter).replacing("|", with: "\\|")
          text +=
            "| `\(parameter.label)` | \(type) | \(Self.initial(parameter)) | \(parameter.help) |\n"
        }
      }
      if !command.help.isEmpty { text += "\n\(command.help)\n" }
      if !command.examples.isEmpty {
        text += "\n```\n\(command.examples.joined(separator: "\n"))\n```\n"
      }
      return (command.topic, text)
    }
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
}
