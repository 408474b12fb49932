import Foundation
import Script

/// The language of scripts as a kernel runs it.
public final class SessionLanguage: Language {
  let session: Session
  public let name: String
  public let version: String
  public let banner: String
  public private(set) var isDone = false
  /// Runs what begins with a colon, as at the prompt; whether the work goes on.
  private let colon: (String) -> Bool

  /// - Parameters:
  ///   - session: with which cells run; its output goes to them from now on.
  ///   - colon: runs an entry that begins with a colon and tells whether the work goes on.
  public init(
    _ session: Session, name: String, version: String, banner: String,
    colon: @escaping (String) -> Bool
  ) {
    self.session = session
    self.name = name
    self.version = version
    self.banner = banner
    self.colon = colon
    session.isTerminal = false
  }

  public var interrupt: @Sendable () -> Void {
    let interrupt = session.interrupt
    return { interrupt.raise() }
  }

  public var isInterrupted: Bool { session.interrupt.isRaised }

  public func run(_ code: String, number: Int, output: @escaping (Output) -> Void) throws(Failure) {
    session.interrupt.clear()
    let entry = code.trimmed
    let isLine = !entry.contains("\n")
    try showing(output) { () throws(Failure) in
      if isLine, entry.hasPrefix("?") { return try explain(entry, output) }
      if isLine, entry.hasPrefix(":") {
        isDone = !colon(entry)
        return
      }
      try failing {
        let program = try session.parse(Source(name: "In [\(number)]", text: code))
        try check(program)
        try run(program, number, output)
      }
    }
  }

  /// Runs a part of a script as a cell.
  ///
  /// - Throws: `Diagnostic` or `Interrupted`.
  func run(_ program: Program, number: Int, output: @escaping (Output) -> Void) throws {
    try showing(output) { () throws(any Error) in try run(program, number, output) }
  }

  private func run(
    _ program: Program, _ number: Int, _ output: @escaping (Output) -> Void
  ) throws {
    let (before, value) = program.parts
    session.onValue = { [unowned self] in show($0, number, output, isResult: false) }
    try session.run(before)
    guard let value else { return }
    session.onValue = { [unowned self] in show($0, number, output, isResult: true) }
    try session.run(value)
  }

  /// Lets all that the session tells be seen.
  private func showing<E>(
    _ output: @escaping (Output) -> Void, _ body: () throws(E) -> Void
  ) throws(E) {
    let outer = (session.output, session.errors)
    session.output = { output(.text($0, isError: false)) }
    session.errors = { output(.text($0, isError: true)) }
    let line = ProgressLine(show: output)
    session.onProgress = { line.show($0) }
    defer {
      (session.output, session.errors) = outer
      (session.onProgress, session.onValue) = (nil, nil)
    }
    try body()
  }

  /// A slip in the last line shall not cost the time of those before.
  private func check(_ program: Program) throws {
    let problems = session.problems(in: program)
    for problem in problems.dropLast() { session.complain("\(problem)") }
    if let last = problems.last { throw last }
  }

  /// Values become `_` and `_3`, as at the prompt.
  private func show(
    _ value: Value, _ number: Int, _ output: (Output) -> Void, isResult: Bool
  ) {
    session["_"] = value
    session["_\(number)"] = value
    let bundle = Bundle(value) { session.warn("\($0)") }
    output(isResult ? .result(bundle) : .display(bundle))
  }

  private func explain(_ entry: String, _ output: (Output) -> Void) throws(Failure) {
    let help = Help(session.commands)
    switch help.answer(to: entry, in: session) {
    case .failure(let complaint):
      let message = complaint.message.shown
      throw Failure(name: "Error", message: message, lines: [message])
    case .success(let text):
      let name = entry.drop { $0 == "?" }.filter { !$0.isWhitespace }
      let isVariable = help.about(name, in: session) != nil
      output(.display(Bundle(text: text, markdown: isVariable ? nil : help.markdown(of: name))))
    }
  }

  public func value(of expression: String) throws(Failure) -> Bundle {
    var bundle = Bundle(data: [:])
    try failing {
      session.onValue = { value in bundle = Bundle(value) { _ in } }
      defer { session.onValue = nil }
      try session.run(Source(name: "expression", text: expression))
    }
    return bundle
  }

  private func failing(_ body: () throws -> Void) throws(Failure) {
    do {
      try body()
    } catch let error as Diagnostic {
      throw Failure(
        name: "Error", message: error.message.shown,
        lines: error.coloured().split(separator: "\n").map(String.init))
    } catch is Interrupted {
      throw Failure(name: "Interrupted", message: "", lines: ["\u{1B}[1;31minterrupted\u{1B}[0m"])
    } catch {
      throw Failure(name: "Error", message: "\(error)".shown, lines: ["\(error)".shown])
    }
  }
}

extension String {
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
