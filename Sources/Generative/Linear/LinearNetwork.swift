import Clusters
import Numerics
import Scattering
import Tensors

/// One matrix from PDFs to places on the map, and one from places to coordinates.
final class LinearNetwork: Network {
  let atoms: Int
  let parameters: Parameters
  let encoder: Linear
  let decoder: Linear

  init(atoms: Int, seed: UInt64 = 0) {
    let parameters = Parameters()
    self.atoms = atoms
    self.parameters = parameters
    encoder = Linear("encoder", BondPDF.inputs, 2, in: parameters)
    decoder = Linear("decoder", 2, 3 * atoms, in: parameters)
    var random = RandomGenerator(seed: seed)
    parameters.allocate(from: &random)
  }

  var dimensions: Int { 2 }
  var family: ModelFamily { .linear }
  var header: [String: any Encodable & Sendable] { ["atoms": atoms] }
  var parts: NetworkParts { NetworkParts(prior: "one matrix", decoder: "one matrix") }

  /// Places [batch, 2].
  func places(of pdfs: [PDF], on tape: Tape) -> Node {
    encoder(tape.constant(pdfs.flatMap(BondPDF.values), pdfs.count, BondPDF.inputs), on: tape)
  }

  func priors(of pdfs: [PDF]) -> [LatentDistribution] {
    blocks(of: pdfs.count) { range, tape in
      let places = places(of: Array(pdfs[range]), on: tape).array.map(Double.init)
      return (0..<range.count).map { row in
        LatentDistribution(
          axes: [
            .init(
              weights: [1], means: [Array(places[2 * row..<2 * row + 2])], deviations: [[0.1, 0.1]])
          ],
          bond: nil)
      }
    }
  }

  func decode(_ places: [[Double]]) -> [DecodedShape] {
    blocks(of: places.count) { range, tape in
      let z = tape.constant(places[range].flatMap { $0.map(Float.init) }, range.count, dimensions)
      let output = decoder(z, on: tape).array.map(Double.init)
      return range.enumerated().map { row, index in
        let positions = (0..<atoms).map { atom in
          let first = 3 * (row * atoms + atom)
          return SIMD3(output[first], output[first + 1], output[first + 2])
        }
        return DecodedShape(place: places[index], positions: positions, unit: .angstrom)
      }
    }
  }
}
