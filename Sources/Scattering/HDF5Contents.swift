import CHDF5
import Foundation
import Numerics

/// What an HDF5 file holds of the data sets and texts that were asked for.
///
/// Damaged files crash the library that reads them, here a child process; what it sends is checked
/// as if it were the file. (The HDF Group, Hierarchical Data Format, version 5,
/// https://www.hdfgroup.org/HDF5.)
struct HDF5Contents {
  private let path: String
  private var datasets: [String: Dataset] = [:]
  private var texts: [String: String] = [:]

  private enum Dataset {
    case numbers([Double], shape: [Int])
    case refused(Int32, most: Int)
  }

  /// A data set of numbers with the most that it may hold.
  typealias Wish = (name: String, most: Int)

  /// Reads a file.
  ///
  /// - Throws: `FileError` where there is none, or it is no HDF5 file.
  init(reading path: String, numbers: [Wish], texts: [String]) throws(FileError) {
    self.path = path
    let start = try Data(readingFile: path, most: 8, cuts: true)
    guard start == Data([0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]) else {
      throw FileError(path, "this is no HDF5 file")
    }
    let sent = try Processes.first { () throws(FileError) in
      try Self.bytes(of: path, numbers + texts.map { ($0, 0) })
    }
    var stream = Stream(sent)
    guard stream.number() == 1 else {
      throw FileError(path, "the HDF5 file is damaged or cut short")
    }
    for wish in numbers { datasets[wish.name] = stream.dataset(atMost: wish.most) }
    for name in texts { self.texts[name] = stream.text() }
    guard !stream.isCutShort else {
      throw FileError(path, "the HDF5 file is damaged: reading it fails")
    }
  }

  /// The numbers of a data set, row after row, and its dimensions.
  ///
  /// - Throws: `FileError` where there is no such data set of finite numbers.
  func numbers(_ name: String) throws(FileError) -> (values: [Double], shape: [Int]) {
    switch datasets[name] {
    case .numbers(let values, let shape)?:
      if let place = values.firstIndex(where: { !$0.isFinite }) {
        throw FileError(path, "'\(name)' holds \(values[place]), which is no number")
      }
      return (values, shape)
    case .refused(CHDF5_NO_NUMBERS, _)?: throw FileError(path, "'\(name)' holds no numbers")
    case .refused(CHDF5_MANY_DIMENSIONS, _)?:
      throw FileError(path, "'\(name)' has too many dimensions")
    case .refused(CHDF5_TOO_LARGE, let most)?:
      throw FileError(path, "'\(name)' is larger than \(most) numbers")
    case .refused(CHDF5_DAMAGED, _)?: throw FileError(path, "the data of '\(name)' are damaged")
    default: throw FileError(path, "there is no data set '\(name)'")
    }
  }

  /// A text attribute of the file, where it has one.
  func text(_ name: String) -> String? { texts[name] }

  /// All that the child sends.
  private static func bytes(of path: String, _ wishes: [Wish]) throws(FileError) -> Data {
    let names = wishes.map { strdup($0.name) }
    defer { names.forEach { free($0) } }
    let asked = zip(names, wishes).map { chdf5_wish(name: $0, most: UInt64($1.most)) }
    var reader: Int32 = 0
    let stream = chdf5_start_reading(path, asked, Int32(asked.count), &reader)
    guard stream >= 0 else {
      throw FileError(path, "the file cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { chdf5_end_reading(stream, reader) }
    return try Data(reading: stream, called: path, most: 1_000_000_000)
  }

  /// The child's bytes, from front to back.
  private struct Stream {
    private var rest: Data
    private(set) var isCutShort = false

    init(_ bytes: Data) { rest = bytes }

    private mutating func take(_ count: Int) -> Data? {
      guard !isCutShort, count >= 0, count <= rest.count else {
        isCutShort = true
        return nil
      }
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count)
    }

    private mutating func take<T: BitwiseCopyable>(_ count: Int, of type: T.Type) -> [T]? {
      take(count * MemoryLayout<T>.stride).map { bytes in
        bytes.withUnsafeBytes { raw in
          (0..<count).map {
            raw.loadUnaligned(fromByteOffset: $0 * MemoryLayout<T>.stride, as: T.self)
          }
        }
      }
    }

    mutating func number() -> Int32 { take(1, of: Int32.self)?[0] ?? CHDF5_MISSING }

    mutating func dataset(atMost most: Int) -> Dataset? {
      let dimensions = number()
      guard (0...CHDF5_MOST_DIMENSIONS).contains(dimensions) else {
        return .refused(dimensions, most: most)
      }
      guard let sizes = take(Int(dimensions), of: UInt64.self) else { return nil }
      let shape = sizes.map { Int(clamping: $0) }
      var count = 1
      for size in shape {
        let (product, isTooLarge) = count.multipliedReportingOverflow(by: size)
        guard !isTooLarge, product <= most else { return .refused(CHDF5_TOO_LARGE, most: most) }
        count = product
      }
      return take(count, of: Double.self).map { .numbers($0, shape: shape) }
    }

    mutating func text() -> String? {
      let length = number()
      guard length >= 0 else { return nil }
      return take(Int(length)).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
