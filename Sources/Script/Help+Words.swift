extension Help {
  /// What a word of the language is, by an example: `?for`, `?record`.
  public func word(_ name: String) -> String? {
    Self.words.first { $0.names.contains(name) }.map { word in
      "\(word.names[0]): \(word.summary)\n\n"
        + word.example.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    }
  }

  /// The names of all of them.
  public static var wordNames: [String] { words.flatMap(\.names) }

  /// Each example is a script that runs.
  static let words: [(names: [String], summary: String, example: String)] = [
    (
      ["if", "else"], "do something only where a condition holds",
      "rw = 0.2\nif rw < 0.1 { print \"good\" } else if rw < 0.3 { print \"fair\" } else { print \"poor\" }"
    ),
    (
      ["for", "in", "continue", "break"], "go through a list, a range, a table or a record",
      "for n in 1..3 { print n ^ 2 }\nfor i, name in [\"a\", \"b\"] { print i, name }"
    ),
    (["while"], "go on as long as a condition holds", "n = 1\nwhile n < 100 { n = n * 2 }"),
    (
      ["def", "return"], "make a function",
      "def radius(atoms, bond: 2.88) { return bond * atoms ^ (1 / 3) / 2 }\nprint radius(55)"
    ),
    (
      ["function", "=>"], "a function without a name, to hand to map, filter or one of yours",
      "print [1, 2, 3].map(x => x / 2)\nlarger = (a, b) => max(a, b)"
    ),
    (
      ["try"], "go on where an error would end the work",
      "x = try number(\"no number\") else none\ntry { print [1][5] } else e { print e.message }"
    ),
    (
      ["record"], "values by name",
      "r = {name: \"s1\", temperature: 210}\nprint r.name, {…r, temperature: 300}"
    ),
    (
      ["list"], "values in order, counted from 0; a comprehension makes one of another",
      "xs = [3, 1, 2]\nprint xs[0], xs[-1], xs[0..1], [x ^ 2 for x in xs if x > 1]"
    ),
    (
      ["range", "by"], "numbers at equal distances, both ends included", "print 1..5, 0..1 by 0.25"
    ),
    (
      ["text"], "letters in quotes, with values put in by \\( )",
      "n = 55\nprint \"an icosahedron of \\(n) atoms\", \"abc\"[0..1]"
    ),
    (["use"], "run another script, whose functions and variables stay", "use \"other.deep\""),
    (["and", "or", "not"], "join conditions", "x = 3\nprint x > 1 and not (x == 2 or x == 4)"),
    (["none"], "no value, such as what try gives for a lost file", "x = none\nprint x == none"),
  ]
}
