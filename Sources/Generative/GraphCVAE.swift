import Clusters
import Foundation
import Scattering
import Tensors

/// The graph conditional variational autoencoder: a posterior that sees structures, a prior that
/// sees PDFs, and a decoder that turns a place on their common latent map into a structure
/// (Kjær, Anker et al. 2023, doi:10.1039/D2DD00086E; Sohn, Lee and Yan 2015 for the CVAE).
///
/// Shape and size are kept apart: a bond-length head reads d from the PDF, everything else works
/// in units of d, and positions are multiplied by d at the end.
public final class GraphCVAE: Sendable {
  public let architecture: Architecture
  public let parameters: Parameters
  let bondLength: BondLengthHead
  let prior: Prior
  let posterior: Posterior
  let decoder: Decoder

  /// A model with random weights.
  public init(_ architecture: Architecture, seed: UInt64) {
    let parameters = Parameters()
    self.architecture = architecture
    self.parameters = parameters
    bondLength = BondLengthHead(architecture, in: parameters)
    prior = Prior(architecture, in: parameters)
    posterior = Posterior(architecture, in: parameters)
    decoder = Decoder(architecture, in: parameters)
    var random = RandomGenerator(seed: seed)
    parameters.allocate(from: &random)
  }
}

/// A Gaussian on the latent map, and the bond length that goes with it.
public struct LatentPlace: Sendable, Hashable {
  /// μ.
  public var mean: SIMD2<Double>
  /// σ.
  public var deviation: SIMD2<Double>
  /// Bond length d in Å.
  public var bond: Double
}

/// A structure out of the decoder, in units of the bond length.
public struct DecodedShape: Sendable {
  public let place: SIMD2<Double>
  public let positions: [SIMD3<Double>]  // [atoms, 3]
}

extension GraphCVAE {
  /// Where PDFs belong on the map.
  ///
  /// The bond length is read off the PDF over r, and corrected three times by what the prior sees over
  /// r/d.
  public func places(of pdfs: [PDF]) -> [LatentPlace] {
    blocks(of: pdfs.count) { range, tape in
      let pdfs = pdfs[range]
      let overR = tape.constant(pdfs.flatMap(BondPDF.values), pdfs.count, BondPDF.inputs)
      var bonds = bondLength(overR, on: tape).array.map { 2.7 * exp(Double($0) / 100) }
      var gaussian: Gaussian?
      for _ in 0..<3 {
        let reduced = zip(pdfs, bonds).flatMap { ReducedPDF.values(of: $0, bond: $1) }
        let (place, correction) = prior(
          tape.constant(reduced, pdfs.count, ReducedPDF.inputs), on: tape)
        gaussian = place
        bonds = zip(bonds, correction.array).map { $0 * exp(Double($1) / 100) }
      }
      return gaussian.map { Self.latentPlaces($0, bonds: bonds) } ?? []
    }
  }

  /// Where structures belong on the map, by the posterior.
  public func places(of graphs: [StructureGraph]) -> [LatentPlace] {
    blocks(of: graphs.count) { range, tape in
      Self.latentPlaces(
        posterior(Array(graphs[range]), on: tape), bonds: range.map { _ in 1 })
    }
  }

  /// The structures at places on the map.
  public func decode(_ places: [SIMD2<Double>]) -> [DecodedShape] {
    blocks(of: places.count) { range, tape in
      let z = tape.constant(
        places[range].flatMap { [Float($0.x), Float($0.y)] }, range.count, 2)
      let (positions, presence) = decoder(z, on: tape)
      let (x, p) = (positions.array, presence.array)
      return range.enumerated().map { row, index in
        let atoms = (0..<architecture.atoms).filter { p[row * architecture.atoms + $0] > 0 }
        let positions = (0..<max(atoms.count, 1)).map { atom in
          let start = 3 * (row * architecture.atoms + atom)
          return SIMD3(Double(x[start]), Double(x[start + 1]), Double(x[start + 2]))
        }
        return DecodedShape(place: places[index], positions: positions)
      }
    }
  }

  private static func latentPlaces(_ gaussian: Gaussian, bonds: [Double]) -> [LatentPlace] {
    let (mean, deviation) = (gaussian.mean.array, gaussian.deviation.array)
    return bonds.enumerated().map { row, bond in
      LatentPlace(
        mean: SIMD2(Double(mean[2 * row]), Double(mean[2 * row + 1])),
        deviation: SIMD2(Double(deviation[2 * row]), Double(deviation[2 * row + 1])), bond: bond)
    }
  }

  /// Computes blocks of 128 rows in parallel, each on a tape of its own, and joins the results.
  private func blocks<T: Sendable>(
    of count: Int, _ body: @Sendable (Range<Int>, Tape) -> [T]
  ) -> [T] {
    let size = 128
    return Threads.map((count + size - 1) / size) { index in
      let tape = Tape(parameters)
      return withExtendedLifetime(tape) {
        body(index * size..<min((index + 1) * size, count), tape)
      }
    }.flatMap { $0 }
  }
}
