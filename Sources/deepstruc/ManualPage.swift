import ArgumentParser
import Script

/// The manual page of the program, made of the declarations of its options and commands.
struct ManualPage {
  private let commands: CommandSet

  init(_ commands: CommandSet) { self.commands = commands }

  /// In the language of man(7).
  var roff: String {
    let configuration = Deepstruc.configuration
    let usage = (configuration.usage ?? "").split(separator: "\n").map {
      Self.escaped(String($0))
    }
    let topics = Dictionary(grouping: commands.all, by: \.topic)
    let sections = topics.keys.sorted().map { topic in
      ".SS \(topic)\n"
        + (topics[topic] ?? []).map { command in
          ".TP\n.B \(Self.escaped(command.usage))\n\(Self.escaped(command.summary))\n"
        }.joined()
    }
    return """
      .TH DEEPSTRUC 1 "" "deepstruc \(Deepstruc.version)" "User Commands"
      .ad l
      .nh
      .SH NAME
      deepstruc \\- \(Self.escaped(configuration.abstract))
      .SH SYNOPSIS
      .nf
      \(usage.joined(separator: "\n"))
      .fi
      .SH DESCRIPTION
      \(Self.paragraphs(configuration.discussion))
      .SH COMMANDS OF THE LANGUAGE
      At the prompt, ?NAME tells more about each.
      \(sections.joined())
      """
  }

  private static func paragraphs(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.isEmpty
        ? ".PP" : line.hasPrefix("  ") ? ".br\n" + escaped(String(line)) : escaped(String(line))
    }.joined(separator: "\n")
  }

  /// What roff would take for its own: backslashes, hyphens as minus, dots and quotes at the start.
  private static func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}
