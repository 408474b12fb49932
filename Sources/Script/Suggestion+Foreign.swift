extension Suggestion {
  /// What a word of other languages is here.
  static func foreign(_ word: String) -> String? { foreignWords[word] }

  private static let foreignWords: [String: String] = {
    var words: [String: String] = [:]
    func add(_ names: String, _ hint: String) {
      for name in names.split(separator: " ") { words[String(name)] = hint }
    }
    add("True TRUE", "write true")
    add("False FALSE", "write false")
    add("null nil None NULL NaN", "write none")
    add("len length size", "write count(…), or .count behind a list")
    add("range linspace", "a range is written 1..10, or 0..1 by 0.1")
    add("let var const set", "a name gets a value by name = value")
    add("function func fn fun", "a function begins with def name(…) {")
    add("import include source", "another script is run by use \"file.deep\"")
    add("elif elseif elsif", "write } else if … {")
    add("end endif endfor done fi", "a block ends with }")
    add("mod", "the rest of a division is written a % b")
    add("echo printf println disp display", "write print")
    add("str string", "write text(…)")
    add("int float", "write number(…), or floor(…)")
    add("exit quit", "a script ends at its end; at the prompt, :quit leaves")
    add("inf infinity Inf", "write 1/0")
    add("average avg", "write mean(…)")
    add("std stdev stddev", "write deviation(…)")
    add("ln", "write log(…), the natural logarithm")
    add("push add", "write append(list, value)")
    add("lambda", "a function without a name is written x => x ^ 2")
    add("ls dir pwd cd", "at the prompt, :ls lists files, :cd goes to a folder")
    add("man", "at the prompt, ?name tells about a command")
    return words
  }()
}
