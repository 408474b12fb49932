import Foundation
import CReadline
import FoundationEssentials
import Glibc
import Script
import Workbench

/// What Ctrl-C raises.
private let programInterrupt = Interrupt()

extension Session {
  /// A session on standard output and standard error, with all commands.
  ///
  /// - Parameter arguments: what scripts find in the list `arguments`.
  static func standard(arguments: [String] = []) -> Session {
    signal(SIGPIPE, SIG_IGN)
    reportTraps()
    let session = Session(
      commands: Command.workbench, output: { write($0, to: 1) }, errors: { write($0, to: 2) },
      interrupt: programInterrupt)
    creadline_catch_interrupts { programInterrupt.raise() }
    session.isTerminal = isatty(1) == 1 && isatty(2) == 1
    session.folders = dataFolders
    session["arguments"] = .list(arguments.map(Value.text))
    return session
  }

  /// The working folder, then the folders of DEEPSTRUC_DATA.
  private static var dataFolders: [String] {
    guard let data = ProcessInfo.processInfo.environment["DEEPSTRUC_DATA"] else { return [""] }
    let inside = (try? FileManager.default.contentsOfDirectory(atPath: data)) ?? []
    return ["", data] + inside.sorted().map { data + "/" + $0 }.filter(isFolder)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// Looks for errors before anything runs: a slip in the last line shall not cost an hour.
  ///
  /// - Throws: the last problem; the others are told.
  func check(_ program: Program) throws {
    let problems = problems(in: program)
    for problem in problems.dropLast() { complain("\(problem)") }
    if let last = problems.last { throw last }
  }

  /// Runs something and tells of its errors.
  ///
  /// - Returns: the exit status: 65 for a script that is wrong, 70 for one that failed, 130 for
  ///   one that was interrupted.
  func report(_ body: () throws -> Void) -> Int32 {
    do {
      try body()
      return 0
    } catch let error as Diagnostic {
      errors(Self.coloured("\(error)".shown + "\n"))
      return error.phase == .syntax ? 65 : 70
    } catch is Interrupted {
      errors(isTerminal ? "\ninterrupted\n" : "interrupted\n")
      return 130
    } catch {
      complain("deepstruc: \(error)")
      return 70
    }
  }
}

extension Session {
  /// A message with the word that matters in red, where people see it on a terminal.
  private static func coloured(_ message: String) -> String {
    let environment = ProcessInfo.processInfo.environment
    guard isatty(2) == 1, environment["NO_COLOR"] == nil, environment["TERM"] != "dumb",
      let word = message.range(of: " error: ")
    else { return message }
    return message.replacingCharacters(in: word, with: " \u{1B}[1;31merror:\u{1B}[0m ")
  }
}

/// Lets an error of the program itself, which ends it, say that it is none of the script.
private func reportTraps() {
  for trap in [SIGILL, SIGTRAP, SIGFPE] {
    signal(trap) { number in
      let message: StaticString = """

        deepstruc: this is an error of the program, not of your script.
        Please report it with the script and the lines above.

        """
      Glibc.write(2, message.utf8Start, message.utf8CodeUnitCount)
      signal(number, SIG_DFL)
    }
  }
}

/// Writes all of a text; whoever closed the other end of a pipe does not want the rest.
private func write(_ text: String, to file: Int32) {
  var text = text
  text.withUTF8 { bytes in
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = Glibc.write(file, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written < 0 && errno == EINTR { continue }
      if written < 0 && errno == EPIPE { exit(0) }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }
}

extension Source {
  /// A script from a file, or from standard input for `-`.
  convenience init(reading path: String) throws {
    let file = path == "-" ? 0 : open(path, O_RDONLY)
    guard file >= 0 else {
      throw Diagnostic(
        "cannot read: \(String(cString: strerror(errno)))", name: path, phase: .running)
    }
    defer { if file != 0 { close(file) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw Diagnostic(
          "cannot read: \(String(cString: strerror(errno)))", name: path, phase: .running)
      }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    try self.init(name: path == "-" ? "standard input" : path, bytes: bytes)
  }
}
