import Clusters
import Glibc
import Numerics

extension Figure {
  /// A cluster as shaded balls in perspective, lit from the upper left.
  ///
  /// Balls are drawn from the back to the front, those at the back a little paler.
  package static func cluster(
    _ cluster: Cluster, palette: Palette = .paper, width: Double = 60,
    turn: Double = 0.42, tilt: Double = -0.3, caption: String? = nil
  ) -> Figure {
    captioned(
      .cluster(cluster, palette: palette, turn: turn, tilt: tilt), width: width, caption: caption)
  }

  /// Sites where an atom may be: dark in the type's colour where one always is, pale where one
  /// seldom is.
  package static func occupancy(
    _ sites: [(position: SIMD3<Double>, probability: Double)], bond: Double, type: StructureType,
    palette: Palette = .paper, width: Double = 60, caption: String? = nil
  ) -> Figure {
    let colour = palette.colour(of: type)
    return captioned(
      .balls(
        sites.map { site in
          let doubt = 1 - site.probability
          return (
            position: site.position, radius: 0.5 * bond * (0.45 + 0.55 * site.probability),
            colour: colour.mixed(with: .white, 0.85 * doubt)
          )
        }), width: width, caption: caption)
  }

  private static func captioned(_ panel: Panel, width: Double, caption: String?) -> Figure {
    var panel = panel
    let lines = caption.map { $0.split(separator: "\n").count } ?? 0
    let room = 3.5 * Double(lines)
    panel.margins = Margins(left: 1, right: 1, bottom: 1 + room, top: 1)
    let height = width + room
    if let caption {
      var label = Label(caption, x: 0.5, y: 0, isRelative: true, anchor: .center, size: 7.5)
      label.drop = 0.9
      panel.labels = [label]
    }
    return Figure(width: width, height: height, panels: [panel])
  }
}

extension Panel {
  /// A cluster without axes; lengths are in Å.
  package static func cluster(
    _ cluster: Cluster, palette: Palette, turn: Double = 0.42, tilt: Double = -0.3
  ) -> Panel {
    let colour = palette.colour(of: cluster)
    return balls(
      cluster.positions.map { (position: $0, radius: cluster.bond * 0.5, colour: colour) },
      turn: turn, tilt: tilt)
  }

  /// Balls without axes; lengths are in Å.
  package static func balls(
    _ balls: [(position: SIMD3<Double>, radius: Double, colour: Colour)], turn: Double = 0.42,
    tilt: Double = -0.3
  ) -> Panel {
    let turned = balls.map {
      (place: $0.position.turned(by: turn, tilt: tilt), radius: $0.radius, colour: $0.colour)
    }
    let radius = balls.map(\.radius).max() ?? 0
    let reach = (turned.map { ($0.place * $0.place).sum().squareRoot() }.max() ?? 0) + radius
    // The eye stands so far away that near atoms look about a quarter larger than far ones.
    let eye = 8 * reach
    let balls = turned.sorted { $0.place.z < $1.place.z }.map { place, radius, colour in
      let zoom = eye / (eye - place.z)
      let haze = reach > radius ? 0.32 * (reach - place.z) / (2 * reach) : 0
      return Ball(
        x: place.x * zoom, y: place.y * zoom, radius: radius * zoom,
        colour: colour.mixed(with: .white, haze))
    }
    let side = 1.02 * (balls.map { max(abs($0.x), abs($0.y)) + $0.radius }.max() ?? 1)
    var panel = Panel(
      margins: Margins(left: 0, right: 0, bottom: 0, top: 0),
      x: Axis(range: .init(between: -side, and: side)),
      y: Axis(range: .init(between: -side, and: side)),
      series: [Series(.balls(Ball.visible(balls)), letter: "o")],
      key: Key(.none))
    panel.hasAxes = false
    panel.isSquare = true
    return panel
  }
}

extension SIMD3<Double> {
  /// Turned about the vertical axis, then tilted about the horizontal one; angles in radians.
  fileprivate func turned(by turn: Double, tilt: Double) -> SIMD3<Double> {
    let aside = SIMD3(
      x * cos(turn) + z * sin(turn), y, z * cos(turn) - x * sin(turn))
    return SIMD3(
      aside.x, aside.y * cos(tilt) - aside.z * sin(tilt),
      aside.y * sin(tilt) + aside.z * cos(tilt))
  }
}
