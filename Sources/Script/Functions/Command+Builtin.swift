extension Command {
  /// The commands and functions that know nothing but the language.
  static let builtin: [Command] = [
    [print, seed, time, clock, help, text, number, table],
    listFunctions, numberFunctions, randomFunctions, tableFunctions, fileFunctions,
  ].flatMap { $0 }
}
