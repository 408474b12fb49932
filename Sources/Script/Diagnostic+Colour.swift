extension Diagnostic {
  /// The whole text of it with the word `error` and the caret in red, as terminals have colours.
  ///
  /// - Parameter layOut: breaks a line that is too long.
  public func coloured(_ layOut: (String) -> String = { $0 }) -> String {
    let (begin, end) = ("\u{1B}[1;31m", "\u{1B}[0m")
    var lines = "\(self)".shown.split(separator: "\n", omittingEmptySubsequences: false)
      .map { layOut(String($0)) }
    let word = "\(severity.rawValue):"
    if let place = lines[0].firstRange(of: " " + word) {
      lines[0].replaceSubrange(place, with: " \(begin)\(word)\(end)")
    }
    if excerpt != nil, lines.count > 2, let caret = lines[2].firstIndex(of: "^") {
      lines[2] = "\(lines[2][..<caret])\(begin)\(lines[2][caret...])\(end)"
    }
    return lines.joined(separator: "\n")
  }
}
