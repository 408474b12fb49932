import Foundation

/// A file that is wrong, or that the world does not give.
public struct FileError: Error, Hashable, CustomStringConvertible {
  public let path: String

  /// The line in the file, from 1, where there is one.
  public let line: Int?

  /// What is wrong, in a few words.
  public let reason: String

  public init(_ path: String, line: Int? = nil, _ reason: String) {
    self.path = path
    self.line = line
    self.reason = reason
  }

  /// `best.xyz:12: no element 'Xx'`.
  public var description: String {
    "\((path as NSString).lastPathComponent):\(line.map { "\($0):" } ?? "") \(reason)"
  }
}

extension String {
  /// The text of a file, in UTF-8 or, where it is none, Latin-1.
  ///
  /// - Throws: `FileError` where there is no such file, or it cannot be read.
  package init(readingFile path: String) throws(FileError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw FileError(path, "there is no such file")
    }
    guard !isFolder.boolValue else { throw FileError(path, "this is a folder, not a file") }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FileError(path, "the file cannot be read; look at its permissions")
    }
    guard !data.contains(0) else {
      throw FileError(path, "this is no text file: it contains zero bytes")
    }
    self = String(data: data, encoding: .utf8) ?? String(data: data, encoding: .isoLatin1) ?? ""
  }

  /// Writes the text beside the file and renames it, so that no half file is left.
  ///
  /// - Throws: `FileError` where the folder is missing or not writable.
  package func write(wholeFile path: String) throws(FileError) {
    try Data(utf8).write(wholeFile: path)
  }

  /// Lines without their ends, whether LF, CRLF or CR, and without a byte order mark.
  package var fileLines: [Substring] {
    let body = first == "\u{FEFF}" ? dropFirst() : self[...]
    return body.split(omittingEmptySubsequences: false) { $0.isNewline }
  }
}

extension Data {
  /// Writes the bytes beside the file and renames it, so that no half file is left.
  ///
  /// - Throws: `FileError` where the folder is missing or not writable.
  package func write(wholeFile path: String) throws(FileError) {
    do {
      try write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      let folder = (path as NSString).deletingLastPathComponent
      let place = folder.isEmpty ? "." : folder
      throw FileError(
        path,
        FileManager.default.fileExists(atPath: place)
          ? "the file cannot be written in \(place)" : "there is no folder \(place)")
    }
  }
}

extension Substring {
  /// Without white space at its ends.
  package var trimmed: Substring {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return self[first...last]
  }
}
