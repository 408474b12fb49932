import Foundation
import Numerics

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
    let why =
      [128 + SIGPROF, 128 + SIGALRM].contains(status)
      ? "took more than 10 s" : "ended with status \(status)"
    return "\(path): \(why)"
  }
}
