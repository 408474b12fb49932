import Numerics
import Glibc

/// Guests that look for seats near their places, all in mm on the paper.
struct Seating {
  private let guests: [Panel.Guest]
  private let places: [SIMD2<Double>]
  /// What should not be hidden, one for each cell of 0.7 mm.
  private let spots: [SIMD2<Double>]
  private let size: SIMD2<Double>
  private var seats: [Area?]

  init(
    guests: [Panel.Guest], places: [SIMD2<Double>], spots: [SIMD2<Double>], size: SIMD2<Double>
  ) {
    self.guests = guests
    self.places = places
    self.size = size
    var seen: Set<SIMD2<Double>> = []
    self.spots = spots.filter { seen.insert(($0 / 0.7).rounded(.down)).inserted }
    seats = guests.map { _ in nil }
  }

  /// The centres of the seats, once nobody finds a better one; at most six rounds.
  mutating func settled() -> [SIMD2<Double>] {
    let order = guests.indices.sorted {
      (places[$0].y, places[$0].x) > (places[$1].y, places[$1].x)
    }
    for _ in 0..<6 {
      let before = seats
      for guest in order { seats[guest] = bestSeat(of: guest) }
      if seats == before { break }
    }
    return zip(seats, places).map { $0?.centre ?? $1 }
  }

  private func bestSeat(of guest: Int) -> Area {
    let half = SIMD2(guests[guest].width, guests[guest].height) / 2
    let candidates = Self.distances.flatMap { clear in
      Self.directions.map { Area(centre: places[guest] + $0 * (half + clear), half: half) }
    }
    var best = (seat: candidates[0], cost: Double.infinity)
    for seat in candidates where isFree(seat, for: guest) {
      let cost = cost(of: seat, for: guest)
      if cost < best.cost { best = (seat, cost) }
    }
    return best.seat
  }

  private func isFree(_ seat: Area, for guest: Int) -> Bool {
    seat.isInside(size)
      && !places.contains { seat.overlaps(Area(centre: $0, half: SIMD2(1, 1))) }
      && !seats.indices.contains { $0 != guest && seats[$0]?.overlaps(seat) == true }
  }

  /// A hidden spot costs 1, as do 6 mm of a line, or 1 mm where there is no line. A line over a spot
  /// seems to lead from there and costs 2, one that crosses another or a seat 40.
  private func cost(of seat: Area, for guest: Int) -> Double {
    let hidden = Double(spots.count { seat.contains($0) })
    let distance = distanceFromPlace(seat.centre, of: guest)
    let line = self.line(to: seat, of: guest)
    guard let line else { return hidden + distance + 40 * Double(crossings(nil, seat, guest)) }
    let crossed = spots.count { spot in
      line.distance(to: spot) < 0.7 && !seat.contains(spot)
        && distanceFromPlace(spot, of: guest) > 1.5
    }
    return hidden + 2 * Double(crossed) + distance / 6 + 40 * Double(crossings(line, seat, guest))
  }

  private func distanceFromPlace(_ spot: SIMD2<Double>, of guest: Int) -> Double {
    let away = spot - places[guest]
    return (away * away).sum().squareRoot()
  }

  private func crossings(_ own: Line?, _ seat: Area, _ guest: Int) -> Int {
    seats.indices.count { other in
      guard other != guest, let theirs = seats[other] else { return false }
      let their = line(to: theirs, of: other)
      return their.map(seat.isCrossed) ?? false || own.map(theirs.isCrossed) ?? false
        || their.flatMap { line in own.map(line.crosses) } ?? false
    }
  }

  private func line(to seat: Area, of guest: Int) -> Line? {
    guests[guest].isTied ? Line(from: places[guest], to: seat.centre) : nil
  }

  private static let distances: [Double] = [1.6, 3.2, 5.6, 9, 13, 18, 24, 31, 39, 48]
  private static let directions = (0..<16).map { step in
    let angle = Double(step) * .pi / 8
    return SIMD2(cos(angle), sin(angle))
  }
}

/// A rectangle around a centre.
private struct Area: Equatable {
  let centre: SIMD2<Double>
  let half: SIMD2<Double>

  func overlaps(_ other: Area) -> Bool {
    let away = centre - other.centre
    return abs(away.x) < half.x + other.half.x && abs(away.y) < half.y + other.half.y
  }

  func contains(_ spot: SIMD2<Double>) -> Bool {
    overlaps(Area(centre: spot, half: SIMD2(0.8, 0.8)))
  }

  func isInside(_ size: SIMD2<Double>) -> Bool {
    centre.x >= half.x && centre.x + half.x <= size.x && centre.y >= half.y
      && centre.y + half.y <= size.y
  }

  /// Looked at every millimetre.
  func isCrossed(by line: Line) -> Bool {
    let steps = min(max(Int(clamping: line.length), 1), 10_000)
    return (0...steps).contains { step in
      contains(line.from + (line.to - line.from) * (Double(step) / Double(steps)))
    }
  }
}

private struct Line {
  let from: SIMD2<Double>
  let to: SIMD2<Double>

  var length: Double { ((to - from) * (to - from)).sum().squareRoot() }

  func distance(to spot: SIMD2<Double>) -> Double {
    let way = to - from
    let part = (way * (spot - from)).sum() / max((way * way).sum(), .leastNormalMagnitude)
    let away = spot - from - way * min(max(part, 0), 1)
    return (away * away).sum().squareRoot()
  }

  func crosses(_ other: Line) -> Bool {
    side(of: other.from) * side(of: other.to) < 0 && other.side(of: from) * other.side(of: to) < 0
  }

  /// Above 0 on the left, below 0 on the right.
  private func side(of spot: SIMD2<Double>) -> Double {
    (to.x - from.x) * (spot.y - from.y) - (to.y - from.y) * (spot.x - from.x)
  }
}
