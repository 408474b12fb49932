extension Kernel {
  func completion(_ request: CursorRequest) -> CompleteReply {
    let (before, after) = request.halves
    let found = language.completions(before: before, after: after)
    let end = before.unicodeScalars.count
    let start = end - found.replaced
    return CompleteReply(
      matches: found.words.map(\.text), cursor_start: start, cursor_end: end,
      metadata: .init(
        _jupyter_types_experimental: found.words.map {
          .init(start: start, end: end, text: $0.text, type: $0.kind)
        }))
  }

  /// The cells of this session, which is number 1; those before it are not kept.
  func history(_ request: HistoryRequest) -> HistoryReply {
    var found = history
    switch request.hist_access_type {
    case "range":
      let isThis = [0, 1].contains(request.session ?? 0)
      let range = (request.start ?? 1)..<max(request.stop ?? .max, request.start ?? 1)
      found = isThis ? found.filter { range.contains($0.number) } : []
    case "search":
      let pattern = Array((request.pattern ?? "*").unicodeScalars)
      found = found.filter { Self.matches(Array($0.code.unicodeScalars), pattern) }
      if request.unique == true {
        let last = Dictionary(found.map { ($0.code, $0.number) }) { $1 }
        found = found.filter { last[$0.code] == $0.number }
      }
      found = request.n.map { found.suffix(max($0, 0)) } ?? found
    default:
      found = request.n.map { found.suffix(max($0, 0)) } ?? found
    }
    return HistoryReply(
      history: found.map {
        .init(session: 1, number: $0.number, input: $0.code, isWithOutput: request.output == true)
      })
  }

  /// Whether a text is of a pattern in which `*` stands for anything and `?` for one character.
  package static func matches(_ text: [Unicode.Scalar], _ pattern: [Unicode.Scalar]) -> Bool {
    var (i, j) = (0, 0)
    var star: (pattern: Int, text: Int)?
    while i < text.count {
      if j < pattern.count, pattern[j] == "*" {
        star = (j, i)
        j += 1
      } else if j < pattern.count, pattern[j] == "?" || pattern[j] == text[i] {
        i += 1
        j += 1
      } else if let last = star {
        // The last star takes one character more.
        star = (last.pattern, last.text + 1)
        i = last.text + 1
        j = last.pattern + 1
      } else {
        return false
      }
    }
    return pattern[j...].allSatisfy { $0 == "*" }
  }
}

extension IsCompleteReply {
  init(_ completeness: Completeness) {
    switch completeness {
    case .complete: self.init(status: "complete")
    case .incomplete(let indent): self.init(status: "incomplete", indent: indent)
    case .invalid: self.init(status: "invalid")
    }
  }
}

extension KernelInfoReply {
  init(_ language: any Language) {
    implementation = language.name
    implementation_version = language.version
    language_info = LanguageInfo(
      name: language.name, version: language.version, mimetype: "text/x-\(language.name)",
      file_extension: ".deep", pygments_lexer: "text", codemirror_mode: language.name)
    banner = language.banner
  }
}

extension String {
  /// For a message: at most 60 characters.
  var shortened: String { count > 60 ? prefix(59) + "…" : self }
}
