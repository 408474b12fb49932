import Foundation

/// Reads what `ByteWriter` has written.
package final class ByteReader: Decoder {
  private let bytes: [UInt8]
  private var place = 0
  package var codingPath: [any CodingKey] { [] }
  package var userInfo: [CodingUserInfoKey: Any] { [:] }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that some bytes are of.
  ///
  /// - Throws: `DecodingError` where they are of another.
  package static func value<T: Decodable>(of bytes: [UInt8], as _: T.Type = T.self) throws -> T {
    try ByteReader(bytes).read()
  }

  /// That the bytes are not what was expected.
  var mismatch: DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "the ranks do not agree on a value"))
  }

  func read<T: Decodable>(_: T.Type = T.self) throws -> T {
    // Nil would be taken for a value of any optional type.
    if T.self is any Absent.Type { return try T(from: self) }
    let value: Any? =
      switch T.self {
      case is [Double].Type: try array(of: Double.self)
      case is [Float].Type: try array(of: Float.self)
      case is [Int].Type: try array(of: Int.self)
      case is [Int32].Type: try array(of: Int32.self)
      case is [SIMD2<Float>].Type: try array(of: SIMD2<Float>.self)
      case is [SIMD3<Double>].Type: try array(of: SIMD3<Double>.self)
      case is Data.Type: Data(try array(of: UInt8.self))
      case is String.Type: String(decoding: try array(of: UInt8.self), as: UTF8.self)
      case is [String: Double].Type: try namedValues()
      default: nil
      }
    if let value = value as? T { return value }
    return try T(from: self)
  }

  private func namedValues() throws -> [String: Double] {
    let names = try read([String].self)
    return Dictionary(zip(names, try array(of: Double.self))) { first, _ in first }
  }

  /// A number's bytes.
  func number<T: BitwiseCopyable>(_: T.Type = T.self) throws -> T {
    let size = MemoryLayout<T>.size
    guard bytes.count - place >= size else { throw mismatch }
    defer { place += size }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: T.self) }
  }

  private func array<T: BitwiseCopyable>(of _: T.Type) throws -> [T] {
    let count = try number(Int.self)
    let stride = MemoryLayout<T>.stride
    guard count >= 0, count <= (bytes.count - place) / stride else { throw mismatch }
    defer { place += count * stride }
    return [T](unsafeUninitializedCapacity: count) { target, filled in
      bytes.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(target).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: $0[place..<place + count * stride]))
      }
      filled = count
    }
  }

  /// The name of the next entry, which stays the next.
  fileprivate func nextName() throws -> String {
    let before = place
    defer { place = before }
    return try read(String.self)
  }

  package func container<Key>(keyedBy _: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Keyed(reader: self, count: try number()))
  }

  package func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    Unkeyed(reader: self, length: try number())
  }

  package func singleValueContainer() throws -> any SingleValueDecodingContainer {
    Single(reader: self)
  }
}

/// Entries in the order in which they were written.
private final class Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let reader: ByteReader
  private var left: Int
  var codingPath: [any CodingKey] { [] }

  init(reader: ByteReader, count: Int) { (self.reader, left) = (reader, count) }

  /// The next one, which is all that a case of an enumeration has.
  var allKeys: [Key] {
    guard left > 0, let name = try? reader.nextName() else { return [] }
    return [Key(stringValue: name)].compactMap { $0 }
  }

  func contains(_ key: Key) -> Bool {
    left > 0 && (try? reader.nextName()) == key.stringValue
  }

  private func begin(_ key: Key) throws {
    guard left > 0, try reader.read(String.self) == key.stringValue else { throw reader.mismatch }
    left -= 1
  }

  func decodeNil(forKey key: Key) throws -> Bool { !contains(key) }

  func decode<T: Decodable>(_: T.Type, forKey key: Key) throws -> T {
    try begin(key)
    return try reader.read()
  }

  func nestedContainer<Nested>(
    keyedBy _: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try begin(key)
    return try reader.container(keyedBy: Nested.self)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try begin(key)
    return try reader.unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { reader }
  func superDecoder(forKey key: Key) throws -> any Decoder { reader }
}

private struct Unkeyed: UnkeyedDecodingContainer {
  let reader: ByteReader
  let length: Int
  private(set) var currentIndex = 0
  var codingPath: [any CodingKey] { [] }
  var count: Int? { length }
  var isAtEnd: Bool { currentIndex >= length }

  init(reader: ByteReader, length: Int) { (self.reader, self.length) = (reader, length) }

  mutating func decodeNil() throws -> Bool { false }

  mutating func decode<T: Decodable>(_: T.Type) throws -> T {
    currentIndex += 1
    return try reader.read()
  }

  mutating func nestedContainer<Nested>(
    keyedBy _: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    currentIndex += 1
    return try reader.container(keyedBy: Nested.self)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    currentIndex += 1
    return try reader.unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { reader }
}

private struct Single: SingleValueDecodingContainer {
  let reader: ByteReader
  var codingPath: [any CodingKey] { [] }

  /// Whether a value was written is told before it.
  func decodeNil() -> Bool { !((try? reader.number(Bool.self)) ?? false) }

  func decode(_: Bool.Type) throws -> Bool { try reader.number() }
  func decode(_: String.Type) throws -> String { try reader.read() }
  func decode(_: Double.Type) throws -> Double { try reader.number() }
  func decode(_: Float.Type) throws -> Float { try reader.number() }
  func decode(_: Int.Type) throws -> Int { try reader.number() }
  func decode(_: UInt64.Type) throws -> UInt64 { try reader.number() }
  func decode(_: UInt8.Type) throws -> UInt8 { try reader.number() }
  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    guard let whole = type as? any FixedWidthInteger.Type else { return try reader.read() }
    guard let number = whole.init(exactly: try reader.number(Int.self)) as? T else {
      throw reader.mismatch
    }
    return number
  }
}
