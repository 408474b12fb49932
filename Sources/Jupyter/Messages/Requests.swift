// The contents of what clients send, each as far as it is used here. What may be left out has the
// protocol's default.

struct ExecuteRequest: Decodable {
  let code: String
  let isSilent: Bool
  let isStored: Bool
  let expressions: [String: String]
  let stopsOnError: Bool

  private enum CodingKeys: String, CodingKey {
    case code, silent, store_history, user_expressions, stop_on_error
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    code = try fields.decode(String.self, forKey: .code)
    isSilent = try fields.decodeIfPresent(Bool.self, forKey: .silent) ?? false
    // What is silent is never stored.
    isStored = try !isSilent && fields.decodeIfPresent(Bool.self, forKey: .store_history) ?? true
    expressions =
      try fields.decodeIfPresent([String: String].self, forKey: .user_expressions) ?? [:]
    stopsOnError = try fields.decodeIfPresent(Bool.self, forKey: .stop_on_error) ?? true
  }
}

/// The text up to the cursor is to be completed, or the word at it explained.
package struct CursorRequest: Decodable {
  let code: String
  /// In Unicode scalars; the end where it is left out.
  let cursor_pos: Int?
  /// 1 for all that is known.
  let detail_level: Int?

  /// The code before the cursor, and that behind it.
  package var halves: (before: String, after: String) {
    let scalars = code.unicodeScalars
    let count = min(max(cursor_pos ?? scalars.count, 0), scalars.count)
    return (String(scalars.prefix(count)), String(scalars.dropFirst(count)))
  }
}

struct IsCompleteRequest: Decodable {
  let code: String
}

struct HistoryRequest: Decodable {
  let output: Bool?
  /// range, tail or search.
  let hist_access_type: String
  let session: Int?
  let start: Int?
  let stop: Int?
  let n: Int?
  let pattern: String?
  let unique: Bool?
}

struct CommRequest: Decodable {
  let comm_id: String
}

struct ShutdownRequest: Decodable {
  let restart: Bool?
}
