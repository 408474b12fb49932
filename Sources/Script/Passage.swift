/// A part of what a value says alone at the prompt: words, or a table.
public enum Passage: Sendable {
  /// Words; a line break begins a new line, an empty text leaves one free.
  case text(String)
  case table(Table)

  package var isTable: Bool {
    if case .table = self { true } else { false }
  }

  /// Lines of so many letters that are easy to read, whatever the terminal's width.
  private static let easilyRead = 80

  /// The passage for a terminal of this width: words flow, and columns that do not fit are named
  /// below their table.
  func text(width: Int) -> String {
    switch self {
    case .text(let text):
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .flatMap { String($0).wrapped(min(width, Self.easilyRead), indent: 2) }
        .joined(separator: "\n")
    case .table(let table): table.aligned(maximum: table.rowsShown, width: width)
    }
  }
}

extension [Passage] {
  /// All of it as lines for a terminal of this width.
  package func sentence(width: Int) -> String {
    map { $0.text(width: width) }.joined(separator: "\n")
  }

  package var sentence: String { sentence(width: .max) }
}

extension Value {
  /// What an object or a table of records says; nil for what is written as in a script.
  package var passages: [Passage]? {
    if let table = shownTable { return [.table(table)] }
    guard case .object(let object) = self else { return nil }
    return object.passages
  }
}
