import Clusters

extension Figure {
  /// The latent map: colour is type, area is number of atoms.
  package static func map(
    _ map: LatentMap, palette: Palette = .paper, width: Double = twoColumns
  ) -> Figure {
    let isWide = width > 120
    let height = isWide ? width * 0.62 : width * 0.95
    var panel = Panel(
      margins: Margins(left: 13, right: isWide ? 27 : 2.5, bottom: isWide ? 9.5 : 20, top: 2.5))
    panel.x = Axis("latent 1", range: map.span(\.x, ring: \.sigmaX))
    panel.y = Axis("latent 2", range: map.span(\.y, ring: \.sigmaY))
    let scale = isWide ? 1 : 0.62

    if map.showsGrowth { panel.series.append(map.growth(x: panel.x, y: panel.y)) }
    let largest = Double(map.points.map(\.atoms).max() ?? 1)
    for part in LatentMap.Part.allCases {
      for type in StructureType.allCases {
        let points = map.points.filter { $0.part == part && $0.type == type }
        guard !points.isEmpty else { continue }
        // Large ones first, so that the small are not hidden.
        let marks = points.sorted { $0.atoms > $1.atoms }.map {
          $0.mark(largest: largest, scale: scale, palette: palette)
        }
        panel.series.append(
          Series(
            .marks(marks, part == .unseen ? .diamond : .disc), letter: type.rawValue.first))
      }
    }
    if !map.samples.isEmpty {
      panel.series.append(
        Series(
          .points(
            x: map.samples.map(\.x), y: map.samples.map(\.y), .disc, diameter: 1.1 * scale),
          colour: .ink.opacity(0.45), letter: "."))
    }
    for experiment in map.experiments {
      panel.add(experiment, scale: scale, palette: palette)
    }
    panel.seat(map, palette: palette, width: width, height: height)
    panel.key = Key(isWide ? .right : .below, entries: map.entries(palette: palette))
    return Figure(width: width, height: height, panels: [panel])
  }
}

extension LatentMap.Point {
  fileprivate func mark(largest: Double, scale: Double, palette: Palette) -> Mark {
    let diameter = (1.4 + 5.6 * (Double(atoms) / largest).squareRoot()) * scale
    let colour = palette.colour(of: type)
    switch part {
    case .training, .validation:
      return Mark(x: x, y: y, diameter: diameter, fill: colour.opacity(0.28))
    case .test, .unseen:
      return Mark(x: x, y: y, diameter: diameter, fill: colour, outline: colour.dark(0.55))
    }
  }
}

extension LatentMap {
  fileprivate func span(
    _ place: KeyPath<Point, Double>, ring: KeyPath<Experiment, Double>
  ) -> ClosedRange<Double> {
    var values = points.map { $0[keyPath: place] }.filter(\.isFinite)
    // Rings of a very uncertain place do not make the map small: they end at its edge.
    let most = 0.5 * ((values.max() ?? 1) - (values.min() ?? -1))
    for experiment in experiments {
      let centre = place == \.x ? experiment.x : experiment.y
      let reach = min((experiment.rings.max() ?? 0) * experiment[keyPath: ring], most)
      values += [centre - reach, centre + reach]
    }
    values = values.filter(\.isFinite)
    var low = values.min() ?? -1
    var high = values.max() ?? 1
    if high - low < 1e-6 { (low, high) = (low - 0.5, high + 0.5) }
    // Portraits need room around the points.
    let margin = (portraits.isEmpty ? 0.04 : 0.16) * (high - low)
    return (low - margin)...(high + margin)
  }

  /// The types that occur, and what pale, solid and diamond mean.
  fileprivate func entries(palette: Palette) -> [Key.Entry] {
    var entries: [Key.Entry] = StructureType.allCases.filter { type in
      points.contains { $0.type == type }
    }.map { Key.Entry($0.rawValue, .marker(.disc, palette.colour(of: $0), diameter: 5)) }
    let parts = Set(points.map(\.part))
    if parts.contains(.training), parts.contains(.test) || parts.contains(.unseen) {
      entries.append(.init("seen", .marker(.disc, Colour.data.opacity(0.35), diameter: 5)))
    }
    if parts.contains(.test) { entries.append(.init("test", .marker(.disc, .data, diameter: 5))) }
    if parts.contains(.unseen) {
      entries.append(.init("unseen", .marker(.diamond, .data, diameter: 5)))
    }
    return entries
  }
}

extension Panel {
  /// Names and portraits beside their places.
  fileprivate mutating func seat(
    _ map: LatentMap, palette: Palette, width: Double, height: Double
  ) {
    let side = width > 120 ? 15.0 : 10
    let size = width > 120 ? 7.0 : 6
    let guests =
      map.experiments.map { Guest($0.name, x: $0.x, y: $0.y, size: size) }
      + map.portraits.map { Guest(x: $0.x, y: $0.y, width: side, height: side) }
    let seats = seats(for: guests, figureWidth: width, figureHeight: height)
    labels += zip(map.experiments, seats).map { experiment, seat in
      Label(
        experiment.name, x: seat.x, y: seat.y, anchor: .center, size: size, isBold: true,
        isBoxed: true)
    }
    for (portrait, seat) in zip(map.portraits, seats.dropFirst(map.experiments.count)) {
      arrows.append(
        Arrow(
          from: SIMD2(portrait.x, portrait.y), to: SIMD2(seat.x, seat.y), colour: .axis,
          hasHead: false))
      insets.append(
        Inset(
          .cluster(portrait.cluster, palette: palette), x: seat.x, y: seat.y, side: side))
    }
  }

  fileprivate mutating func add(
    _ experiment: LatentMap.Experiment, scale: Double, palette: Palette
  ) {
    let colour = experiment.type.map { palette.colour(of: $0) } ?? .ink
    for ring in experiment.rings {
      series.append(
        .ellipse(
          x: experiment.x, y: experiment.y, a: ring * experiment.sigmaX,
          b: ring * experiment.sigmaY, colour: colour.dark(0.2), width: 0.9))
    }
    switch experiment.sign {
    case .diamond:
      series.append(
        Series(
          .marks(
            [
              Mark(
                x: experiment.x, y: experiment.y, diameter: 6 * scale, fill: .ink,
                outline: .white)
            ], .diamond), letter: "#"))
    case .cross:
      series.append(
        Series(
          .points(x: [experiment.x], y: [experiment.y], .cross, diameter: 7 * scale),
          colour: Colour(0x7B2D8E), letter: "X"))
    }
  }
}
