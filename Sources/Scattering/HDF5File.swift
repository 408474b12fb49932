import Numerics
import CHDF5
import Clusters
import Foundation

/// An HDF5 file of numeric data sets and text attributes.
///
/// (The HDF Group, Hierarchical Data Format, version 5, https://www.hdfgroup.org/HDF5.)
final class HDF5File {
  private let path: String
  private let file: Int64

  /// Opens a file to read.
  ///
  /// - Throws: `FileError` where there is none, or it is no HDF5 file.
  init(reading path: String) throws(FileError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw FileError(path, "there is no such file")
    }
    guard !isFolder.boolValue else { throw FileError(path, "this is a folder, not a file") }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw FileError(path, "the file cannot be read; look at its permissions")
    }
    let start = (try? handle.read(upToCount: 8)) ?? Data()
    guard start == Data([0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]) else {
      throw FileError(path, "this is no HDF5 file")
    }
    file = chdf5_open(path)
    self.path = path
    guard file >= 0 else { throw FileError(path, "the HDF5 file is damaged or cut short") }
  }

  /// Makes a new file at `path`.
  private init(creating path: String) throws(FileError) {
    file = chdf5_create(path)
    self.path = path
    guard file >= 0 else { throw FileError(path, "the file cannot be written") }
  }

  deinit {
    if file >= 0 { _ = chdf5_close(file) }
  }

  /// Writes a whole file or, where something fails, none.
  ///
  /// - Throws: `FileError` where the file cannot be written.
  static func write(to path: String, _ content: (HDF5File) throws(FileError) -> Void)
    throws(FileError)
  {
    let draft = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).h5").path
    defer { try? FileManager.default.removeItem(atPath: draft) }
    try content(HDF5File(creating: draft))
    guard let data = FileManager.default.contents(atPath: draft) else {
      throw FileError(path, "the file cannot be written by way of \(draft)")
    }
    try data.write(wholeFile: path)
  }

  /// The numbers of a data set, row after row, and its dimensions.
  ///
  /// - Parameter most: how many numbers are read at most.
  /// - Throws: `FileError` where there is no such data set of numbers.
  func numbers(_ name: String, most: Int) throws(FileError) -> (values: [Double], shape: [Int]) {
    var sizes = [UInt64](repeating: 0, count: Int(CHDF5_MOST_DIMENSIONS))
    let dimensions = chdf5_shape(file, name, &sizes)
    switch dimensions {
    case 0...: break
    case -1: throw FileError(path, "there is no data set '\(name)'")
    case -2: throw FileError(path, "'\(name)' holds no numbers")
    default: throw FileError(path, "'\(name)' has too many dimensions")
    }
    let shape = sizes.prefix(Int(dimensions)).map { Int(clamping: $0) }
    var count = 1
    for size in shape {
      let (product, isTooLarge) = count.multipliedReportingOverflow(by: size)
      guard !isTooLarge, product <= most else {
        throw FileError(path, "'\(name)' is larger than \(most) numbers")
      }
      count = product
    }
    var values = [Double](repeating: 0, count: count)
    guard chdf5_read(file, name, &values) == 0 else {
      throw FileError(path, "the data of '\(name)' are damaged")
    }
    if let place = values.firstIndex(where: { !$0.isFinite }) {
      throw FileError(path, "'\(name)' holds \(values[place]), which is no number")
    }
    return (values, shape)
  }

  /// A text attribute of the file, where it has one.
  func text(_ name: String) -> String? {
    var bytes = [CChar](repeating: 0, count: 4096)
    guard chdf5_read_text(file, name, &bytes, bytes.count) == 0 else { return nil }
    return String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Writes a data set of doubles, or of whole numbers.
  func write(_ values: [Double], _ shape: [Int], as name: String, whole: Bool = false)
    throws(FileError)
  {
    precondition(values.count == shape.reduce(1, *), "\(values.count) values for \(shape)")
    let sizes = shape.map(UInt64.init)
    guard chdf5_write(file, name, Int32(shape.count), sizes, values, whole ? 1 : 0) == 0 else {
      throw FileError(path, "'\(name)' cannot be written")
    }
  }

  /// Writes a text attribute of the file.
  func write(_ text: String, as name: String) throws(FileError) {
    guard chdf5_write_text(file, name, text) == 0 else {
      throw FileError(path, "'\(name)' cannot be written")
    }
  }
}
