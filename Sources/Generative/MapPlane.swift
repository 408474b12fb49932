import Foundation
import Numerics

/// The plane of a latent map that is shown.
///
/// A map of two dimensions is shown as it is. Of one with more it is a projection: upwards along the
/// straight direction that tells the logarithm of the number of atoms best, across along that in which
/// the learned shapes' places differ most besides.
public struct MapPlane: Sendable {
  private let centre: [Double]
  private let axes: [[Double]]  // [2, dimensions]

  /// The first two coordinates.
  public static let coordinates = MapPlane(centre: [0, 0], axes: [[1, 0], [0, 1]])

  private init(centre: [Double], axes: [[Double]]) { (self.centre, self.axes) = (centre, axes) }

  /// - Parameter points: shapes with their places.
  init(_ points: [MapPoint]) {
    let dimensions = points.first?.place.count ?? 2
    guard dimensions > 2, points.count > 2 else {
      self = .coordinates
      return
    }
    let share = 1 / Double(points.count)
    let centre = (0..<dimensions).map { axis in
      points.reduce(0) { $0 + share * $1.place[axis] }
    }
    let steps = points.map { zip($0.place, centre).map(-) }
    let covariance = (0..<dimensions).map { i in
      (0..<dimensions).map { j in steps.reduce(0) { $0 + share * $1[i] * $1[j] } }
    }
    let sizes = points.map { log(Double($0.atoms)) }
    let mean = sizes.reduce(0, +) * share
    let slopes = (0..<dimensions).map { i in
      zip(steps, sizes).reduce(0) { $0 + share * $1.0[i] * ($1.1 - mean) }
    }
    // A little is added, so that a dimension of which nothing is used has no say.
    let ridge = 1e-3 * (0..<dimensions).reduce(0) { $0 + covariance[$1][$1] } / Double(dimensions)
    var stiff = covariance
    for i in 0..<dimensions { stiff[i][i] += max(ridge, 1e-12) }
    guard let inverse = SymmetricMatrix(stiff).inverse() else {
      self = .coordinates
      return
    }
    let growth = inverse.map { Self.product($0, slopes) }
    let length = max(Self.product(growth, growth).squareRoot(), .leastNormalMagnitude)
    let up = growth.map { $0 / length }
    let pulls = covariance.map { Self.product($0, up) }
    let along = Self.product(pulls, up)
    let rest = (0..<dimensions).map { i in
      (0..<dimensions).map { j in
        covariance[i][j] - up[i] * pulls[j] - pulls[i] * up[j] + along * up[i] * up[j]
      }
    }
    let across = SymmetricMatrix(rest).eigen()?.vectors.last ?? up
    self.init(centre: centre, axes: [across, up])
  }

  private static func product(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Where a place of the map is shown.
  public func shown(_ place: [Double]) -> (x: Double, y: Double) {
    let step = zip(place, centre).map(-)
    return (Self.product(step, axes[0]), Self.product(step, axes[1]))
  }

  /// The standard deviations of a Gaussian with independent components along the plane's axes.
  public func shown(deviation: [Double]) -> (x: Double, y: Double) {
    func along(_ axis: [Double]) -> Double {
      zip(axis, deviation).reduce(0) { $0 + $1.0 * $1.0 * $1.1 * $1.1 }.squareRoot()
    }
    return (along(axes[0]), along(axes[1]))
  }
}
