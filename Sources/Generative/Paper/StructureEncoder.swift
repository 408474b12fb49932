import Tensors

/// Turns structures into features [batch, width].
protocol StructureEncoder: Sendable {
  func callAsFunction(_ structures: [PaperStructure], on tape: Tape) -> Node
}

/// The paper's encoder: graph attention layers over the positions, LeakyReLU between them, and
/// attention pooling.
struct GraphEncoder: StructureEncoder {
  let layers: [GraphAttention]
  let pool: AttentionPool

  init(_ widths: [Int], in parameters: Parameters) {
    layers = zip([3] + widths, widths).enumerated().map { index, pair in
      GraphAttention("encoder.\(index)", pair.0, pair.1, in: parameters)
    }
    pool = AttentionPool("encoder.pool", widths.last ?? 3, in: parameters)
  }

  func callAsFunction(_ structures: [PaperStructure], on tape: Tape) -> Node {
    var graph = Neighbours()
    for structure in structures { graph.append(structure.neighbours) }
    let positions = tape.constant(graph.nodeCount, 3)
    positions.fill(with: structures.lazy.map(\.positions))
    let features = layers.indices.reduce(positions) { x, index in
      layers[index](
        x, over: graph, leaking: index == layers.count - 1 ? nil : 0.01, on: tape)
    }  // [nodes, features]
    return pool(features, over: graph, on: tape)
  }
}

/// The encoder of a conventional CVAE: a perceptron over padded coordinates and distances.
struct CoordinateEncoder: StructureEncoder {
  let atoms: Int
  let perceptron: Perceptron

  init(_ widths: [Int], atoms: Int, in parameters: Parameters) {
    self.atoms = atoms
    perceptron = Perceptron(
      "encoder", [3 * atoms + PaperStructure.ranks] + widths, in: parameters)
  }

  func callAsFunction(_ structures: [PaperStructure], on tape: Tape) -> Node {
    let inputs = tape.constant(structures.count, 3 * atoms + PaperStructure.ranks)
    inputs.fill(with: structures.lazy.map { $0.target(atoms: atoms) + $0.distances })
    return perceptron(inputs, on: tape)
  }
}

extension Node {
  /// Writes rows, or blocks of rows, one below another.
  func fill(with parts: some Sequence<[Float]>) {
    withValues { values in
      var start = 0
      for part in parts {
        _ = values[start...].update(fromContentsOf: part)
        start += part.count
      }
    }
  }
}
