import Foundation
import Numerics

/// The plane of a latent map that is shown.
///
/// A map of two dimensions is shown as it is. Of one with more the first two principal directions of
/// the learned shapes' places are shown, turned so that sizes grow upwards.
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
    guard let (_, vectors) = SymmetricMatrix(covariance).eigen() else {
      self = .coordinates
      return
    }
    let (first, second) = (vectors[dimensions - 1], vectors[dimensions - 2])
    // The direction in the plane along which the logarithm of the number of atoms grows.
    let sizes = points.map { log(Double($0.atoms)) }
    let mean = sizes.reduce(0, +) * share
    func slope(_ axis: [Double]) -> Double {
      let along = steps.map { Self.product($0, axis) }
      let square = along.reduce(1e-12) { $0 + $1 * $1 }
      return zip(along, sizes).reduce(0) { $0 + $1.0 * ($1.1 - mean) } / square
    }
    let slopes = (slope(first), slope(second))
    let length = max(hypot(slopes.0, slopes.1), .leastNormalMagnitude)
    let (cosine, sine) = (slopes.1 / length, slopes.0 / length)
    self.init(
      centre: centre,
      axes: [
        zip(first, second).map { cosine * $0 - sine * $1 },
        zip(first, second).map { sine * $0 + cosine * $1 },
      ])
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
