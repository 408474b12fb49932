import Foundation

/// Writes values as bytes for another process of the same program: in the order in which they are
/// encoded, arrays of numbers in one piece.
///
/// Of dictionaries with names or numbers as keys it knows those of doubles by name.
package final class ByteWriter: Encoder {
  private var bytes: [UInt8] = []
  package var codingPath: [any CodingKey] { [] }
  package var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// A value as bytes.
  ///
  /// - Throws: what the value's own encoding throws.
  package static func bytes(of value: some Encodable) throws -> [UInt8] {
    let writer = ByteWriter()
    try writer.write(value)
    return writer.bytes
  }

  func write<T: Encodable>(_ value: T) throws {
    switch T.self {
    case is any Absent.Type:
      let isThere = !((value as? any Absent)?.isAbsent ?? false)
      write(number: isThere)
      if isThere { try value.encode(to: self) }
    case is [Double].Type: write(array: value as? [Double])
    case is [Float].Type: write(array: value as? [Float])
    case is [Int].Type: write(array: value as? [Int])
    case is [Int32].Type: write(array: value as? [Int32])
    case is [SIMD2<Float>].Type: write(array: value as? [SIMD2<Float>])
    case is [SIMD3<Double>].Type: write(array: value as? [SIMD3<Double>])
    case is Data.Type: write(array: (value as? Data).map(Array.init))
    case is String.Type: write(array: (value as? String).map { Array($0.utf8) })
    case is [String: Double].Type: try write(named: value as? [String: Double] ?? [:])
    default: try value.encode(to: self)
    }
  }

  private func write(named values: [String: Double]) throws {
    let names = values.keys.sorted()
    try write(names)
    write(array: names.map { values[$0] ?? 0 })
  }

  /// The bytes of a number.
  func write<T: BitwiseCopyable>(number: T) {
    withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
  }

  private func write<T: BitwiseCopyable>(array: [T]?) {
    let array = array ?? []
    write(number: array.count)
    array.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// Counts one more entry of a container whose number of entries stands at `place`.
  fileprivate func count(at place: Int) {
    bytes.withUnsafeMutableBytes {
      let count = $0.loadUnaligned(fromByteOffset: place, as: Int.self)
      $0.storeBytes(of: count + 1, toByteOffset: place, as: Int.self)
    }
  }

  /// Begins a container: the place where the number of its entries will stand.
  fileprivate func beginContainer() -> Int {
    write(number: 0)
    return bytes.count - MemoryLayout<Int>.size
  }

  package func container<Key>(keyedBy _: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Keyed(writer: self, place: beginContainer()))
  }

  package func unkeyedContainer() -> any UnkeyedEncodingContainer {
    Unkeyed(writer: self, place: beginContainer())
  }

  package func singleValueContainer() -> any SingleValueEncodingContainer { Single(writer: self) }
}

/// What may be nil.
protocol Absent { var isAbsent: Bool { get } }
extension Optional: Absent { var isAbsent: Bool { if case .none = self { true } else { false } } }

/// Entries with their names.
private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let writer: ByteWriter
  let place: Int
  var codingPath: [any CodingKey] { [] }

  private func begin(_ key: Key) throws {
    writer.count(at: place)
    try writer.write(key.stringValue)
  }

  /// What is not there has no entry.
  mutating func encodeNil(forKey key: Key) throws {}

  mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    try begin(key)
    try writer.write(value)
  }

  mutating func nestedContainer<Nested>(
    keyedBy _: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    try? begin(key)
    return writer.container(keyedBy: Nested.self)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    try? begin(key)
    return writer.unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { writer }
  mutating func superEncoder(forKey key: Key) -> any Encoder { writer }
}

private struct Unkeyed: UnkeyedEncodingContainer {
  let writer: ByteWriter
  let place: Int
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  private mutating func begin() {
    count += 1
    writer.count(at: place)
  }

  mutating func encodeNil() throws {
    begin()
    writer.write(number: false)
  }

  mutating func encode<T: Encodable>(_ value: T) throws {
    begin()
    try writer.write(value)
  }

  mutating func nestedContainer<Nested>(
    keyedBy _: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    begin()
    return writer.container(keyedBy: Nested.self)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    begin()
    return writer.unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { writer }
}

private struct Single: SingleValueEncodingContainer {
  let writer: ByteWriter
  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil() throws {}
  mutating func encode(_ value: Bool) throws { writer.write(number: value) }
  mutating func encode(_ value: String) throws { try writer.write(value) }
  mutating func encode(_ value: Double) throws { writer.write(number: value) }
  mutating func encode(_ value: Float) throws { writer.write(number: value) }
  mutating func encode(_ value: Int) throws { writer.write(number: value) }
  mutating func encode(_ value: UInt64) throws { writer.write(number: value) }
  mutating func encode(_ value: UInt8) throws { writer.write(number: value) }
  mutating func encode<T: Encodable>(_ value: T) throws {
    switch value {
    case let number as any FixedWidthInteger: writer.write(number: Int(clamping: number))
    default: try writer.write(value)
    }
  }
}
