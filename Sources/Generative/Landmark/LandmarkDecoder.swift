import Tensors

/// p(structure | z): for each axis of the map a set of points in units of the bond length.
///
/// A plane is a narrow door to hundreds of shapes: each axis is first spread over sine waves of
/// learned directions and lengths (Tancik et al. 2020, arXiv:2006.10739) and taken through a
/// network of its own. An atom is a sum of one point of every axis, so that what one axis says
/// holds wherever the other stands.
struct LandmarkDecoder {
  /// What one axis says.
  struct Part {
    let positions: Node  // [batch, 3 · points]
    let presence: Node  // [batch, points], logits
  }

  private let trunks:
    [(dimensions: Range<Int>, points: Int, waves: Linear, network: ResidualNetwork)]

  init(_ architecture: LandmarkArchitecture, _ landmarks: Landmarks, in parameters: Parameters) {
    let size = architecture.decoder
    var end = 0
    trunks = landmarks.axes.enumerated().map { index, axis in
      defer { end += axis.dimensions }
      return (
        end..<end + axis.dimensions, axis.points,
        Linear(
          "decoder.\(index).waves", axis.dimensions, architecture.waves, .uniform(4),
          in: parameters),
        ResidualNetwork(
          "decoder.\(index)", inputs: architecture.waves, width: size.width, blocks: size.blocks,
          outputs: 4 * axis.points, in: parameters)
      )
    }
  }

  /// - Parameter z: places on the map [batch, latent].
  func callAsFunction(_ z: Node, on tape: Tape) -> [Part] {
    trunks.map { trunk in
      let waves = tape.sine(trunk.waves(tape.columns(trunk.dimensions, of: z), on: tape))
      let output = trunk.network(waves, on: tape)  // [batch, 4 · points]
      return Part(
        positions: tape.columns(0..<3 * trunk.points, of: output),
        presence: tape.columns(3 * trunk.points..<4 * trunk.points, of: output))
    }
  }
}

extension LandmarkDecoder.Part {
  /// The points of each row that are there, at least the likeliest.
  func points() -> [[SIMD3<Double>]] {
    let (x, p) = (positions.array.map(Double.init), presence.array)
    return (0..<presence.rows).map { row in
      let own = row * presence.columns..<(row + 1) * presence.columns
      let likeliest = own.max { p[$0] < p[$1] }
      return own.filter { p[$0] > 0 || $0 == likeliest }.map { point in
        SIMD3(x[3 * point], x[3 * point + 1], x[3 * point + 2])
      }
    }
  }
}
