import Foundation

/// A message that came in.
///
/// Source: "The wire protocol" in https://jupyter-client.readthedocs.io/en/stable/messaging.html.
package struct Message: Sendable {
  /// What a message is and where it comes from.
  struct Header: Decodable {
    let msg_id: String
    let msg_type: String
  }

  /// Stands between the addresses and the message.
  package static let delimiter = Array("<IDS|MSG>".utf8)

  /// Whom to answer.
  package let identities: [[UInt8]]
  package let type: String
  /// The whole header as JSON; it is the parent of what answers.
  let header: [UInt8]
  /// JSON.
  let content: [UInt8]

  /// Nil for what is no message, or has a wrong signature.
  package init?(_ frames: [[UInt8]], _ signer: Signer) {
    guard let delimiter = frames.firstIndex(of: Self.delimiter), frames.count >= delimiter + 6
    else { return nil }
    let parts = Array(frames[delimiter + 2..<delimiter + 6])
    guard signer.accepts(frames[delimiter + 1], of: parts),
      let header = try? JSONDecoder().decode(Header.self, from: Data(parts[0]))
    else { return nil }
    identities = Array(frames[..<delimiter])
    type = header.msg_type
    self.header = parts[0]
    content = parts[3]
  }

  /// - Throws: `DecodingError` where the content is not what the type asks for.
  package func content<Content: Decodable>(_: Content.Type) throws -> Content {
    try JSONDecoder().decode(Content.self, from: Data(content))
  }
}

/// Makes the messages of one kernel.
package struct Composer: Sendable {
  static let protocolVersion = "5.4"

  package let signer: Signer
  private let session = UUID().uuidString

  package init(_ signer: Signer) { self.signer = signer }

  private struct Header: Encodable {
    let msg_id = UUID().uuidString
    let session: String
    let username = "kernel"
    let date = Composer.now
    let msg_type: String
    let version = Composer.protocolVersion
  }

  /// The frames of a message.
  ///
  /// - Parameters:
  ///   - parent: the header of what it answers, as JSON; nil where it answers nothing.
  ///   - addresses: whom it goes to, or what it is about where all listen.
  package func frames(
    _ type: String, _ content: any Encodable, parent: [UInt8]?, addresses: [[UInt8]]
  ) -> [[UInt8]] {
    let parts = [
      Self.json(Header(session: session, msg_type: type)), parent ?? Array("{}".utf8),
      Array("{}".utf8), Self.json(content),
    ]
    return addresses + [Message.delimiter, signer.signature(of: parts)] + parts
  }

  private static func json(_ value: any Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // All contents are texts, whole numbers and lists of these, which JSON has.
    return (try? encoder.encode(value)).map(Array.init) ?? Array("{}".utf8)
  }

  /// As ISO 8601 has it, in UTC.
  private static var now: String {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var parts = tm()
    gmtime_r(&time.tv_sec, &parts)
    func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + "\(number)" }
    let micro = String("\(1_000_000 + time.tv_nsec / 1000)".dropFirst())
    return "\(1900 + parts.tm_year)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
      + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)).\(micro)Z"
  }
}
