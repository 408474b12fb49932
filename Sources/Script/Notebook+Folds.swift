extension Notebook {
  /// Cells that pages fold away.
  public struct Fold: Sendable, Equatable {
    /// The first of them is prose that begins with the heading.
    public let cells: Range<Int>
    /// The heading without its marks.
    public let title: String
  }

  /// The solutions of exercises: all from a heading that begins with "Solution" up to the next heading
  /// of the same or a higher level. A heading counts where it begins a cell.
  public var folds: [Fold] {
    let headings = cells.map { cell -> (level: Int, title: String)? in
      guard case .prose(let text) = cell else { return nil }
      let line = text.prefix { $0 != "\n" }
      let marks = line.prefix { $0 == "#" }
      guard (1...6).contains(marks.count), line[marks.endIndex...].first == " " else { return nil }
      return (marks.count, String(line[marks.endIndex...].drop { $0 == " " }))
    }
    return headings.indices.compactMap { start in
      guard let heading = headings[start], heading.title.hasPrefix("Solution") else { return nil }
      let end = headings[(start + 1)...].firstIndex {
        $0.map { $0.level <= heading.level } ?? false
      }
      return Fold(cells: start..<(end ?? cells.count), title: heading.title)
    }
  }
}
