import Foundation
import Numerics

/// Tries the doors of the program with inputs made of the tests' own.
///
///     fuzz NAME [COUNT] [--seed N] [--first N] [--seeds FOLDER]
///
/// A child process runs them, number after number; each is written down before it is let in. Where
/// the child dies, or takes more than ten seconds of its own time for one, that input is kept as a
/// finding, and another child goes on behind it. A build that measures what an input reaches lets
/// libFuzzer make the inputs instead.
#if !COVERAGE
  @main
#endif
struct Fuzz {
  static func main() {
    guard let options = Options(Array(CommandLine.arguments.dropFirst())) else { refuse() }
    if options.isChild { Child(options).run() }
    run(options)
  }

  static func refuse() -> Never {
    print("usage: fuzz \(Kind.allCases.map(\.rawValue).joined(separator: "|")) [COUNT] [--seed N]")
    exit(64)
  }

  private static func run(_ given: Options) -> Never {
    var options = given
    let start = Date()
    var findings: [String] = []
    let (first, end) = (options.first, options.first + options.count)
    while options.first < end {
      let status = child(options, until: end)
      guard status != 0 else {
        options.first = end
        break
      }
      let number = options.progress ?? options.first
      findings.append(options.keep(number: number, status: status))
      print("  \(findings.last ?? "")")
      fflush(nil)  // also into a log
      options.first = number + 1
      if findings.count >= 50 { break }
    }
    let seconds = Date().timeIntervalSince(start)
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    let count = options.first - first
    let rate = Double(count) / max(seconds, 0.001)
    print(
      "\(options.kind.rawValue): \(count) inputs from \(first), seed \(options.seed), "
        + "\(findings.count) findings, \(String(format: "%.0f", rate)) a second, "
        + "\(usage.ru_maxrss >> 10) MB at most")
    try? FileManager.default.removeItem(atPath: options.folder)
    exit(findings.isEmpty ? 0 : 1)
  }

  /// Runs a child and returns its status, or 128 and the signal that ended it.
  private static func child(_ options: Options, until end: Int) -> Int32 {
    let child = Process()
    child.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    child.arguments = options.arguments(until: end)
    child.standardOutput = FileHandle.nullDevice
    child.standardError = FileHandle.nullDevice
    child.environment = ProcessInfo.processInfo.environment.merging(
      ["SWIFT_BACKTRACE": "enable=no", "DEEPSTRUC_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"]
    ) { $1 }
    do { try child.run() } catch { return 1 }
    child.waitUntilExit()
    return child.terminationReason == .uncaughtSignal
      ? 128 + child.terminationStatus : child.terminationStatus
  }
}
