import Foundation
import Synchronization

/// A file that is written beside its place and takes it when it is whole: nobody sees half of it,
/// and where something fails the old one stays as it was.
///
/// What a link names is replaced, not the link. Folders, devices and pipes are refused. A draft
/// that a killed program left is cleared by the next that writes into the same folder: drafts are
/// locked as long as somebody writes them.
package final class Draft: @unchecked Sendable {
  /// Where the draft stands until it is moved.
  package let path: String

  private let target: String
  private let file: Int32
  /// The rights that the whole file gets.
  private let mode: mode_t

  private static let prefix = ".deepstruc-"
  private static let cleared = Mutex<Set<String>>([])

  /// An empty draft for the file at `path`, whose folder is made where only that one is missing.
  ///
  /// - Throws: `FileError` where there could be no such file.
  package init(for path: String) throws(FileError) {
    let target = Self.resolved(path)
    self.target = target
    let slash = target.lastIndex(of: "/")
    let folder = slash.map { String(target[...$0]) } ?? "./"
    mkdir(folder, 0o777)  // where it cannot be made, the error below says why
    let isNew = Self.cleared.withLock { $0.insert(folder).inserted }
    if isNew { Self.clear(folder) }

    var old = stat()
    if stat(target, &old) == 0 {
      if let kind = Self.kind(of: old) { throw FileError(path, "this is \(kind), not a file") }
      guard access(target, W_OK) == 0 else { throw FileError(cannotWrite: path) }
      mode = old.st_mode & 0o777
    } else {
      let mask = umask(0)
      umask(mask)
      mode = 0o666 & ~mask
    }
    var template = Array((folder + Self.prefix + "XXXXXX").utf8CString)
    file = mkstemp(&template)
    guard file >= 0 else { throw FileError(cannotWrite: path) }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    flock(file, LOCK_EX | LOCK_NB)
    self.path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    unlink(path)  // nothing, where it has been moved
    close(file)
  }

  /// All bytes of the draft, whoever wrote them; none where they cannot be read.
  package var bytes: Data { (try? Data(readingFile: path, most: .max)) ?? Data() }

  /// Writes what the draft holds.
  ///
  /// - Throws: `FileError`, as where the disk is full.
  package func write(_ data: Data) throws(FileError) {
    var rest = data[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw FileError(cannotWrite: target) }
      rest = rest.dropFirst(written)
    }
  }

  /// Puts the draft in its place.
  ///
  /// - Throws: `FileError` where it cannot be put there.
  package func move() throws(FileError) {
    guard fchmod(file, mode) == 0, fsync(file) == 0, rename(path, target) == 0 else {
      throw FileError(cannotWrite: target)
    }
  }

  /// Where a path leads at last, through links also to what is not there yet.
  private static func resolved(_ path: String) -> String {
    var path = path
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = readlink(path, &buffer, buffer.count - 1)
      guard count > 0 else { break }
      let link = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
      path = link.hasPrefix("/") ? link : folder + link
    }
    return path
  }

  /// What a place holds that no file can replace.
  static func kind(of status: stat) -> String? {
    switch status.st_mode & S_IFMT {
    case S_IFREG: nil
    case S_IFDIR: "a folder"
    case S_IFCHR, S_IFBLK: "a device"
    default: "a pipe"
    }
  }

  /// Removes drafts that nobody writes any more.
  private static func clear(_ folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(prefix) && name.utf8.count == prefix.utf8.count + 6 {
      let file = open(folder + name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard file >= 0 else { continue }
      defer { close(file) }
      var status = stat()
      guard fstat(file, &status) == 0, kind(of: status) == nil, status.st_uid == geteuid(),
        flock(file, LOCK_EX | LOCK_NB) == 0
      else { continue }
      unlink(folder + name)
    }
  }
}

extension FileError {
  /// That a file cannot be written, with the system's reason.
  fileprivate init(cannotWrite path: String) {
    let reason = errno
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let isThere = FileManager.default.fileExists(atPath: folder.isEmpty ? "/" : folder)
    self.init(
      path,
      isThere
        ? "the file cannot be written: \(String(cString: strerror(reason)))"
        : "there is no folder \(folder)")
  }
}
