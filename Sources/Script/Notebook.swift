/// A script as a sequence of cells: prose, and code with what it prints and shows.
public struct Notebook: Sendable {
  public enum Cell: Sendable {
    /// Lines that begin with `##`, in Markdown.
    case prose(String)
    case code(Source, Span)
  }

  public let cells: [Cell]
  private let program: Program

  /// What a cell of code came to, in the order in which it came.
  public struct Result: Sendable {
    public enum Part: Sendable {
      case output(String)
      /// What a value says that stands alone.
      case value([Passage])
      case figure(any ScriptFigure)
    }

    public private(set) var parts: [Part] = []

    /// All that was printed.
    public var output: String {
      parts.map { part in
        switch part {
        case .output(let text): text
        case .value(let passages): passages.sentence + "\n"
        case .figure: ""
        }
      }.joined()
    }

    fileprivate mutating func add(_ text: String) {
      if case .output(let before)? = parts.last {
        parts[parts.count - 1] = .output(before + text)
      } else {
        parts.append(.output(text))
      }
    }

    fileprivate mutating func add(_ passages: [Passage]) { parts.append(.value(passages)) }

    fileprivate mutating func add(_ figure: any ScriptFigure) { parts.append(.figure(figure)) }
  }

  /// Cuts a script into cells: prose and blank lines between statements end one.
  public init(_ program: Program) {
    self.program = program
    let source = program.source
    var cells: [Cell] = []
    var prose: [String] = []
    var code: Span?
    func endProse() {
      if !prose.isEmpty { cells.append(.prose(prose.joined(separator: "\n"))) }
      prose = []
    }
    func endCode() {
      if let span = code { cells.append(.code(source, span)) }
      code = nil
    }
    var offset = 0
    while offset < source.bytes.count {
      let line = source.line(at: offset)
      offset = line.end + 1
      let text = source[line]
      let isInside = program.spans.contains { $0.start < line.start && line.start < $0.end }
      let trimmed = text.drop { $0 == " " || $0 == "\t" }
      if !isInside, trimmed.hasPrefix("##") {
        endCode()
        prose.append(String(trimmed.dropFirst(trimmed.hasPrefix("## ") ? 3 : 2)))
      } else if !isInside, trimmed.allSatisfy(\.isWhitespace) {
        endCode()
        endProse()
      } else {
        endProse()
        code = Span(code?.start ?? line.start, line.end)
      }
    }
    endCode()
    endProse()
    self.cells = cells
  }

  /// Runs all cells in turn.
  ///
  /// - Returns: one result for each cell; those of prose are empty.
  /// - Throws: `Diagnostic` or `Interrupted`.
  public func run(in session: Session) throws -> [Result] {
    let outer = (session.output, session.onValue)
    defer { (session.output, session.onValue) = outer }
    return try cells.map { cell in
      guard case .code(_, let span) = cell else { return Result() }
      var result = Result()
      session.output = { result.add($0) }
      session.onValue = { value in
        if case .object(let figure as any ScriptFigure) = value {
          result.add(figure)
        } else if let passages = value.passages {
          result.add(passages)
        } else {
          result.add(value.sentence + "\n")
        }
      }
      try session.run(program.part(in: span))
      return result
    }
  }
}

extension Program {
  /// The statements that begin in a span.
  package func part(in span: Span) -> Program {
    let chosen = spans.indices.filter {
      spans[$0].start >= span.start && spans[$0].start < span.end
    }
    return Program(
      source: source, statements: chosen.map { statements[$0] }, spans: chosen.map { spans[$0] })
  }
}
