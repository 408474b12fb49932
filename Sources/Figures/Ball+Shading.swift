import Numerics
import Glibc

extension Ball {
  /// The ball as a stack of discs, each smaller, brighter and nearer to the light at the upper left
  /// than the one below.
  ///
  /// - Parameters:
  ///   - unit: how many pt a unit of the axes is long.
  ///   - steps: how many discs there are above the rim; as many as a ball of its size needs to look
  ///     smooth, if nothing else is said.
  package func discs(unit: Double, steps: Int? = nil) -> [Mark] {
    let diameter = 2 * radius * unit
    let steps = steps ?? Int(clamping: min(max(diameter, 4), 30))
    var discs = [Mark(x: x, y: y, diameter: diameter, fill: colour.dark(0.72))]
    for step in 0..<steps {
      let part = Double(step) / Double(steps)  // 0 at the rim, towards 1 at the highlight
      let shift = 0.36 * radius * part
      // Dark at the rim, the colour itself over most of the ball, white only at the highlight.
      let shade =
        part < 0.45
        ? colour.dark(0.42 * (1 - part / 0.45))
        : colour.mixed(with: .white, 0.85 * pow((part - 0.45) / 0.55, 1.6))
      discs.append(
        Mark(
          x: x - shift, y: y + shift, diameter: diameter * 0.965 * (1 - part), fill: shade))
    }
    return discs
  }

  /// Those of some balls, sorted from the back to the front, of which something is seen.
  ///
  /// Looks on a grid of an eighth of the smallest radius, from the front to the back.
  package static func visible(_ balls: [Ball]) -> [Ball] {
    guard let smallest = balls.map(\.radius).min(), smallest > 0,
      balls.allSatisfy({ abs($0.x) + abs($0.y) + $0.radius < .infinity })
    else { return balls }
    let reach = balls.map { max(abs($0.x), abs($0.y)) + $0.radius }.max() ?? 0
    let cell = max(smallest / 8, reach / 1000)
    let side = Int(clamping: 2 * reach / cell) + 2
    func cells(_ middle: Double, _ half: Double) -> Range<Int> {
      Range(
        from: max(Int(clamping: middle - half), 0),
        to: min(Int(clamping: middle + half), side - 1) + 1)
    }
    var isCovered = [Bool](repeating: false, count: side * side)
    var seen: [Ball] = []
    for ball in balls.reversed() {
      let middle = (x: (ball.x + reach) / cell, y: (ball.y + reach) / cell)
      let radius = ball.radius / cell
      var isSeen = false
      for row in cells(middle.y, radius) {
        let up = Double(row) + 0.5 - middle.y
        guard abs(up) < radius else { continue }
        let half = (radius * radius - up * up).squareRoot()
        for column in cells(middle.x, half) where !isCovered[row * side + column] {
          isCovered[row * side + column] = true
          isSeen = true
        }
      }
      if isSeen { seen.append(ball) }
    }
    return seen.reversed()
  }
}
