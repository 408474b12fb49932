import Numerics

/// Everything a script can see and change: variables, seed, output, folders.
///
/// A session belongs to one thread; its `interrupt` may be used from any.
public final class Session {
  public let commands: CommandSet

  /// The start of all random numbers, unless a command is given another.
  public var seed: UInt64 = 37 { didSet { random = RandomGenerator(seed: seed) } }
  /// The numbers that `random` draws.
  public var random = RandomGenerator(seed: 37)

  /// Takes what scripts print, line ends included.
  public var output: (String) -> Void
  /// Takes warnings and progress.
  public var errors: (String) -> Void
  /// Whether people read the output as it comes; else there is no colour and no progress.
  public var isTerminal = false
  /// Characters in a line of the terminal.
  public var width = 80
  /// Results are shown as lines of JSON.
  public var printsJSON = false
  /// Only errors and what scripts print.
  public var isQuiet = false
  /// Where `load` looks, in this order; paths, "" for the working folder.
  public var folders = [""]
  /// What a value alone in a script comes to; by default its sentence is printed.
  public var onValue: ((Value) -> Void)?
  /// Takes the line that tells how far long work has come, from any thread, and nil where the work
  /// has ended; by default the line stands in the terminal.
  public var onProgress: ((String?) -> Void)?
  public let interrupt: Interrupt
  /// The program's name and version, for what it writes.
  public var program = "deepstruc"
  /// Tells that work goes on, while something runs at a terminal.
  var waitLine: WaitLine?
  /// The command that runs.
  var caller: (source: Source, span: Span)?
  var memory = MemoryLimit()

  private var globals: [Value?] = []
  var functions: [Symbol: Function] = [:]
  /// The scripts that ran by `use`, with their text.
  var used: [String: [UInt8]] = [:]
  /// Where a value was found that nothing uses.
  var hinted: Set<String> = []

  /// A session with the commands of the language and further ones.
  public init(
    commands: [Command] = [], beginning: [String] = [],
    output: @escaping (String) -> Void = { _ in },
    errors: @escaping (String) -> Void = { _ in }, interrupt: Interrupt = Interrupt()
  ) {
    self.commands = CommandSet(Command.builtin + commands, beginning: beginning)
    self.output = output
    self.errors = errors
    self.interrupt = interrupt
  }

  // MARK: Running

  /// Parses a script and runs it; values alone are shown.
  ///
  /// - Throws: `Diagnostic` with the place, or `Interrupted`.
  public func run(_ source: Source) throws {
    try run(try parse(source))
  }

  public func run(_ program: Program) throws {
    waitLine = shownOnTheWay.map { show in
      // A line goes to the terminal in one piece from any thread.
      nonisolated(unsafe) let show = show
      return WaitLine { show($0) }
    }
    defer {
      waitLine?.end()
      waitLine = nil
    }
    try Interrupt.$running.withValue(interrupt) {
      try Interpreter(self, program.source).run(program, shows: true)
    }
  }

  /// - Throws: `Diagnostic`.
  public func parse(_ source: Source) throws -> Program {
    try Parser.program(source, commands: commands)
  }

  /// What is wrong with a script as far as can be told without running it.
  public func problems(in program: Program) -> [Diagnostic] { Check(program, self).problems }

  // MARK: Variables

  /// The variables' names, sorted.
  public var variableNames: [String] {
    globals.indices.filter { globals[$0] != nil }.map { Symbol(id: $0).name }.sorted()
  }

  public subscript(name: String) -> Value? {
    get { value(of: Symbol(name)) }
    set { set(Symbol(name), newValue) }
  }

  @inline(__always)
  func value(of symbol: Symbol) -> Value? {
    symbol.id < globals.count ? globals[symbol.id] : nil
  }

  func set(_ symbol: Symbol, _ value: Value?) {
    if symbol.id >= globals.count {
      globals += Array(repeating: nil, count: symbol.id + 1 - globals.count)
    }
    globals[symbol.id] = value
  }

  /// The names of the functions made with `def`.
  public var functionNames: [String] { functions.keys.map(\.name).sorted() }

  /// How they are called: `radius(n)`.
  public var functionUsages: [String] { functions.values.map(\.usage).sorted() }
}
