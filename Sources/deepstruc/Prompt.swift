import Numerics
import CReadline
import FoundationEssentials
import Glibc
import Script

/// Reads entries at the terminal, runs them and shows what they come to.
final class Prompt {
  let session: Session
  /// The number of the next entry.
  var number = 1
  var showsTime = false
  /// Where input and output are written down too.
  var log: Int32?
  /// What has run without an error.
  var entries: [Entry] = []
  var isDone = false
  private lazy var historyPath = Self.historyFile()

  /// One entry that ran, for `:save`.
  struct Entry {
    let number: Int
    let program: Program
    /// It came to a value, kept as `_number`.
    var hasValue: Bool
  }

  init(_ session: Session) {
    self.session = session
    session.interrupt.clear()
    let output = session.output
    session.output = { [unowned self] text in
      output(text)
      writeLog(text)
    }
    let errors = session.errors
    session.errors = { [unowned self] text in
      errors(text)
      // Progress is for the eye alone.
      if text.hasSuffix("\n") { writeLog(text.replacing("\r\u{1B}[K", with: "")) }
    }
  }

  /// Where the history of earlier sessions stands; nil if there is no such place.
  private static func historyFile() -> String? {
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["DEEPSTRUC_HISTORY"] { return path.isEmpty ? nil : path }
    guard let home = environment["HOME"] else { return nil }
    let folder = (environment["XDG_STATE_HOME"] ?? home + "/.local/state") + "/deepstruc"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder + "/history"
  }

  /// Reads and runs entries until the end of the input or `:quit`.
  func run() {
    completing = session
    creadline_start("deepstruc", completeLine)
    session.width = Int(creadline_columns())
    if let historyPath { creadline_recall(historyPath) }
    session.print("deepstruc \(Deepstruc.version)   ? tells how to begin, :quit leaves")
    while !isDone {
      guard let entry = readEntry() else {
        session.print("")
        break
      }
      if entry.allSatisfy(\.isWhitespace) { continue }
      if !entry.trimmed.hasPrefix(":q") { creadline_remember(entry, historyPath) }
      writeLog("\(number)> \(entry)\n")
      if !command(entry.trimmed) { execute(entry) }
    }
    completing = nil
  }

  /// One entry: lines until all brackets are closed; nil at the end of the input.
  private func readEntry() -> String? {
    var text = ""
    while true {
      completingText = text
      let prompt =
        text.isEmpty ? "\(number)> " : String(repeating: " ", count: "\(number)".count) + "… "
      var interrupted: Int32 = 0
      guard let line = creadline_read(prompt, &interrupted) else {
        return text.isEmpty ? nil : text
      }
      defer { free(line) }
      session.width = Int(creadline_columns())
      if interrupted != 0 {
        text = ""
        continue
      }
      text += String(cString: line)
      if !isIncomplete(text) { return text }
      text += "\n"
    }
  }

  private func isIncomplete(_ text: String) -> Bool {
    if "?:".contains(text.trimmed.first ?? " ") { return false }
    do {
      _ = try session.parse(Source(name: "", text: text))
      return false
    } catch let error as Diagnostic {
      return error.isIncomplete
    } catch {
      return false
    }
  }

  private func execute(_ text: String) {
    let current = number
    number += 1
    var hasValue = false
    session.interrupt.clear()
    session.onValue = { [unowned self] value in
      hasValue = true
      session["_"] = value
      session["_\(current)"] = value
      display(value)
    }
    defer { session.onValue = nil }
    let start = ContinuousClock.now
    let source = Source(name: "\(current)>", text: text)
    let status = session.report {
      let program = try session.parse(source)
      try session.run(program)
      entries.append(Entry(number: current, program: program, hasValue: hasValue))
    }
    // A command that ended in good order after Ctrl-C leaves the cursor behind "^C".
    if status == 0, session.interrupt.isRaised { session.errors("\n") }
    if showsTime, status == 0 { session.print("\(Progress.text(ContinuousClock.now - start))") }
  }

  private func display(_ value: Value) {
    let outer = session.onValue
    session.onValue = nil
    session.show(value)
    session.onValue = outer
  }

  func writeLog(_ text: String) {
    guard let log else { return }
    guard Glibc.write(log, text, text.utf8.count) == text.utf8.count else {
      close(log)
      self.log = nil
      return session.warn("the log cannot be written: \(String(cString: strerror(errno)))")
    }
  }
}

extension String {
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

// Readline calls back without a context, on the thread that reads.
nonisolated(unsafe) private var completing: Session?
nonisolated(unsafe) private var completingText = ""

private func completeLine(
  _ line: UnsafePointer<CChar>?, _ cursor: Int32, _ start: UnsafeMutablePointer<Int32>?
) -> UnsafeMutablePointer<CChar>? {
  guard let line, let start, let session = completing else { return nil }
  let bytes = UnsafeBufferPointer(start: line, count: Int(cursor)).map(UInt8.init(bitPattern:))
  let before = completingText
  let text = before + String(decoding: bytes, as: UTF8.self)
  let found = Prompt.candidates(after: text) ?? Completion(session).candidates(after: text)
  start.pointee = Int32(max(found.start - before.utf8.count, 0))
  return strdup(found.words.map { $0 + "\n" }.joined())
}
