import Script

/// The words of the language as editors colour them, from the declarations.
struct SyntaxWords {
  /// `true`, `false`, `none`.
  let constants: [String]
  /// `and`, `or`, `not`, `in`, `by`.
  let operators: [String]
  let keywords: [String]
  /// Commands and functions.
  let commands: [String]

  init(_ commands: CommandSet) {
    self.commands = commands.names
    let (constants, operators): ([Keyword], [Keyword]) = (
      [.true, .false, .none], [.and, .or, .not, .in, .by]
    )
    self.constants = constants.map(\.rawValue)
    self.operators = operators.map(\.rawValue)
    keywords = Keyword.allCases.filter { !constants.contains($0) && !operators.contains($0) }
      .map(\.rawValue)
  }
}

/// Files that teach editors the language, as `docs/editors` holds them.
public struct EditorFiles {
  /// Paths below a folder, with their texts.
  public let files: [(path: String, text: String)]

  public init(_ commands: CommandSet, version: String) {
    let words = SyntaxWords(commands)
    files =
      LabExtension(words, version: version).files.map { ("jupyterlab/\($0.path)", $0.text) }
      + TextMate(words, version: version).files.map { ("vscode/\($0.path)", $0.text) }
      + Vim(words).files.map { ("vim/\($0.path)", $0.text) }
  }
}
