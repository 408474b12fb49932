/// A shaded ball in SVG: one symbol with a gradient, so that a ball takes one line of the file.
///
/// gnuplot has no gradients; it draws pentagons in the balls' places, sizes and colours, and they
/// are exchanged afterwards.
enum SVGBall {
  /// The picture with balls where gnuplot drew pentagons.
  static func shading(_ picture: String) -> String {
    let pentagon = "'#gpPt\(Marker.ball.pointType - 1)'"
    guard let end = picture.firstRange(of: "</defs>"),
      picture[end.upperBound...].contains(pentagon)
    else { return picture }
    return picture[..<end.lowerBound] + symbol + picture[end.lowerBound..<end.upperBound]
      + picture[end.upperBound...].replacing(pentagon, with: "'#ball'")
  }

  /// The light falls from the upper left, as in `Ball.discs`: a dark rim, the colour itself over
  /// most of the ball, white at the highlight.
  private static let symbol = """
    <radialGradient id='shade' cx='0.5' cy='0.5' r='0.5' fx='0.32' fy='0.32'>
    <stop offset='0' stop-color='#fff' stop-opacity='0.85'/>
    <stop offset='0.2' stop-color='#fff' stop-opacity='0.41'/>
    <stop offset='0.4' stop-color='#fff' stop-opacity='0.11'/>
    <stop offset='0.55' stop-color='#fff' stop-opacity='0'/>
    <stop offset='0.56' stop-color='#000' stop-opacity='0'/>
    <stop offset='0.96' stop-color='#000' stop-opacity='0.4'/>
    <stop offset='0.97' stop-color='#000' stop-opacity='0.72'/>
    <stop offset='1' stop-color='#000' stop-opacity='0.72'/>
    </radialGradient>
    <g id='ball' stroke='none'><circle r='1' fill='currentColor'/>\
    <circle r='1' fill='url(#shade)'/></g>

    """
}
