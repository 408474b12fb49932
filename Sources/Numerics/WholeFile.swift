import Foundation

extension String {
  /// Writes the text beside the file and renames it, so that no half file is left.
  ///
  /// - Throws: `FileError` where the folder is missing or not writable.
  package func write(wholeFile path: String) throws(FileError) {
    try Data(utf8).write(wholeFile: path)
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
