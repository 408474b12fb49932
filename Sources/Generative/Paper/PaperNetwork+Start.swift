import Foundation
import Numerics
import Tensors

/// The start of a training, which differs from the publication's.
///
/// The published program starts as PyTorch does by default. The posterior's means of all structures
/// then lie within 0.01 of one another, and are drawn with deviations of 1 and more: the decoder
/// learns nothing of the structure for thousands of epochs, until the map has spread. Here the map
/// is spread before the first step. No equation of the network changes.
extension PaperNetwork {
  /// Standard deviation of the posterior's means at the start along every axis of the map.
  ///
  /// Thousands of structures need room, as no draw has a deviation below 1.
  static let spread = 60.0

  /// Spreads the map: the posterior's means of some structures become uncorrelated, with mean 0 and
  /// deviation `spread`.
  ///
  /// The last layer of the head is whitened; the decoder's first layer and the prior's last are
  /// brought to the same scale.
  ///
  /// - Parameter pdfs: those of the structures [structures, points].
  func spreadMap(over structures: [PaperStructure], _ pdfs: Node, on tape: Tape) {
    let means = posterior(of: structures, pdfs, on: tape).mean
    let last = head.layers[head.layers.count - 1]
    last.whiten(means, to: Self.spread, in: parameters)
    scale(decoder.layers[0].weight, by: Float(1 / Self.spread))
    // h of the means alone: neither their gates nor the deviations.
    scale(
      prior.layers[prior.layers.count - 1].weight, rows: 0..<dimensions, by: Float(Self.spread))
  }

  /// Spreads the map by the prior instead, for a training in which the prior alone draws places.
  ///
  /// The gates of its means begin at a half, so that its last layer can be whitened as any other.
  ///
  /// - Parameter pdfs: of some structures [structures, points].
  func spreadPrior(over pdfs: Node, on tape: Tape) {
    let last = prior.layers[prior.layers.count - 1]
    scale(last.weight, rows: 2 * dimensions..<3 * dimensions, by: 0)
    let doubled = tape.scaled(prior(of: pdfs, on: tape).mean, by: 2)
    last.whiten(doubled, to: 2 * Self.spread, in: parameters)
    scale(decoder.layers[0].weight, by: Float(1 / Self.spread))
  }

  /// Spreads the posterior as far as the prior's means lie apart, before it learns where they lie.
  func spreadPosterior(over structures: [PaperStructure], _ pdfs: Node, on tape: Tape) {
    let places = prior(of: pdfs, on: tape).mean.array
    let squares = (0..<dimensions).map { axis in
      let along = Spread((0..<structures.count).map { Double(places[$0 * dimensions + axis]) })
      return along.deviation * along.deviation
    }
    let deviation = (squares.reduce(0, +) / Double(dimensions)).squareRoot()
    head.layers[head.layers.count - 1].whiten(
      posterior(of: structures, pdfs, on: tape).mean, to: deviation, in: parameters)
  }

  private func scale(_ weight: Parameter, rows: Range<Int>? = nil, by factor: Float) {
    var values = parameters.array(of: weight)
    for row in rows ?? 0..<weight.rows {
      for i in row * weight.columns..<(row + 1) * weight.columns { values[i] *= factor }
    }
    parameters.set(weight, to: values)
  }
}
