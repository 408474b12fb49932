import Clusters
import Numerics

extension Figure {
  /// The latent map: colour is type, area is number of atoms.
  package static func map(
    _ map: LatentMap, palette: Palette = .paper, width: Double = twoColumns
  ) -> Figure {
    let isWide = width > 120
    let entries = map.entries(palette: palette, scale: isWide ? 1 : 0.62)
    let below = 9.5 + 3.2 * (Double(entries.count) / 3).rounded(.up)
    let height = isWide ? width * 0.62 : width * 0.82 + below
    let (across, up) = (map.span(\.x, ring: \.sigmaX), map.span(\.y, ring: \.sigmaY))
    var panel = Panel(
      margins: Margins(
        left: max(13, Margins.left(of: up) + 1), right: isWide ? 33 : 2.5,
        bottom: isWide ? 9.5 : below,
        top: 2.5))
    panel.x = Axis("latent 1", range: across)
    panel.y = Axis("latent 2", range: up)
    let scale = isWide ? 1 : 0.62

    if map.showsGrowth { panel.series.append(map.growth(x: panel.x, y: panel.y)) }
    // Markers within a quarter of a millimetre of each other are one.
    panel.series += map.markers(
      scale: scale, palette: palette,
      cell: SIMD2(panel.x.span / (width - 15), panel.y.span / (height - 12)) / 4)
    if !map.samples.isEmpty {
      panel.series.append(
        Series(
          .points(
            x: map.samples.map(\.x), y: map.samples.map(\.y), .disc, diameter: 1.1 * scale),
          colour: .ink.opacity(0.45), letter: "."))
    }
    for experiment in map.experiments { panel.add(experiment, scale: scale) }
    panel.seat(map, palette: palette, width: width, height: height)
    panel.key = Key(isWide ? .right : .below, entries: entries)
    return Figure(width: width, height: height, panels: [panel])
  }
}

extension LatentMap {
  /// The points of each part and type; of frequent types first, so that the rare are not hidden,
  /// and of each type the large first, for the sake of the small. Structures of a size in the same
  /// cell of the map are one marker.
  fileprivate func markers(
    scale: Double, palette: Palette, cell: SIMD2<Double>
  ) -> [Series] {
    let largest = largest
    let groups = Dictionary(grouping: points) { $0.type }
    let types = groups.keys.sorted {
      (groups[$1]?.count ?? 0, $0.rawValue) < (groups[$0]?.count ?? 0, $1.rawValue)
    }
    return Part.allCases.flatMap { part in
      types.compactMap { type in
        var taken: Set<SIMD3<Double>> = []
        let marks = (groups[type] ?? []).filter { point in
          guard point.part == part else { return false }
          let place = (SIMD2(point.x, point.y) / cell).rounded(.down)
          return taken.insert(SIMD3(place, Double(point.atoms))).inserted
        }
        .sorted { $0.atoms > $1.atoms }
        .map { $0.mark(largest: largest, scale: scale, palette: palette) }
        guard !marks.isEmpty else { return nil }
        return Series(
          .marks(marks, part == .unseen ? .diamond : .disc), letter: type.rawValue.first)
      }
    }
  }

  var largest: Int { points.map(\.atoms).max() ?? 1 }

  /// The diameter of the marker of a structure, in pt; its area grows with the number of atoms.
  static func diameter(atoms: Int, largest: Int) -> Double {
    1.4 + 5.6 * (Double(atoms) / Double(largest)).squareRoot()
  }

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
      values += experiment.others.map { place == \.x ? $0.x : $0.y }
    }
    values = values.filter(\.isFinite)
    var low = values.min() ?? -1
    var high = values.max() ?? 1
    if high - low < 1e-6 { (low, high) = (low - 0.5, high + 0.5) }
    // Portraits need room around the points.
    let margin = (portraits.isEmpty ? 0.04 : 0.2) * (high - low)
    return .init(between: low - margin, and: high + margin)
  }
}

extension LatentMap.Point {
  fileprivate func mark(largest: Int, scale: Double, palette: Palette) -> Mark {
    let diameter = LatentMap.diameter(atoms: atoms, largest: largest) * scale
    let colour = palette.colour(of: type, hexagonality: hexagonality)
    switch part {
    case .training, .validation:
      return Mark(x: x, y: y, diameter: diameter, fill: colour.opacity(0.35))
    case .test, .unseen:
      return Mark(x: x, y: y, diameter: diameter, fill: colour, outline: colour.dark(0.55))
    }
  }
}

extension Panel {
  fileprivate mutating func add(_ experiment: LatentMap.Experiment, scale: Double) {
    for ring in experiment.rings {
      series.append(
        .ellipse(
          x: experiment.x, y: experiment.y, a: ring * experiment.sigmaX,
          b: ring * experiment.sigmaY, colour: experiment.colour.dark(0.2), width: 0.9))
    }
    // The area of a marker is the weight of its place.
    let others = experiment.others.map {
      Mark(
        x: $0.x, y: $0.y, diameter: 6 * scale * max($0.weight, 0.02).squareRoot(), fill: .ink,
        outline: .white)
    }
    if !others.isEmpty { series.append(Series(.marks(others, .diamond), letter: "+")) }
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
      // White below, so that it is seen on whatever lies there.
      for (marker, colour) in [(Marker.thickCross, Colour.white), (.cross, .cross)] {
        series.append(
          Series(
            .points(
              x: [experiment.x], y: [experiment.y], marker,
              diameter: (marker == .cross ? 7 : 8) * scale), colour: colour, letter: "X"))
      }
    }
  }
}
