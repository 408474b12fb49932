// The contents of what the kernel sends, as the protocol spells them.

struct OK: Encodable {
  let status = "ok"
}

struct ErrorReply: Encodable {
  let status = "error"
  let ename: String
  let evalue: String
  let traceback: [String]
  var execution_count: Int?

  init(_ failure: Failure, count: Int? = nil) {
    ename = failure.name
    evalue = failure.message
    traceback = failure.lines
    execution_count = count
  }
}

struct Aborted: Encodable {
  let status = "aborted"
  let execution_count: Int
}

struct Status: Encodable {
  let execution_state: String
}

struct KernelInfoReply: Encodable {
  struct Link: Encodable {
    let text: String
    let url: String
  }
  struct LanguageInfo: Encodable {
    let name: String
    let version: String
    let mimetype: String
    let file_extension: String
    let pygments_lexer: String
    let codemirror_mode: String
    let nbconvert_exporter = "script"
  }

  let status = "ok"
  let protocol_version = Composer.protocolVersion
  let implementation: String
  let implementation_version: String
  let language_info: LanguageInfo
  let banner: String
  let debugger = false
  let supported_features: [String] = []
  let help_links: [Link] = []
}

struct ExecuteInput: Encodable {
  let code: String
  let execution_count: Int
}

struct ExecuteReply: Encodable {
  struct Payload: Encodable {
    let source = "ask_exit"
    let keepkernel = false
  }
  /// One of the client's expressions: what it comes to, or why not.
  enum Expression: Encodable {
    case value(Shown)
    case failure(ErrorReply)

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .value(let shown): try shown.encode(to: encoder)
      case .failure(let error): try error.encode(to: encoder)
      }
    }
  }

  let status = "ok"
  let execution_count: Int
  let user_expressions: [String: Expression]
  let payload: [Payload]
}

struct Stream: Encodable {
  let name: String
  let text: String
}

/// Something to be seen, in several forms.
struct Shown: Encodable {
  struct Transient: Encodable {
    let display_id: String
  }

  var status: String?
  let data: [String: String]
  let metadata: [String: [String: Int]]
  var execution_count: Int?
  var transient: Transient?

  init(_ bundle: Bundle) {
    data = bundle.data
    metadata = bundle.metadata
  }
}

struct CompleteReply: Encodable {
  struct Metadata: Encodable {
    /// What JupyterLab shows beside each word; the name is IPython's.
    let _jupyter_types_experimental: [Kind]
  }
  struct Kind: Encodable {
    let start: Int
    let end: Int
    let text: String
    let type: String
  }

  let status = "ok"
  let matches: [String]
  let cursor_start: Int
  let cursor_end: Int
  let metadata: Metadata
}

struct InspectReply: Encodable {
  let status = "ok"
  let found: Bool
  let data: [String: String]
  let metadata: [String: String] = [:]
}

struct IsCompleteReply: Encodable {
  let status: String
  var indent: String?
}

struct HistoryReply: Encodable {
  /// One entry: `[session, number, input]`, or with `[input, output]`.
  struct Entry: Encodable {
    let session: Int
    let number: Int
    let input: String
    let isWithOutput: Bool

    func encode(to encoder: any Encoder) throws {
      var list = encoder.unkeyedContainer()
      try list.encode(session)
      try list.encode(number)
      guard isWithOutput else { return try list.encode(input) }
      var pair = list.nestedUnkeyedContainer()
      try pair.encode(input)
      try pair.encodeNil()
    }
  }

  let status = "ok"
  let history: [Entry]
}

struct CommInfoReply: Encodable {
  let status = "ok"
  let comms: [String: String] = [:]
}

struct CommClose: Encodable {
  let comm_id: String
  let data: [String: String] = [:]
}

struct ShutdownReply: Encodable {
  let status = "ok"
  let restart: Bool
}

struct Welcome: Encodable {
  let subscription: String
}
