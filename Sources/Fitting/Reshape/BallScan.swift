import Scattering
import Clusters
import Foundation
import Numerics

/// Balls of a motif around one centre, from small to large, each with its misfit.
struct BallScan {
  struct Ball {
    let radius: Double  // in units of d
    let sites: [Int]
    let counts: [Float]  // [kinds]
    var misfit: Double
  }

  let balls: [Ball]

  /// - Parameters:
  ///   - centre: in units of d.
  ///   - radius: of the largest ball, in units of d.
  init(_ motif: MotifCurves, centre: SIMD3<Double>, upTo radius: Double) {
    let (table, pdf) = (motif.table, motif.curves.pdf)
    var balls = Self.balls(table, centre: centre, upTo: radius)
    var lines = [Float](repeating: 0, count: balls.count * pdf.dimensions)
    if !balls.isEmpty {
      multiply(
        balls.flatMap(\.counts), motif.curves.values, into: &lines, m: balls.count,
        n: pdf.dimensions, k: table.distances.count, transposed: false)
    }
    for line in balls.indices {
      balls[line].misfit = pdf.misfit(
        lines[(line * pdf.dimensions)..<((line + 1) * pdf.dimensions)])
    }
    self.balls = balls
  }

  /// Balls that end where there is a gap, and at steps of 0.06 d otherwise; their misfits are not
  /// known.
  static func balls(
    _ table: SiteTable, centre: SIMD3<Double>, upTo radius: Double
  ) -> [Ball] {
    let distances = table.sites.map { site in
      ((site.position - centre) * (site.position - centre)).sum().squareRoot()
    }
    let order = table.sites.indices.filter { distances[$0] <= radius }
      .sorted { (distances[$0], $0) < (distances[$1], $1) }
    var balls: [Ball] = []
    var counts = [Float](repeating: 0, count: table.distances.count)
    order.map(Int32.init).withUnsafeBufferPointer { items in
      for (place, site) in order.enumerated() {
        counts.withUnsafeMutableBufferPointer { counts in
          table.count(
            pairsOf: site, with: UnsafeBufferPointer(rebasing: items[0..<place]),
            into: counts.baseAddress.unsafelyUnwrapped)
        }
        let next = place + 1 < order.count ? distances[order[place + 1]] : radius + 1
        let last = balls.last?.radius ?? 0
        if place >= 5, next - distances[site] > 0.03 || distances[site] - last > 0.06 {
          balls.append(
            Ball(
              radius: distances[site], sites: Array(order[0...place]), counts: counts, misfit: 1))
        }
      }
    }
    return balls
  }

  var best: Ball? { balls.min { $0.misfit < $1.misfit } }

  /// Balls that fit better than those a little smaller and larger, best first.
  var minima: [Ball] {
    balls.filter { ball in
      balls.allSatisfy { abs($0.radius - ball.radius) > 0.5 || $0.misfit >= ball.misfit }
    }.sorted { $0.misfit < $1.misfit }
  }
}

extension CompressedPDF {
  /// The part of Rw² that the coordinates hold, at the best scale.
  package func misfit(_ curve: some Sequence<Float>) -> Double {
    var (rest, product, norm) = (0.0, 0.0, 0.0)
    for (y, x) in zip(target, curve) {
      rest += Double(y) * Double(y)
      product += Double(x) * Double(y)
      norm += Double(x) * Double(x)
    }
    return (rest - (product > 0 && norm > 0 ? product * product / norm : 0)) / total
  }
}
