import FoundationEssentials

/// What Tab offers: commands, labels, choices, variables, fields and file names.
public struct Completion {
  private let session: Session

  public init(_ session: Session) { self.session = session }

  /// Words that can stand where the text ends, and where the word begun starts (a UTF-8 offset).
  public func candidates(after text: String) -> (start: Int, words: [String]) {
    let bytes = Array(text.utf8)
    let context = Context(bytes)
    if let quote = context.openQuote {
      let begun = String(decoding: bytes[quote...], as: UTF8.self)
      let choices = choices(context, begun)
      return (quote, choices.isEmpty ? files(begun) : choices)
    }
    var start = bytes.count
    while start > 0, Context.isNamePart(bytes[start - 1]) { start -= 1 }
    let begun = String(decoding: bytes[start...], as: UTF8.self)
    let before = String(decoding: bytes[..<start], as: UTF8.self)
    let words: [String]
    if let first = begun.first, first.isNumber {
      words = []
    } else if start > 0, bytes[start - 1] == UInt8(ascii: "."),
      start < 2 || bytes[start - 2] != UInt8(ascii: ".")
    {
      words = members(of: String(before.dropLast()))
    } else if before.drop(while: { $0 == "?" }).isEmpty, before.hasPrefix("?") {
      words = session.commands.names
    } else {
      words = labels(context) + names(atStart: before.allSatisfy(\.isWhitespace))
    }
    return (start, words.filter { $0.hasPrefix(begun) })
  }

  private func names(atStart: Bool) -> [String] {
    let commands = session.commands.all.map { command in
      command.form == .function ? command.name + "(" : command.name
    }
    let keywords = Keyword.allCases.map(\.rawValue)
    return (commands + session.functionNames.map { $0 + "(" } + session.variableNames + keywords)
      .sorted()
  }

  private func labels(_ context: Context) -> [String] {
    guard let name = context.command else { return [] }
    if let function = session.functions[Symbol(name)] {
      return function.parameters.map { $0.name + ": " }
    }
    guard let command = session.commands[name] else { return [] }
    return command.parameters.filter { $0.hasLabel && !context.labels.contains($0.label) }
      .map { $0.label + ": " }
  }

  /// The allowed texts of the argument that is being written.
  private func choices(_ context: Context, _ begun: String) -> [String] {
    guard let name = context.command, let command = session.commands[name] else { return [] }
    let labelled = context.labels.last.flatMap { label in
      command.parameters.first { $0.label == label }
    }
    let choices = labelled?.choices ?? command.parameters.first?.choices ?? []
    return choices.filter { $0.hasPrefix(begun) }.map { $0 + "\"" }
  }

  /// The fields of a value that can be had without running anything, and functions to call on it.
  private func members(of text: String) -> [String] {
    let start = Context.startOfChain(text)
    let source = Source(name: "", text: String(text[start...]))
    guard let program = try? session.parse(source), program.statements.count == 1,
      case .expression(let expression) = program.statements[0], expression.isPath,
      let value = try? Interpreter(session, source).evaluate(expression)
    else { return [] }
    return value.fieldNames.sorted()
  }

  private func files(_ begun: String) -> [String] {
    let folder = begun.lastIndex(of: "/").map { String(begun[...$0]) } ?? ""
    let bases = begun.hasPrefix("/") ? [""] : session.folders
    let found = bases.flatMap { base -> [String] in
      let path = (base.isEmpty || begun.hasPrefix("/") ? "" : base + "/") + folder
      let names = try? FileManager.default.contentsOfDirectory(atPath: path.isEmpty ? "." : path)
      // As they are written between quotes: a file's name must not end the text, or run.
      return (names ?? []).filter { !$0.hasPrefix(".") }
        .map { (name: $0, written: folder + Value.text($0).literal.dropFirst().dropLast()) }
        .filter { $0.written.hasPrefix(begun) }
        .map { name, written in
          var isFolder = false
          _ = FileManager.default.fileExists(atPath: path + name, isDirectory: &isFolder)
          return written + (isFolder ? "/" : "\"")
        }
    }
    return Set(found).sorted()
  }
}

extension Expression {
  /// Only names, fields and constant indices: evaluating it changes nothing.
  fileprivate var isPath: Bool {
    switch self {
    case .variable: true
    case .field(let owner, _, _): owner.isPath
    case .index(let owner, .literal, _): owner.isPath
    case .index(let owner, .unary(_, .literal, _), _): owner.isPath
    case .literal(.text, _): true
    default: false
    }
  }
}
