import Foundation

/// Values by name, each as JSON: what a safetensors file says in its metadata.
public struct JSONHeader: Sendable {
  public private(set) var texts: [String: String]

  public init(_ texts: [String: String] = [:]) { self.texts = texts }

  /// - Throws: `Safetensors.Malformed` where there is no such value.
  public func value<T: Decodable>(_ name: String, as _: T.Type = T.self) throws -> T {
    guard let text = texts[name],
      let value = try? JSONDecoder().decode(T.self, from: Data(text.utf8))
    else { throw Safetensors.Malformed(description: "its \(name) is missing or damaged") }
    return value
  }

  /// The same, nil where the name is missing.
  public func valueIfPresent<T: Decodable>(_ name: String, as type: T.Type = T.self) throws -> T? {
    texts[name] == nil ? nil : try value(name, as: type)
  }

  public mutating func set(_ name: String, to value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    texts[name] = String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
