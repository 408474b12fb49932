import Glibc

extension String {
  /// Goes through the places where a part stands, from the first on, none over another; a place
  /// begins and ends between letters, so that no accent is parted from its letter.
  ///
  /// - Parameter body: returns whether to go on.
  /// - Throws: `Interrupted`, and what `body` throws.
  func eachPlace(of part: String, _ body: (Range<Index>) throws -> Bool) throws {
    var (text, part) = (self, part)
    let count = part.utf8.count
    guard count > 0 else { return }
    try text.withUTF8 { bytes in
      try part.withUTF8 { wanted in
        guard let first = bytes.baseAddress, let wanted = wanted.baseAddress else { return }
        var start = 0
        while start + count <= bytes.count,
          let found = memchr(first + start, Int32(wanted.pointee), bytes.count - count + 1 - start)
        {
          try Interrupt.check()
          let place = UnsafeRawPointer(first).distance(to: found)
          start = place + 1
          guard memcmp(found, wanted, count) == 0 else { continue }
          let (low, high) = (utf8Index(place), utf8Index(place + count))
          guard low.samePosition(in: self) != nil, high.samePosition(in: self) != nil else {
            continue
          }
          if try !body(low..<high) { return }
          start = place + count
        }
      }
    }
  }

  /// Where a part first stands.
  ///
  /// - Throws: `Interrupted`.
  func firstPlace(of part: String) throws -> Range<Index>? {
    var first: Range<Index>?
    try eachPlace(of: part) { place in
      first = place
      return false
    }
    return first
  }

  private func utf8Index(_ offset: Int) -> Index { utf8.index(startIndex, offsetBy: offset) }

  /// The text piece by piece, each changed by itself.
  ///
  /// - Throws: `Interrupted`.
  func changedInPieces(_ change: (String) -> String) throws -> String {
    var changed = ""
    var rest = self[...]
    while !rest.isEmpty {
      try Interrupt.check()
      let piece = rest.prefix(1 << 16)
      rest = rest[piece.endIndex...]
      changed += change(String(piece))
    }
    return changed
  }
}
