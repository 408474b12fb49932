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
    var panel = Panel.cluster(cluster, palette: palette, turn: turn, tilt: tilt)
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
    let turned = cluster.positions.map { $0.turned(by: turn, tilt: tilt) }
    let radius = cluster.bond * 0.5
    let reach = (turned.map { ($0 * $0).sum().squareRoot() }.max() ?? 0) + radius
    // The eye stands so far away that near atoms look about a quarter larger than far ones.
    let eye = 8 * reach
    let balls = turned.sorted { $0.z < $1.z }.map { place in
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
