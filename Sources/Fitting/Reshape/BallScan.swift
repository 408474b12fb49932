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
    let misfit: Double
  }

  let balls: [Ball]

  /// - Parameters:
  ///   - centre: in units of d.
  ///   - radius: of the largest ball, in units of d.
  init(_ motif: MotifCurves, centre: SIMD3<Double>, upTo radius: Double) {
    let table = motif.table
    let distances = table.sites.map { site in
      ((site.position - centre) * (site.position - centre)).sum().squareRoot()
    }
    let order = table.sites.indices.filter { distances[$0] <= radius }
      .sorted { (distances[$0], $0) < (distances[$1], $1) }
    let items = order.map(Int32.init)
    let (kinds, dimensions) = (table.distances.count, motif.curves.pdf.dimensions)
    var ends: [Int] = []
    var counts: [Float] = []
    var running = [Float](repeating: 0, count: kinds)
    items.withUnsafeBufferPointer { items in
      for (place, site) in order.enumerated() {
        running.withUnsafeMutableBufferPointer { running in
          table.count(
            pairsOf: site, with: UnsafeBufferPointer(rebasing: items[0..<place]),
            into: running.baseAddress.unsafelyUnwrapped)
        }
        // A ball ends where there is a gap, and at steps of 0.06 d otherwise.
        let next = place + 1 < order.count ? distances[order[place + 1]] : radius + 1
        let last = ends.last.map { distances[order[$0 - 1]] } ?? 0
        if place >= 5, next - distances[site] > 0.03 || distances[site] - last > 0.06 {
          ends.append(place + 1)
          counts += running
        }
      }
    }
    var lines = [Float](repeating: 0, count: ends.count * dimensions)
    if !ends.isEmpty {
      multiply(
        counts, motif.curves.values, into: &lines, m: ends.count, n: dimensions, k: kinds,
        transposed: false)
    }
    let pdf = motif.curves.pdf
    balls = ends.indices.map { line in
      let curve = lines[(line * dimensions)..<((line + 1) * dimensions)]
      return Ball(
        radius: distances[order[ends[line] - 1]], sites: Array(order[0..<ends[line]]),
        counts: Array(counts[(line * kinds)..<((line + 1) * kinds)]), misfit: pdf.misfit(curve))
    }
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
