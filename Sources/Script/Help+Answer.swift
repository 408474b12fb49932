extension Help {
  /// What is to be read after an entry that begins with `?`.
  public func answer(to entry: String, in session: Session) -> Result<String, Complaint> {
    let isLong = entry.hasPrefix("??")
    let name = String(String(entry.drop { $0 == "?" }).trimmingBlanks)
    if name.isEmpty { return .success(isLong ? overview : start) }
    if name.hasPrefix("\"") || name.contains(" ") {
      return .success(search(name.filter { $0 != "\"" }))
    }
    let found =
      about(name, in: session) ?? (isLong ? longPage(name) : page(name)) ?? topic(name)
      ?? word(name)
    if let found { return .success(found) }
    let lines = [
      "no command, topic or variable '\(name)'", suggestion(for: name).map { "  \($0)" },
      "  ?\"\(name)\" searches all pages for the word",
    ]
    return .failure(Complaint(lines.compactMap(\.self).joined(separator: "\n")))
  }
}

extension String {
  fileprivate var trimmingBlanks: Substring {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
