import Foundation
import CReadline
import FoundationEssentials
import Jupyter
import Glibc
import Numerics
import Script
import Workbench

/// What Ctrl-C raises.
private let programInterrupt = Interrupt()

private func raiseInterrupt() {
  Processes.noteInterrupt()
  programInterrupt.raise()
}

extension Session {
  /// A session on standard output and standard error, with all commands.
  ///
  /// - Parameter arguments: what scripts find in the list `arguments`.
  static func standard(arguments: [String] = []) -> Session {
    signal(SIGPIPE, SIG_IGN)
    openStandardFiles()
    requireRoom()
    reportTraps()
    let session = Session(
      commands: Command.workbench, beginning: Command.beginning, output: { write($0, to: 1) },
      errors: { Processes.isFirst ? write($0, to: 2) : (Processes.lastError = $0.trimmed) },
      interrupt: programInterrupt)
    creadline_catch_interrupts { raiseInterrupt() }
    // What mpirun makes of Ctrl-C, and batch systems of the end of a job's time.
    if Processes.count > 1 { signal(SIGTERM) { _ in raiseInterrupt() } }
    session.isTerminal = isatty(1) == 1 && isatty(2) == 1
    var size = winsize()
    if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { session.width = Int(size.ws_col) }
    session.program = "deepstruc \(Deepstruc.version)"
    session.folders = dataFolders
    session["arguments"] = .list(arguments.map(Value.text))
    return session
  }

  /// The working folder, then the folders of DEEPSTRUC_DATA.
  private static var dataFolders: [String] {
    guard let data = ProcessInfo.processInfo.environment["DEEPSTRUC_DATA"] else { return [""] }
    return Processes.first {
      let inside = (try? FileManager.default.contentsOfDirectory(atPath: data)) ?? []
      return ["", data] + inside.sorted().map { data + "/" + $0 }.filter(isFolder)
    }
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
  /// - Returns: the exit status: 65 for a script that is wrong, 70 for one that failed or whose
  ///   output was lost, 130 for one that was interrupted.
  func report(_ body: () throws -> Void) -> Int32 {
    do {
      try body()
      return isOutputLost ? 70 : 0
    } catch let error as Diagnostic {
      errors((Self.hasColours ? error.coloured(laidOut) : laidOut("\(error)".shown)) + "\n")
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
  /// Whether people see errors on a terminal that has colours.
  private static var hasColours: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(2) == 1 && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
  }
}

/// Lets an error of the program itself, which ends it, say that it is none of the script. On a stack
/// of its own, since the thread's may be what is full.
private func reportTraps() {
  var stack = stack_t()
  stack.ss_size = 1 << 16
  stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: stack.ss_size, alignment: 16)
  sigaltstack(&stack, nil)
  for trap in [SIGILL, SIGTRAP, SIGFPE, SIGSEGV, SIGBUS, SIGABRT] {
    var action = sigaction()
    action.sa_flags = SA_ONSTACK
    action.__sigaction_handler.sa_handler = { number in
      let program: StaticString = """

        deepstruc: this is an error of the program, not of your script.
        Please report it with the script and the lines above.

        """
      let memory: StaticString = """

        deepstruc: the program gave up, most likely because there is no memory left.

        """
      let message = number == SIGABRT ? memory : program
      Glibc.write(2, message.utf8Start, message.utf8CodeUnitCount)
      signal(number, SIG_DFL)
    }
    sigaction(trap, &action, nil)
  }
}

/// Ends the program where the shell leaves it too few addresses or open files: its libraries do not
/// say so, but wait for ever or end it in the middle of its work.
private func requireRoom() {
  var files = rlimit()
  getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files)
  guard Workers.addressableWorkers < 1 || files.rlim_cur < 16 else { return }
  let need = files.rlim_cur < 16 ? "16 open files" : "700 MB of addresses"
  let option = files.rlim_cur < 16 ? "-n" : "-v"
  write("deepstruc: needs \(need); the shell allows less (ulimit \(option))\n", to: 2)
  exit(70)
}

/// A program that is started without standard files would write into whatever it opens first.
private func openStandardFiles() {
  while true {
    let file = open("/dev/null", O_RDWR)
    guard (0...2).contains(file) else {
      if file > 2 { close(file) }
      return
    }
  }
}

/// Whether something that was to be printed could not be.
private nonisolated(unsafe) var isOutputLost = false

/// Writes all of a text; whoever closed the other end of a pipe does not want the rest. Where it
/// cannot be written, as on a full disk, that is told once, and work goes on for what it saves. After
/// Ctrl-C the rest of a long text is left out.
private func write(_ text: String, to file: Int32) {
  var text = text
  let wasInterrupted = programInterrupt.isRaised
  text.withUTF8 { bytes in
    var rest = bytes[...]
    while !rest.isEmpty, wasInterrupted || !programInterrupt.isRaised {
      let piece = rest.prefix(1 << 16)
      let written = Glibc.write(file, UnsafeBufferPointer(rebasing: piece).baseAddress, piece.count)
      if written < 0 && errno == EINTR { continue }
      if written < 0 && errno == EPIPE { exit(0) }
      guard written > 0 else {
        let reason = String(cString: strerror(errno))
        if !isOutputLost, file == 1 {
          isOutputLost = true
          write("deepstruc: output is lost: \(reason)\n", to: 2)
        }
        isOutputLost = true
        return
      }
      rest = rest.dropFirst(written)
    }
  }
}

extension Source {
  /// A script from a file or a notebook, or from standard input for `-`.
  convenience init(reading path: String) throws {
    do {
      if path.hasSuffix(".ipynb") {
        let data = try Data(readingFile: path, most: Self.longest)
        let script = try NotebookScript(data, path: path)
        try self.init(name: "\(path), as a script", bytes: Array(script.text.utf8))
        return
      }
      let bytes =
        path == "-"
        ? try Processes.first { () throws(FileError) in
          try Data(reading: 0, called: "standard input", most: Self.longest)
        }
        : try Data(readingFile: path, most: Self.longest)
      try self.init(name: path == "-" ? "standard input" : path, bytes: Array(bytes))
    } catch let error as FileError {
      throw Diagnostic("cannot read: \(error.reason)", name: path, phase: .running)
    }
  }
}
