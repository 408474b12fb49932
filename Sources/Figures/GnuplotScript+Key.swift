extension GnuplotScript {
  mutating func set(_ key: Key, of panel: Panel) {
    let place: String
    switch key.place {
    case .none, .emptiest: return line("unset key")
    case .topLeft: place = "inside top left Left reverse"
    case .topRight: place = "inside top right Left reverse"
    case .bottomLeft: place = "inside bottom left Left reverse"
    case .bottomRight: place = "inside bottom right Left reverse"
    case .topMiddle: place = "at graph 0.77,0.99 top right Left reverse"
    case .above: place = "tmargin center horizontal Left reverse"
    case .below: place = "bmargin center horizontal Left reverse"
    case .right: place = "rmargin top Left reverse"
    }
    if output.isText { return line("set key bmargin center horizontal Left reverse samplen 3") }
    line("set key \(place) samplen 1.2 spacing 1.1 font ',6.5' textcolor \(colour(.ink))")
  }

  func entry(_ entry: Key.Entry, of panel: Panel) -> String? {
    let sample: String
    if output.isText {
      guard let letters = letters(for: entry, of: panel) else { return nil }
      sample = letters
    } else {
      sample = self.sample(entry.sample)
    }
    return "keyentry with \(sample) title \(text(entry.title))"
  }

  /// How an entry of the key is drawn with letters: with those of the series whose colour it has;
  /// nil where nothing is drawn so.
  private func letters(for entry: Key.Entry, of panel: Panel) -> String? {
    if let letter = entry.letter { return "points pointtype \(text(String(letter)))" }
    let colour: Colour
    switch entry.sample {
    case .none: return sample(entry.sample)
    case .line(let own, _), .marker(_, let own, _), .area(let own): colour = own
    }
    guard let number = panel.series.firstIndex(where: { $0.colour == colour }) else { return nil }
    let series = panel.series[number]
    if case .points = series.shape {
      return "points pointtype \(text(String(series.letter(number: number))))"
    }
    return "lines linetype \(number + 1)"
  }

  private func sample(_ sample: Key.Entry.Sample) -> String {
    switch sample {
    case .line(let colour, let width):
      "lines linewidth \(number(width)) linecolor \(self.colour(colour))"
    case .marker(let marker, let colour, let diameter):
      "points pointtype \(marker.pointType) pointsize \(number(diameter))*pt "
        + "linecolor \(self.colour(colour))"
    case .none: "lines linetype nodraw"
    case .area(let colour):
      "boxes fillstyle solid noborder linecolor \(self.colour(colour))"
    }
  }
}
