import Foundation

/// Seconds of wall clock and of all cores together, the best of several runs.
struct Stopwatch {
  let wall: Double
  let cpu: Double

  /// - Parameter spending: keep measuring for about so many seconds.
  init(spending: Double = 0.5, _ work: () throws -> Void) rethrows {
    var (wall, cpu) = (Double.infinity, Double.infinity)
    let begin = Self.now(CLOCK_MONOTONIC)
    repeat {
      let (w, c) = (Self.now(CLOCK_MONOTONIC), Self.now(CLOCK_PROCESS_CPUTIME_ID))
      try work()
      wall = min(wall, Self.now(CLOCK_MONOTONIC) - w)
      cpu = min(cpu, Self.now(CLOCK_PROCESS_CPUTIME_ID) - c)
    } while Self.now(CLOCK_MONOTONIC) - begin < spending
    self.wall = wall
    self.cpu = cpu
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// Three significant figures.
func figures(_ x: Double) -> String { String(format: x >= 1000 ? "%.0f" : "%.3g", x) }

/// Milliseconds with three significant figures.
func ms(_ seconds: Double) -> String { figures(seconds * 1e3) + " ms" }

/// A line of columns.
func line(_ cells: String...) {
  print(
    cells.map { $0.padding(toLength: max(18, $0.count + 1), withPad: " ", startingAt: 0) }
      .joined())
}

/// How cost grows with size between two measurements: the power of the number of atoms.
struct Growth {
  private var last: (size: Double, cost: Double)?

  mutating func callAsFunction(_ size: Int, _ cost: Double) -> String {
    defer { last = (Double(size), cost) }
    guard let last else { return "–" }
    return "N^" + String(format: "%.2f", log(cost / last.cost) / log(Double(size) / last.size))
  }
}

/// Ends the run where a result is wrong: a fast wrong answer is no benchmark.
func check(_ isRight: Bool, _ what: String) {
  if !isRight {
    print("wrong result: \(what)")
    exit(1)
  }
}
