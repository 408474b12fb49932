import Foundation

extension String {
  /// The text of a file, compressed by gzip or not, in UTF-8 or, where it is none, Latin-1.
  ///
  /// - Throws: `FileError` where there is no such file, or it cannot be read.
  package init(readingFile path: String) throws(FileError) {
    var data = try Data(readingFile: path, most: 200_000_000)
    if data.isCompressed {
      data = try Processes.first { () throws(FileError) in try Data(decompressing: path) }
    }
    guard !data.contains(0) else {
      throw FileError(path, "this is no text file: it contains zero bytes")
    }
    self = String(data: data, encoding: .utf8) ?? String(data: data, encoding: .isoLatin1) ?? ""
  }

  /// Lines without their ends, whether LF, CRLF or CR, and without a byte order mark.
  package var fileLines: [Substring] {
    let body = first == "\u{FEFF}" ? dropFirst() : self[...]
    let bytes = body.utf8
    var lines: [Substring] = []
    var start = body.startIndex
    var index = start
    while index < body.endIndex {
      let next = bytes.index(after: index)
      guard bytes[index] == 10 || bytes[index] == 13 else {
        index = next
        continue
      }
      lines.append(body[start..<index])
      let isPair = bytes[index] == 13 && next < body.endIndex && bytes[next] == 10
      start = isPair ? bytes.index(after: next) : next
      index = start
    }
    return lines + [body[start...]]
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
