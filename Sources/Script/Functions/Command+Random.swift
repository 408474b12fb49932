import Glibc

extension Command {
  static let randomFunctions: [Command] = [
    Command(
      "random", "random numbers between 0 and 1, drawn one after the other",
      Parameter<Int?>("count", labelled: false, shown: "one number", "how many, as a list"),
      Parameter<UInt64?>("seed", shown: "goes on from the last", "start of the random numbers"),
      form: .function, topic: "random",
      examples: ["print random()", "print random(3, seed: 1)"]
    ) { session, count, seed in
      try draw(session, count, seed) { Double.random(in: 0..<1, using: &$0) }
    },
    Command(
      "normal", "random numbers with mean 0 and deviation 1",
      Parameter<Int?>("count", labelled: false, shown: "one number", "how many, as a list"),
      Parameter<UInt64?>("seed", shown: "goes on from the last", "start of the random numbers"),
      form: .function, topic: "random", examples: ["print mean(normal(1000))"]
    ) { session, count, seed in
      try draw(session, count, seed) { random in
        // Box and Muller; 1 − u keeps the logarithm's argument above 0.
        let radius = (-2 * Glibc.log(1 - Double.random(in: 0..<1, using: &random))).squareRoot()
        return radius * Glibc.cos(2 * Double.pi * Double.random(in: 0..<1, using: &random))
      }
    },
  ]

  private static func draw(
    _ session: Session, _ count: Int?, _ seed: UInt64?, _ one: (inout SeededRandom) -> Double
  ) throws -> Value {
    var random = seed.map { SeededRandom(seed: $0) } ?? session.random
    defer { if seed == nil { session.random = random } }
    guard let count else { return .number(one(&random)) }
    guard (0...10_000_000).contains(count) else {
      throw Complaint("how many is a number from 0 to 10000000, not \(count)", argument: "count")
    }
    return .list((0..<count).map { _ in .number(one(&random)) })
  }
}
