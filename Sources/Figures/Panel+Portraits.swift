extension Panel {
  /// Names of the measured PDFs and pictures of structures, beside their places on a map.
  mutating func seat(_ map: LatentMap, palette: Palette, width: Double, height: Double) {
    let isWide = width > 120
    let side = isWide ? 15.0 : 10  // mm
    let size = isWide ? 7.0 : 6  // pt
    let line = size * 0.42  // mm
    let guests =
      map.experiments.map { Guest($0.name, x: $0.x, y: $0.y, size: size) }
      + map.portraits.map {
        Guest(
          x: $0.x, y: $0.y, width: side, height: side + ($0.name == nil ? 0 : line), isTied: true)
      }
    let seats = seats(for: guests, figureWidth: width, figureHeight: height)
    labels += zip(map.experiments, seats).map { experiment, seat in
      Label(
        experiment.name, x: seat.x, y: seat.y, anchor: .center, size: size, isBold: true,
        isBoxed: true)
    }
    let up = unitsUpPerMillimetre(width: width, height: height)
    for (portrait, seat) in zip(map.portraits, seats.dropFirst(map.experiments.count)) {
      let centre = seat.y + (portrait.name == nil ? 0 : line / 2) * up
      arrows.append(
        Arrow(
          from: SIMD2(portrait.x, portrait.y), to: SIMD2(seat.x, centre), colour: .axis,
          hasHead: false))
      insets.append(
        Inset(
          .cluster(portrait.cluster, palette: palette), x: seat.x, y: centre, side: side))
      if let name = portrait.name {
        labels.append(
          Label(
            name, x: seat.x, y: centre - (side / 2 + line / 2) * up, anchor: .center,
            colour: palette.colour(of: portrait.cluster).dark(0.35), size: size - 0.5,
            isBoxed: true))
      }
    }
  }
}
