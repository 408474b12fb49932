import Foundation
import Numerics
import Script
import Workbench

/// A door through which inputs of strangers come, and what passes through it.
protocol Target {
  /// Makes an input; the same random numbers give the same one.
  func input(from random: inout RandomGenerator) -> [UInt8]
  /// Lets an input in. It may refuse it; it must come back.
  func run(_ input: [UInt8])
}

/// Files that `load` reads.
struct FileTarget: Target {
  private let mutator: Mutator
  private let path: String
  private let session: Session

  /// - Parameters:
  ///   - ending: of the files.
  ///   - folder: where an input lies while it is read.
  init(_ ending: String, seeds: [[UInt8]], words: [String], folder: String) {
    mutator = Mutator(seeds: seeds, words: words)
    path = "\(folder)/input.\(ending)"
    session = Session(commands: Command.workbench)
  }

  func input(from random: inout RandomGenerator) -> [UInt8] { mutator.input(from: &random) }

  func run(_ input: [UInt8]) {
    guard FileManager.default.createFile(atPath: path, contents: Data(input)) else { return }
    session["x"] = nil
    try? session.run(Source(name: "fuzz", text: "x = load \"\(path)\"\nx\nprint x"))
    // All that can be asked of what was read.
    guard case .object(let object)? = session["x"] else { return }
    for name in object.allFieldNames { _ = (try? object.field(name))?.map(\.text) }
  }
}

/// Scripts in the language, without commands of the domain.
struct ScriptTarget: Target {
  let mutator: Mutator
  let clock: Clock

  func input(from random: inout RandomGenerator) -> [UInt8] { mutator.input(from: &random) }

  func run(_ input: [UInt8]) {
    let session = Session(interrupt: clock.interrupt)
    guard let source = try? Source(name: "fuzz", bytes: input),
      let program = try? session.parse(source)
    else { return }
    _ = session.problems(in: program).map(\.description)
    clock.start()
    do { try session.run(program) } catch { _ = "\(error)" }
    clock.stop()
  }
}

/// What is typed at the prompt: completion, help, and whether an entry goes on.
struct PromptTarget: Target {
  let mutator: Mutator
  private let session = {
    let session = Session(commands: Command.workbench)
    try? session.run(
      Source(name: "fuzz", text: "c = icosahedron \"Au\", shells: 2\nt = table([\"a\"], [[1]])"))
    return session
  }()

  init(_ mutator: Mutator) { self.mutator = mutator }

  func input(from random: inout RandomGenerator) -> [UInt8] { mutator.input(from: &random) }

  func run(_ input: [UInt8]) {
    let text = String(decoding: input.prefix(2000), as: UTF8.self)
    _ = Completion(session).candidates(after: text)
    let source = Source(name: "1>", text: text)
    do {
      _ = Highlight.parts(
        of: source, in: Span(0, source.bytes.count), commands: session.commands)
      _ = try session.parse(source)
    } catch { _ = "\(error)" }
    let help = Help(session.commands)
    _ = (help.page(text), help.longPage(text), help.search(text), help.suggestion(for: text))
  }
}

/// Calls of all commands with arguments of all kinds.
struct CallTarget: Target {
  let clock: Clock
  private let session: Session
  private let commands = Command.workbench.filter { !["save", "exists"].contains($0.name) }

  private static let numbers = [
    "0", "-1", "1", "2", "3", "0.5", "1e-9", "1e9", "1e300", "-1e300", "0/0", "1/0", "-1/0", "2^63",
    "-2^63", "2^53", "7", "20",
  ]
  private static let others = [
    "c", "cs", "p", "m", "d", "d.training", "k", "g", "f", "t", "none", "true", "\"\"", "\"Au\"",
    "\"type\"", "\"scale\"", "\"a\\u{301}'`\"", "[]", "[1, 2]", "[1, 0/0]", "[[1], [2]]", "1..3",
    "3..1", "0..1 by 1e-3", "-1e300..1e300", "one", "far",
  ]

  init(folder: String, model: String?, clock: Clock) {
    self.clock = clock
    session = Session(commands: Command.workbench, interrupt: clock.interrupt)
    chdir(folder)
    let begin = """
      c = icosahedron "Au", shells: 2
      cs = [c, fcc("Au", layers: [1, 2, 2])]
      p = simulate c, rstep: 0.1
      k = catalogue "mmnp", atoms: 5..8, element: "Au"
      d = dataset k
      t = table(["a", "b"], [[1, 2], [0/0, 3]])
      f = refine c, against: p
      """
    try? session.run(Source(name: "begin", text: begin))
    if let model {
      try? session.run(
        Source(name: "begin", text: "m = load \"\(model)\"; g = infer m, p, samples: 3"))
    }
    // An atom alone, and atoms a long way apart.
    for (name, atoms) in [("one", "1\n\nAu 0 0 0\n"), ("far", "2\n\nAu 0 0 0\nAu 999999 0 0\n")] {
      try? atoms.write(wholeFile: "\(folder)/\(name).xyz")
      try? session.run(Source(name: "begin", text: "\(name) = load \"\(folder)/\(name).xyz\""))
    }
  }

  func input(from random: inout RandomGenerator) -> [UInt8] {
    let command = random.element(of: commands)
    let arguments = command.parameters.flatMap { parameter -> [String] in
      guard parameter.isRequired || random.uniform() < 0.3 else { return [] }
      let label = parameter.place == .label ? "\(parameter.label): " : ""
      return [label + value(for: parameter, from: &random)]
    }
    return Array("x = \(command.name)(\(arguments.joined(separator: ", ")))\nx\n".utf8)
  }

  private func value(for parameter: ParameterInfo, from random: inout RandomGenerator) -> String {
    if random.uniform() < 0.1 { return random.element(of: Self.others + Self.numbers) }
    if !parameter.choices.isEmpty { return "\"\(random.element(of: parameter.choices))\"" }
    let suiting: [String: [String]] = [
      "cluster": ["c", "one", "far", "cs[1]"], "PDF": ["p"], "model": ["m"], "catalogue": ["k"],
      "data set": ["d"], "table": ["t"], "element": ["\"Au\"", "\"Xe\"", "\"Mo\""],
      "text": ["\"Au\"", "\"ABCAB\"", "\"\"", "\"x.gr\""],
    ]
    let name = parameter.typeName
    if let values = suiting[name] { return random.element(of: values) }
    if name.contains("number"), name.contains("list") {
      return "[\(random.element(of: Self.numbers)), \(random.element(of: Self.numbers)), 2]"
    }
    if name.contains("number") { return random.element(of: Self.numbers) }
    if name == "range" {
      return "\(random.element(of: Self.numbers))..\(random.element(of: Self.numbers))"
    }
    return random.element(of: Self.others)
  }

  func run(_ input: [UInt8]) {
    clock.start()
    do { try session.run(Source(name: "fuzz", bytes: input)) } catch { _ = "\(error)" }
    clock.stop()
  }
}
