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
