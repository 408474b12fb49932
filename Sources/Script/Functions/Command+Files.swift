extension Command {
  static let fileFunctions: [Command] = [
    Command(
      "files", "the files whose names match a pattern, in the order of the numbers in them",
      Parameter<String>(
        "pattern", "such as run/*.gr: * is any text, ? a character, [ab] one of some"),
      form: .function, topic: "files",
      help: """
        Sorted by name, where numbers count by their value: `a9.gr` stands before `a10.gr`. Files
        are looked for in the working folder, then where `load` looks; none gives an empty list and
        a warning. `{gr,fgr}` is either.
        """,
      examples: [#"for path in files("*.deep") { print path }"#]
    ) { session, pattern -> [String] in
      let found = session.files(matching: pattern)
      if found.isEmpty { session.warn("no file matches '\(pattern)'") }
      return found
    }
  ]
}
