import Glibc

/// A file of a passing kind: it vanishes with its last owner, unless it is moved into place.
final class ScratchFile: Sendable {
  let path: String

  /// An empty file in the folder for temporary files.
  convenience init() throws(FigureError) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    try self.init(beside: folder + "/deepstruc")
  }

  /// An empty file in the folder of `target`, so that it can take the target's place at once.
  ///
  /// The folder itself is made if there is none; folders above it are not.
  init(beside target: String) throws(FigureError) {
    if let slash = target.lastIndex(of: "/"), slash > target.startIndex {
      mkdir(String(target[..<slash]), 0o777)  // where it cannot be made, mkstemp says why
    }
    var template = Array((target + ".XXXXXX").utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else {
      throw FigureError("cannot write \(target): \(String(cString: strerror(errno)))")
    }
    close(file)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { unlink(path) }

  /// All bytes of the file; none if it cannot be read.
  var bytes: [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes
  }

  /// The file's contents as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  func write(_ text: String) throws(FigureError) {
    guard let file = fopen(path, "w") else {
      throw FigureError("cannot write \(path): \(String(cString: strerror(errno)))")
    }
    let written = fputs(text, file)
    guard fclose(file) == 0, written >= 0 else {
      throw FigureError("cannot write \(path): \(String(cString: strerror(errno)))")
    }
  }

  /// Puts the file in the place of `target`, with the rights of a freshly made file.
  func move(to target: String) throws(FigureError) {
    let mask = umask(0)
    umask(mask)
    chmod(path, 0o666 & ~mask)
    guard rename(path, target) == 0 else {
      throw FigureError("cannot write \(target): \(String(cString: strerror(errno)))")
    }
  }
}
