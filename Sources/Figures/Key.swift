/// What the colours and markers mean.
package struct Key: Sendable {
  package enum Place: Hashable, Sendable {
    case none
    /// In the corner with the least data.
    case emptiest
    case topLeft, topRight, bottomLeft, bottomRight
    /// At the top, with room for a picture to its right.
    case topMiddle
    /// Beside the axes, in the margin.
    case above, below, right

    /// Whether it stands between the axes.
    var isInside: Bool { ![.none, .above, .below, .right].contains(self) }
  }

  package struct Entry: Sendable {
    package enum Sample: Sendable {
      case line(Colour, width: Double)
      case marker(Marker, Colour, diameter: Double)
      case area(Colour)
      /// Only words.
      case none
    }

    package var title: String
    package var sample: Sample
    /// What stands for it where a picture is made of letters.
    package var letter: Character?

    package init(_ title: String, _ sample: Sample, letter: Character? = nil) {
      self.title = title
      self.sample = sample
      self.letter = letter
    }
  }

  package var place: Place
  /// Entries that stand before those of the series.
  package var entries: [Entry]
  /// Entries that stand after those of the series.
  package var notes: [Entry] = []

  package init(_ place: Place = .emptiest, entries: [Entry] = []) {
    self.place = place
    self.entries = entries
  }
}

extension Panel {
  /// All of the key, in its order.
  var keyEntries: [Key.Entry] { key.entries + series.compactMap(\.entry) + key.notes }

  /// How wide the key's widest entry is, in mm: a sample of 7, and 1.3 a letter of 6.5 pt.
  var keyWidth: Double { 7 + 1.3 * Double(keyEntries.map(\.title.count).max() ?? 0) }
}
