import FoundationEssentials

/// What Tab offers: commands, labels, choices, variables, fields and file names.
public struct Completion {
  private let session: Session

  public init(_ session: Session) { self.session = session }

  /// The command or function whose arguments are being written where the text ends.
  public func call(after text: String) -> String? { Context(Array(text.utf8)).command }

  /// Words that can stand where the text ends, and where the word begun starts (a UTF-8 offset).
  public func candidates(after text: String) -> (start: Int, words: [String]) {
    let bytes = Array(text.utf8)
    let context = Context(bytes)
    if let quote = context.openQuote {
      let begun = String(decoding: bytes[quote...], as: UTF8.self)
      let choices = choices(context, begun)
      let offers = choices.isEmpty ? offers(context, bytes, begun) : choices
      return (quote, offers.isEmpty ? Self.files(begun, in: session.folders) : offers)
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
      words = (session.commands.names + session.variableNames + Help.wordNames).sorted()
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
    let choices = parameter(context)?.choices ?? []
    return choices.filter { $0.hasPrefix(begun) }.map { $0 + "\"" }
  }

  /// What else fits there: columns of the table in question, names, elements.
  private func offers(_ context: Context, _ bytes: [UInt8], _ begun: String) -> [String] {
    let names: [String]
    switch parameter(context)?.offer {
    case .columns:
      // The value before the dot, or the first argument.
      let end = context.start
      let isMethod = end > 0 && bytes[end - 1] == UInt8(ascii: ".")
      let before = String(decoding: bytes[..<max(end - 1, 0)], as: UTF8.self)
      let behind = String(decoding: bytes[context.arguments...], as: UTF8.self)
      let text =
        isMethod
        ? String(before[Context.startOfChain(before)...])
        : String(behind.prefix { $0 != "," && $0 != "\"" })
      guard case .object(let table as any ScriptIndexed)? = value(of: text) else { return [] }
      names = table.keys
    case .names(let known):
      return known.filter { $0.hasPrefix(begun) }.map { $0 + "\"" }
        + Self.files(begun, in: session.folders)
    case .words(let known): names = known
    case nil, .some(.none): return []
    }
    return names.map { String(Value.text($0).literal.dropFirst()) }.filter { $0.hasPrefix(begun) }
  }

  /// The parameter that is being written: the last with a label, or the next by position.
  private func parameter(_ context: Context) -> ParameterInfo? {
    guard let name = context.command, let command = session.commands[name] else { return nil }
    if let label = context.labels.last {
      return command.parameters.first { $0.label == label && $0.hasLabel }
    }
    let positions = command.parameters.filter { $0.place == .position || $0.place == .rest }
    let place = context.position + (context.isMethod ? 1 : 0)
    return place < positions.count ? positions[place] : positions.last { $0.place == .rest }
  }

  /// The fields of a value that can be had without running anything, and functions to call on it.
  private func members(of text: String) -> [String] {
    value(of: String(text[Context.startOfChain(text)...]))?.fieldNames.sorted() ?? []
  }

  /// The value of a name with fields and indices behind it.
  private func value(of path: String) -> Value? {
    let source = Source(name: "", text: path)
    guard let program = try? session.parse(source), program.statements.count == 1,
      case .expression(let expression) = program.statements[0], expression.isPath,
      let value = try? Interpreter(session, source).evaluate(expression)
    else { return nil }
    return value
  }

  /// Files, with the quote that closes their text, and folders, which can be entered.
  public static func files(_ begun: String, in folders: [String]) -> [String] {
    let folder = begun.lastIndex(of: "/").map { String(begun[...$0]) } ?? ""
    let bases = begun.hasPrefix("/") ? [""] : folders
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
