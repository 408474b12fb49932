import Foundation
import Numerics

/// Tries the doors of the program with inputs made of the tests' own.
///
///     fuzz NAME [COUNT] [--seed N] [--first N] [--seeds FOLDER]
///
/// A child process runs them, number after number; each is written down before it is let in. Where
/// the child dies, or takes more than ten seconds for one, that input is kept as a finding, and
/// another child goes on behind it.
@main
struct Fuzz {
  static func main() {
    guard var options = Options(Array(CommandLine.arguments.dropFirst())) else {
      print(
        "usage: fuzz \(Kind.allCases.map(\.rawValue).joined(separator: "|")) [COUNT] [--seed N]")
      exit(64)
    }
    if options.isChild { Child(options).run() }
    let start = Date()
    var findings: [String] = []
    let (first, end) = (options.first, options.first + options.count)
    while options.first < end {
      let status = child(options, until: end)
      let done = options.progress ?? options.first
      guard status != 0 else { break }
      findings.append(options.keep(number: done, status: status))
      print("  \(findings.last ?? "")")
      options.first = done + 1
      if findings.count >= 50 { break }
    }
    let seconds = Date().timeIntervalSince(start)
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    let rate = Double(end - first) / max(seconds, 0.001)
    print(
      "\(options.kind.rawValue): \(end - first) inputs from \(first), seed \(options.seed), "
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

/// What a run is told.
struct Options {
  let kind: Kind
  var count = 2000
  var seed: UInt64 = 1
  var first = 0
  var seeds: String?
  var isChild = false
  /// Where inputs lie while they are let in: in memory, where there is such a place.
  var folder: String

  init?(_ arguments: [String]) {
    var rest = arguments[...]
    guard let name = rest.popFirst(), let kind = Kind(rawValue: name) else { return nil }
    self.kind = kind
    let memory = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
    folder = "\(memory)/deepstruc-fuzz-\(getpid())"
    while let word = rest.popFirst() {
      switch word {
      case "--seed": seed = rest.popFirst().flatMap(UInt64.init) ?? seed
      case "--first": first = rest.popFirst().flatMap { Int($0) } ?? first
      case "--seeds": seeds = rest.popFirst()
      case "--child":
        isChild = true
        folder = rest.popFirst() ?? folder
      default:
        guard let number = Int(word), number >= 0 else { return nil }
        count = number
      }
    }
    if !isChild {
      try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
  }

  func arguments(until end: Int) -> [String] {
    [
      kind.rawValue, "\(end - first)", "--seed", "\(seed)", "--first", "\(first)", "--child",
      folder,
    ] + (seeds.map { ["--seeds", $0] } ?? [])
  }

  /// The number of the input that a child wrote down last.
  var progress: Int? {
    (try? String(contentsOfFile: folder + "/number", encoding: .utf8)).flatMap { Int($0) }
  }

  /// Keeps the input that ended a child.
  func keep(number: Int, status: Int32) -> String {
    let path = "fuzz-\(kind.rawValue)-\(seed)-\(number).\(kind.ending)"
    let input = FileManager.default.contents(atPath: folder + "/current") ?? Data()
    try? input.write(wholeFile: path)
    let why = status == 128 + SIGALRM ? "took more than 10 s" : "ended with status \(status)"
    return "\(path): \(why)"
  }
}

/// Lets inputs in, one after the other.
struct Child {
  let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> Never {
    // A wild input must not fill the machine.
    var limit = rlimit(rlim_cur: 6 << 30, rlim_max: 6 << 30)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    signal(SIGPIPE, SIG_IGN)
    let target = options.kind.target(options)
    let current = open(options.folder + "/current", O_RDWR | O_CREAT, 0o600)
    let number = open(options.folder + "/number", O_RDWR | O_CREAT, 0o600)
    let random = RandomGenerator(seed: options.seed)
    for i in options.first..<options.first + options.count {
      var own = random.branch(i)
      let input = target.input(from: &own)
      keep(input, in: current)
      keep(Array("\(i)".utf8), in: number)
      alarm(10)
      target.run(input)
      alarm(0)
    }
    exit(0)
  }

  private func keep(_ bytes: [UInt8], in file: Int32) {
    ftruncate(file, 0)
    pwrite(file, bytes, bytes.count, 0)
  }
}
