import Script
import Testing

/// A small object, as a module of the domain would make one.
struct Particle: ScriptObject, Equatable {
  static let typeName = "particle"
  static let fields: [Field<Particle>] = [
    Field("count", "number of atoms") { $0.count },
    Field("bond", unit: "Å", "bond length") { $0.bond },
  ]
  var count: Int
  var bond: Double
  var summary: String { "particle of \(count) atoms" }
}

enum Shape: String, ScriptChoice { case fcc, hcp }

extension Command {
  static let particle = Command(
    "particle", "a particle",
    Parameter<Int>("count", "number of atoms"),
    Parameter("bond", default: 2.5, unit: "Å", "bond length"),
    Parameter("shape", default: Shape.fcc, "how it is packed"),
    topic: "particles",
    examples: ["p = particle 13, bond: 2.6", #"print particle(13, shape: "hcp")"#]
  ) { _, count, bond, _ in
    guard count > 0 else {
      throw Complaint("a particle has at least one atom, not \(count)", argument: "count")
    }
    return Particle(count: count, bond: bond)
  }

  static let weigh = Command(
    "weigh", "the atoms of particles",
    Parameter<OneOrMany<Particle>>("particles", "what to weigh"),
    Parameter<ClosedRange<Double>?>("atoms", "only these sizes"),
    Parameter<Particle>("against", labelled: true, "what to compare with"),
    Parameter.seed,
    topic: "particles"
  ) { session, particles, atoms, other, seed in
    "\(particles.values.count) \(atoms.map { "\($0.lowerBound)" } ?? "all") \(other.count) \(seed)"
  }
}

struct CommandTests {
  private func run(_ code: String) throws -> String {
    var output = ""
    let session = Session(commands: [.particle, .weigh], output: { output += $0 })
    try session.run(Source(name: "t", text: code))
    return output
  }

  @Test(arguments: [
    ("p = particle 13\nprint p.count, p.bond", "13 2.5\n"),
    ("print particle(13, bond: 3).bond", "3\n"),
    ("print particle(13)", "particle of 13 atoms\n"),
    ("print particle(13) == particle(13), particle(13) == particle(12)", "true false\n"),
    ("print weigh(particle(13), against: particle(2))", "1 all 2 37\n"),
    (
      "print weigh([particle(1), particle(2)], atoms: 5..9, against: particle(2), seed: 4)",
      "2 5.0 2 4\n"
    ),
    ("seed 5; w = weigh particle(1), against: particle(2)\nprint w", "1 all 2 5\n"),
    ("particle 13", "particle of 13 atoms\n"),
  ]) func runs(_ code: String, _ expected: String) throws {
    #expect(try run(code) == expected)
  }

  @Test(
    arguments: [
      ("particle 13, size: 2", "particle has no argument 'size'", nil),
      ("particle 13, bnd: 2", "particle has no argument 'bnd'", "did you mean 'bond'?"),
      ("particle 13, bond: 2, bond: 3", "the argument 'bond' is given twice", nil),
      ("particle", "particle needs the argument 'count': number of atoms", nil),
      (
        "particle 2.5", "the argument 'count' of particle takes a whole number, not the number 2.5",
        nil
      ),
      (
        "particle 2, bond: \"x\"",
        "the argument 'bond' of particle takes a number in Å, not the text \"x\"", nil
      ),
      ("particle 0", "a particle has at least one atom, not 0", nil),
      (
        "particle 2, 3", "particle takes 1 argument without a label",
        "the others have labels: bond, shape"
      ),
      (
        "particle 2, shape: \"fc\"",
        "the argument 'shape' of particle takes one of \"fcc\", \"hcp\", not the text \"fc\"",
        "did you mean 'fcc'?"
      ),
      ("print particle(1).cout", "a particle has no field 'cout'", "did you mean 'count'?"),
      (
        "weigh [particle(1), 2], against: particle(1)",
        "the argument 'particles' of weigh takes a list of particles, "
          + "not a list with the number 2", nil
      ),
    ] as [(String, String, String?)]) func complains(
      _ code: String, _ message: String, _ hint: String?
    ) throws
  {
    let error = try #require(throws: Diagnostic.self) { _ = try run(code) }
    #expect(error.message == message)
    #expect(error.suggestion == hint)
  }

  @Test func everyExampleRuns() throws {
    for command in CommandSet(Session(commands: [.particle]).commands.all).all {
      for example in command.examples {
        #expect(throws: Never.self, "\(command.name): \(example)") { _ = try run(example) }
      }
    }
  }
}
