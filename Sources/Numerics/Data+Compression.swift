import CZlib
import Foundation

extension Data {
  /// Whether these are the first bytes of a file that gzip compressed.
  var isCompressed: Bool { starts(with: [0x1F, 0x8B]) }

  /// What a file that gzip compressed holds.
  ///
  /// - Parameter limit: the most bytes that are taken, so that a small file cannot fill the memory.
  /// - Throws: `FileError` where the file is damaged, cut off or too large.
  init(
    decompressing path: String, limit: Int = 1 << 28
  ) throws(FileError) {
    guard let file = gzopen(path, "rb") else { throw FileError(path, "the file cannot be read") }
    var content = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var count: Int32 = 0
    repeat {
      count = gzread(file, &buffer, UInt32(buffer.count))
      if count > 0 { content.append(contentsOf: buffer[..<Int(count)]) }
    } while count > 0 && content.count <= limit
    // A file that is cut off shows only when it is closed.
    let status = gzclose(file)
    guard content.count <= limit else {
      throw FileError(path, "it holds more than \(limit >> 20) MB, which no curve needs")
    }
    guard count == 0, status == Z_OK else {
      throw FileError(path, "the compressed file is damaged or cut off")
    }
    self = content
  }

  /// CRC-32, as PNG and gzip take it.
  package var checksum: UInt32 {
    withUnsafeBytes { bytes in
      UInt32(crc32(0, bytes.bindMemory(to: UInt8.self).baseAddress, UInt32(bytes.count)))
    }
  }
}
