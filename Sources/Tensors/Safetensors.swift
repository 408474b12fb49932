import Foundation

/// A file of named tensors with text metadata, in the safetensors format
/// (github.com/huggingface/safetensors): length of the header, header in JSON, data.
public struct Safetensors: Sendable {
  public struct Tensor: Sendable, Equatable {
    public var shape: [Int]
    public var values: [Float]

    public init(shape: [Int], values: [Float]) {
      self.shape = shape
      self.values = values
    }
  }

  public var tensors: [String: Tensor] = [:]
  public var metadata: [String: String] = [:]

  /// The most bytes that a file can have.
  package static let most = 2_000_000_000

  public init() {}

  /// What is wrong with a file.
  public struct Malformed: Error, CustomStringConvertible {
    public let description: String

    public init(description: String) { self.description = description }
  }

  /// Reads F32, F16 and I64 tensors; all become single precision.
  public init(_ data: Data) throws {
    let (header, length) = try Self.header(of: data)
    metadata = header["__metadata__"] as? [String: String] ?? [:]
    let body = data.dropFirst(8 + length)
    for (name, value) in header where name != "__metadata__" {
      guard let entry = value as? [String: Any], let type = entry["dtype"] as? String,
        let shape = entry["shape"] as? [Int], let place = entry["data_offsets"] as? [Int],
        place.count == 2, place[0] >= 0, place[0] <= place[1], place[1] <= body.count,
        shape.allSatisfy({ $0 >= 0 && $0 < 1 << 40 })
      else { throw Malformed(description: "its entry '\(name)' is damaged") }
      let bytes = body.dropFirst(place[0]).prefix(place[1] - place[0])
      let values: [Float]
      switch type {
      case "F32": values = Self.elements(bytes, UInt32.self) { Float(bitPattern: $0) }
      case "F16": values = Self.elements(bytes, UInt16.self) { Float(Float16(bitPattern: $0)) }
      case "I64": values = Self.elements(bytes, Int64.self) { Float($0) }
      default: throw Malformed(description: "its entry '\(name)' has the unknown type \(type)")
      }
      let (size, overflow) = shape.reduce((1, false)) {
        let product = $0.0.multipliedReportingOverflow(by: $1)
        return (product.partialValue, $0.1 || product.overflow)
      }
      guard !overflow, values.count == size else {
        throw Malformed(
          description: "its entry '\(name)' of shape \(shape) has \(values.count) values")
      }
      tensors[name] = Tensor(shape: shape, values: values)
    }
  }

  /// The metadata of a file, without its tensors.
  ///
  /// - Throws: `Malformed` if it is no such file.
  public static func metadata(of data: Data) throws -> [String: String] {
    try header(of: data).entries["__metadata__"] as? [String: String] ?? [:]
  }

  private static func header(of data: Data) throws -> (entries: [String: Any], length: Int) {
    guard data.count >= 8 else { throw Malformed(description: "it is too short for a header") }
    let length = data.prefix(8).enumerated().reduce(UInt64(0)) {
      $0 | UInt64($1.element) << (8 * UInt64($1.offset))
    }
    guard length <= UInt64(data.count - 8),
      let entries = try? JSONSerialization.jsonObject(with: data.dropFirst(8).prefix(Int(length)))
        as? [String: Any]
    else { throw Malformed(description: "its header is not that of a safetensors file") }
    return (entries, Int(length))
  }

  private static func elements<T: FixedWidthInteger>(
    _ bytes: Data, _: T.Type, _ value: (T) -> Float
  ) -> [Float] {
    bytes.withUnsafeBytes { raw in
      (0..<raw.count / MemoryLayout<T>.size).map {
        value(
          T(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * MemoryLayout<T>.size, as: T.self)))
      }
    }
  }

  /// The file's bytes; names listed in `half` are stored in half precision.
  public func data(half: Set<String> = []) throws -> Data {
    var header: [String: Any] = metadata.isEmpty ? [:] : ["__metadata__": metadata]
    var body = Data()
    for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) {
      let start = body.count
      if half.contains(name) {
        for value in tensor.values {
          withUnsafeBytes(of: Float16(value).bitPattern.littleEndian) {
            body.append(contentsOf: $0)
          }
        }
      } else {
        tensor.values.withUnsafeBytes { body.append(contentsOf: $0) }
      }
      header[name] = [
        "dtype": half.contains(name) ? "F16" : "F32", "shape": tensor.shape,
        "data_offsets": [start, body.count],
      ]
    }
    var json = try JSONSerialization.data(withJSONObject: header, options: [.sortedKeys])
    while json.count % 8 != 0 { json.append(0x20) }
    var file = Data()
    withUnsafeBytes(of: UInt64(json.count).littleEndian) { file.append(contentsOf: $0) }
    return file + json + body
  }
}
