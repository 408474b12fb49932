/// What Jupyter shows for the language: an icosahedron's five-fold axis in gold, seen from above.
enum Logo {
  static let svg = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
    <defs><radialGradient id="ball" cx="0.35" cy="0.35" r="0.75">
    <stop offset="0" stop-color="#ffe9a8"/><stop offset="0.5" stop-color="#e6ac27"/>
    <stop offset="1" stop-color="#8a5a00"/></radialGradient></defs>
    <g fill="url(#ball)" stroke="#6b4700" stroke-width="0.6">
    \(balls)</g>
    </svg>

    """

  /// Two rings of five around one, the outer turned by 36°; sin and cos of multiples of 36°.
  private static var balls: String {
    let corners = [(0.0, -1.0), (0.951, -0.309), (0.588, 0.809), (-0.588, 0.809), (-0.951, -0.309)]
    let outer = corners.map { (32 - 21 * $0.0, 32 - 21 * $0.1) }
    let inner = corners.map { (32 + 13.5 * $0.0, 32 + 13.5 * $0.1) }
    return (outer + inner + [(32, 32)]).map { x, y in
      "<circle cx=\"\(tenths(x))\" cy=\"\(tenths(y))\" r=\"9\"/>\n"
    }.joined()
  }

  private static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
