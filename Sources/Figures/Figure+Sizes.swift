import Numerics

extension Figure {
  /// Sizes of particles: how many there are, and where the atoms are, as curves or as bars.
  ///
  /// - Parameter counts: numbers of atoms of single sizes; nil where any size is possible.
  package static func sizes(
    _ diameters: [Double], particles: [Double], atoms: [Double], counts: [Int]?,
    palette: Palette = .paper
  ) -> Figure {
    let (few, many) = (palette.colour(number: 0), palette.colour(number: 1))
    let top = (particles + atoms).filter(\.isFinite).max() ?? 1
    var panel = Panel(
      margins: Margins(left: 13), x: Axis("diameter (Å)"),
      y: Axis(counts == nil ? "share per Å" : "share", range: 0...(1.3 * max(top, 1e-9))))
    if let counts {
      let shown = diameters.indices.filter { max(particles[$0], atoms[$0]) > 1e-3 * top }
      let gaps = zip(diameters, diameters.dropFirst()).map { $1 - $0 }
      let width = 0.35 * (gaps.min() ?? 1)
      func bars(_ values: [Double], _ side: Double, _ colour: Colour, _ title: String) -> Series {
        Series(
          .bars(
            x: shown.map { diameters[$0] + side * width / 2 }, y: shown.map { values[$0] },
            width: width), colour: colour, title: title)
      }
      panel.series = [
        bars(particles, -1, few, "particles"), bars(atoms, 1, many, "atoms"),
      ]
      if shown.count <= 10 {
        panel.labels = shown.map { place in
          Label(
            "\(counts[place])", x: diameters[place],
            y: max(particles[place], atoms[place]) + 0.045 * top, anchor: .center, size: 6.5)
        }
      }
      let ends = shown.map { diameters[$0] }
      let room = 0.6 * (gaps.max() ?? 1)
      panel.x.range = .init(
        between: max((ends.first ?? 0) - room, 0), and: (ends.last ?? 1) + room)
    } else {
      panel.series = [
        .line(diameters, particles, colour: few, width: 1.2, title: "particles"),
        .line(diameters, atoms, colour: many, width: 1.2, title: "atoms"),
      ]
      panel.x.range = .init(between: diameters.first ?? 0, and: diameters.last ?? 1)
      panel.y.range = 0...(1.12 * max(top, 1e-9))
    }
    panel.key.place = .topRight
    return Figure(height: 55, panels: [panel])
  }
}
