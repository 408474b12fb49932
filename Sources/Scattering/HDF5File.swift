import Numerics
import CHDF5
import Clusters
import Foundation

/// A new HDF5 file of numeric data sets and text attributes.
///
/// (The HDF Group, Hierarchical Data Format, version 5, https://www.hdfgroup.org/HDF5.)
final class HDF5File {
  private let path: String
  private let file: Int64
  private var isOpen = true

  /// Makes a new file at `path`.
  private init(creating path: String) throws(FileError) {
    file = chdf5_create(path)
    self.path = path
    guard file >= 0 else {
      isOpen = false
      throw FileError(path, "the file cannot be written")
    }
  }

  deinit {
    if isOpen { _ = chdf5_close(file) }
  }

  /// Closes the file, which may be what brings its last bytes to the disk.
  private func end() throws(FileError) {
    isOpen = false
    guard chdf5_close(file) == 0 else { throw FileError(path, "the file cannot be written") }
  }

  /// Writes a whole file or, where something fails, none.
  ///
  /// - Throws: `FileError` where the file cannot be written.
  static func write(to path: String, _ content: (HDF5File) throws(FileError) -> Void)
    throws(FileError)
  {
    try Processes.onFirst { () throws(FileError) in
      let draft = try Draft(for: path)
      let file = try HDF5File(creating: draft.path)
      try content(file)
      try file.end()
      try draft.move()
    }
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

extension LabelledGraph {
  /// The version of the HDF5 library that reads and writes graphs.
  public static var libraryVersion: String {
    var numbers: (UInt32, UInt32, UInt32) = (0, 0, 0)
    chdf5_version(&numbers.0, &numbers.1, &numbers.2)
    return "\(numbers.0).\(numbers.1).\(numbers.2)"
  }
}
