import Numerics

extension Command {
  static let randomFunctions: [Command] = [
    Command(
      "random", "random numbers between 0 and 1, drawn one after the other",
      Parameter<Int?>("count", labelled: false, shown: "one number", "how many, as a list"),
      Parameter<UInt64?>("seed", shown: "goes on from the last", "start of the random numbers"),
      form: .function, topic: "random",
      examples: ["print random()", "print random(3, seed: 1)"]
    ) { session, count, seed in
      try draw(session, count, seed) { $0.uniform() }
    },
    Command(
      "normal", "random numbers with mean 0 and deviation 1",
      Parameter<Int?>("count", labelled: false, shown: "one number", "how many, as a list"),
      Parameter<UInt64?>("seed", shown: "goes on from the last", "start of the random numbers"),
      form: .function, topic: "random", examples: ["print mean(normal(1000))"]
    ) { session, count, seed in
      try draw(session, count, seed) { $0.normal() }
    },
  ]

  private static func draw(
    _ session: Session, _ count: Int?, _ seed: UInt64?, _ one: (inout RandomGenerator) -> Double
  ) throws -> Value {
    var random = seed.map { RandomGenerator(seed: $0) } ?? session.random
    defer { if seed == nil { session.random = random } }
    guard let count else { return .number(one(&random)) }
    guard (0...10_000_000).contains(count) else {
      throw Complaint("how many is a number from 0 to 10000000, not \(count)", argument: "count")
    }
    return .list(
      try (0..<count).map { _ in
        try session.checkInterrupt()
        return .number(one(&random))
      })
  }
}
