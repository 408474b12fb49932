extension Completion {
  /// What is open at the end of a text: a quotation, a call.
  struct Context {
    /// The offset behind the quotation mark of an open text.
    private(set) var openQuote: Int?
    /// The command or function whose arguments are being written.
    private(set) var command: String?
    /// The labels that its arguments have so far.
    private(set) var labels: [String] = []
    /// How many arguments stand before the one that is being written.
    private(set) var position = 0
    /// The offsets where its name and its arguments begin.
    private(set) var start = 0
    private(set) var arguments = 0
    /// A value and a dot stand before its name.
    private(set) var isMethod = false

    private struct Level {
      var command: String?
      var labels: [String] = []
      var commas = 0
      var start = 0
      var arguments = 0
      /// The level is a text, a bracket, or `\(`.
      var isText = false
      var quote = 0
    }

    init(_ bytes: [UInt8]) {
      var levels = [Level()]
      var i = 0
      var name: String?
      var nameStart = 0
      var atStart = true
      while i < bytes.count {
        let byte = bytes[i]
        if levels[levels.count - 1].isText {
          if byte == UInt8(ascii: "\\"), i + 1 < bytes.count {
            if bytes[i + 1] == UInt8(ascii: "(") { levels.append(Level()) }
            i += 2
            continue
          }
          if byte == UInt8(ascii: "\"") { levels.removeLast() }
          i += 1
          continue
        }
        if Self.isNamePart(byte) {
          let start = i
          nameStart = i
          while i < bytes.count, Self.isNamePart(bytes[i]) { i += 1 }
          name = String(decoding: bytes[start..<i], as: UTF8.self)
          let followed = i < bytes.count && bytes[i] == UInt8(ascii: " ")
          if atStart, followed {
            levels[levels.count - 1].command = name
            levels[levels.count - 1].start = start
            levels[levels.count - 1].arguments = i + 1
            levels[levels.count - 1].commas = 0
          }
          atStart = false
          continue
        }
        switch byte {
        case UInt8(ascii: "\""): levels.append(Level(isText: true, quote: i + 1))
        case UInt8(ascii: "("):
          levels.append(Level(command: name, start: nameStart, arguments: i + 1))
        case UInt8(ascii: ","): levels[levels.count - 1].commas += 1
        case UInt8(ascii: "["): levels.append(Level())
        case UInt8(ascii: "{"):
          levels.append(Level())
          atStart = true
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
          if levels.count > 1 { levels.removeLast() }
        case UInt8(ascii: ":"):
          if let name { levels[levels.count - 1].labels.append(name) }
        case UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: "="):
          if levels.count == 1 || byte != UInt8(ascii: "\n") {
            levels[levels.count - 1].command = nil
            levels[levels.count - 1].labels = []
          }
          atStart = true
        default: break
        }
        if byte != UInt8(ascii: " ") { name = nil }
        i += 1
      }
      if let last = levels.last, last.isText {
        openQuote = last.quote
        levels.removeLast()
      }
      // A bracket of its own inside a call, such as a list, does not end the call.
      let call = levels.last { $0.command != nil }
      command = call?.command
      labels = call?.labels ?? []
      position = call?.commas ?? 0
      start = call?.start ?? 0
      arguments = call?.arguments ?? 0
      isMethod = start > 0 && bytes[start - 1] == UInt8(ascii: ".")
    }

    static func isNamePart(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
        true
      default: false
      }
    }

    /// Where the chain of names, fields and indices at the end of a text begins.
    static func startOfChain(_ text: String) -> String.Index {
      var index = text.endIndex
      var depth = 0
      while index > text.startIndex {
        let before = text.index(before: index)
        let character = text[before]
        if character == "]" {
          depth += 1
        } else if character == "[" {
          guard depth > 0 else { return index }
          depth -= 1
        } else if depth == 0, character != ".", !character.utf8.allSatisfy(isNamePart) {
          return index
        }
        index = before
      }
      return index
    }
  }
}
