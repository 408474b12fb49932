import Foundation
import Numerics
import Testing

struct ByteWriterTests {
  enum Choice: Codable, Equatable {
    case none
    case numbers(layers: [Int], depth: Double)
    indirect case both(Choice, Choice)
  }

  struct Part: Codable, Equatable {
    var name: String?
    var values: [Double]
  }

  struct Key: Codable, Hashable { var name: String }

  struct Whole: Codable, Equatable {
    var parts: [Part]
    var maybe: [[Float]?]
    var choice: Choice
    var named: [String: Double]
    var byKey: [Key: Double]
    var points: [SIMD3<Double>]
    var seed: UInt64
    var small: Int8
    var flag: Bool
    var nothing: Part?
    var data: Data
    // The same name as one that is missing before it.
    var last: String
  }

  @Test("What was written is read, with empty lists, missing values and the ends of numbers")
  func wholeValues() throws {
    let whole = Whole(
      parts: [
        Part(name: nil, values: []),
        Part(name: "name", values: [.infinity, -0.0, .leastNonzeroMagnitude]),
        Part(name: "", values: [1 / 3]),
      ],
      maybe: [nil, [], [1, .pi], nil], choice: .both(.numbers(layers: [1, -2], depth: 0.1), .none),
      named: ["b": 2, "a": 1], byKey: [Key(name: "a"): 1, Key(name: "µ"): -2],
      points: [SIMD3(1, 2, 3)],
      seed: .max, small: -128, flag: true, nothing: nil, data: Data([0, 255]), last: "end")
    #expect(try ByteReader.value(of: ByteWriter.bytes(of: whole)) == whole)
    let none: Part? = nil
    #expect(try ByteReader.value(of: ByteWriter.bytes(of: none), as: Part?.self) == nil)
  }

  @Test("Bits stay as they are, those of nan too")
  func bits() throws {
    let values = [Double.nan, -.nan, Double(bitPattern: 0x7FF8_0000_0000_1234)]
    let read: [Double] = try ByteReader.value(of: ByteWriter.bytes(of: values))
    #expect(read.map(\.bitPattern) == values.map(\.bitPattern))
  }

  @Test("Bytes of another value, or too few, are refused")
  func mismatches() throws {
    let bytes = try ByteWriter.bytes(of: Part(name: "x", values: [1, 2, 3]))
    for count in 0..<bytes.count {
      #expect(throws: DecodingError.self) {
        try ByteReader.value(of: Array(bytes.prefix(count)), as: Part.self)
      }
    }
    #expect(throws: DecodingError.self) { try ByteReader.value(of: bytes, as: Whole.self) }
  }
}
