import Numerics

/// The names and values of a CIF (Hall, Allen and Brown, Acta Cryst. 1991, A47, 655,
/// doi:10.1107/S010876739101067X), of its first block.
struct CIFData {
  /// Names in small letters with `_` for `.`, so that mmCIF reads alike; single values are columns
  /// of one.
  private(set) var columns: [String: [Substring]] = [:]
  private(set) var name = ""

  func value(_ name: String) -> String? { columns[name]?.first.map(String.init) }

  init(_ text: String) {
    var tokens = Self.tokens(text)[...]
    while let token = tokens.popFirst() {
      let word = token.isQuoted ? "" : token.text.lowercased()
      if word.hasPrefix("data_") {
        if !name.isEmpty { break }
        name = String(token.text.dropFirst(5))
      } else if word == "loop_" {
        var names: [String] = []
        while let next = tokens.first, Self.isName(next) {
          names.append(Self.plain(tokens.removeFirst().text))
        }
        var values: [Substring] = []
        while let next = tokens.first, Self.isValue(next) {
          values.append(tokens.removeFirst().text)
        }
        guard !names.isEmpty else { continue }
        for (place, name) in names.enumerated() {
          let rows = values.count / names.count
          columns[name] = (0..<rows).map { values[$0 * names.count + place] }
        }
      } else if Self.isName(token), let next = tokens.first, Self.isValue(next) {
        columns[Self.plain(token.text)] = [tokens.removeFirst().text]
      }
    }
  }

  private struct Token {
    let text: Substring
    let isQuoted: Bool
  }

  private static func plain(_ name: Substring) -> String {
    name.lowercased().replacing(".", with: "_")
  }

  private static func isName(_ token: Token) -> Bool {
    !token.isQuoted && token.text.hasPrefix("_")
  }

  private static func isValue(_ token: Token) -> Bool {
    if token.isQuoted { return true }
    let word = token.text.lowercased()
    return !word.hasPrefix("_") && word != "loop_" && !word.hasPrefix("data_")
      && !word.hasPrefix("save_")
  }

  /// Words, quoted texts and texts between lines that begin with a semicolon; no comments.
  private static func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var isText = false
    for line in text.fileLines {
      if line.hasPrefix(";") {
        if !isText { tokens.append(Token(text: line.dropFirst(), isQuoted: true)) }
        isText.toggle()
        continue
      }
      if isText { continue }
      var rest = line.trimmed
      while let first = rest.first, first != "#" {
        if first == "'" || first == "\"" {
          let body = rest.dropFirst()
          // A quote ends the text only where white space follows it.
          let end = body.indices.first { index in
            let next = body.index(after: index)
            return body[index] == first && (next == body.endIndex || body[next].isWhitespace)
          }
          tokens.append(Token(text: body[..<(end ?? body.endIndex)], isQuoted: true))
          rest = end.map { body[body.index(after: $0)...] } ?? ""
        } else {
          let word = rest.prefix { !$0.isWhitespace }
          tokens.append(Token(text: word, isQuoted: false))
          rest = rest[word.endIndex...]
        }
        rest = rest.drop(while: \.isWhitespace)
      }
    }
    return tokens
  }
}
