import Foundation

extension String {
  /// Writes the text beside the file and renames it, so that no half file is left.
  ///
  /// - Throws: `FileError` where the file cannot be written.
  package func write(wholeFile path: String) throws(FileError) {
    try Data(utf8).write(wholeFile: path)
  }
}

extension Data {
  /// Writes the bytes beside the file and renames it, so that no half file is left.
  ///
  /// - Throws: `FileError` where the file cannot be written.
  package func write(wholeFile path: String) throws(FileError) {
    try Processes.onFirst { () throws(FileError) in
      let draft = try Draft(for: path)
      try draft.write(self)
      try draft.move()
    }
  }

  /// The bytes of a file, or of what comes through a pipe.
  ///
  /// - Parameters:
  ///   - most: how many bytes there can be.
  ///   - cuts: takes the first ones of a longer file.
  /// - Throws: `FileError` where there is no such file, it cannot be read, or it is larger.
  package init(readingFile path: String, most: Int, cuts: Bool = false) throws(FileError) {
    self = try Processes.first { () throws(FileError) in
      try Data(opening: path, most: most, cuts: cuts)
    }
  }

  private init(opening path: String, most: Int, cuts: Bool) throws(FileError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw FileError(
        path,
        errno == ENOENT || errno == ENOTDIR
          ? "there is no such file" : "the file cannot be read: \(String(cString: strerror(errno)))"
      )
    }
    defer { close(file) }
    try self.init(reading: file, called: path, most: most, cuts: cuts)
  }

  /// All bytes that come from an open file or pipe.
  ///
  /// - Throws: `FileError` where it cannot be read, or gives more than `most`.
  package init(
    reading file: Int32, called path: String, most: Int, cuts: Bool = false
  ) throws(FileError) {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileError(path, "the file cannot be read") }
    let kind = Draft.kind(of: status)
    if let kind, kind != "a pipe", isatty(file) == 0 {
      throw FileError(path, "this is \(kind), not a file")
    }
    var bytes = Data()
    if kind == nil { bytes.reserveCapacity(Swift.min(Int(status.st_size), most)) }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(file, &chunk, chunk.count)
      // Also where Ctrl-C ends the wait for a pipe.
      guard count >= 0 else {
        throw FileError(path, "the file cannot be read: \(String(cString: strerror(errno)))")
      }
      if count == 0 || cuts && bytes.count == most { break }
      if cuts {
        bytes.append(contentsOf: chunk.prefix(Swift.min(count, most - bytes.count)))
        continue
      }
      guard bytes.count + count <= most else {
        throw FileError(path, "the file is larger than \(most / 1_000_000) MB, the most it can be")
      }
      bytes.append(contentsOf: chunk[..<count])
    }
    self = bytes
  }
}
