extension Command {
  /// The commands and functions that know nothing but the language.
  static let builtin: [Command] = [
    [print, seed, time, assert, track, clock, help, table],
    listFunctions, textFunctions, numberFunctions, randomFunctions, tableFunctions, fileFunctions,
  ].flatMap { $0 }
}
