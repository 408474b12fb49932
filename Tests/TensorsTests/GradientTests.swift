import Numerics
import Testing

import Tensors

/// Every operation's gradients against central differences of its values.
struct GradientTests {
  /// Matrices that an operation is tried on.
  typealias Operation = @Sendable (Tape, [Node]) -> Node

  static let graph: Neighbours = {
    var graph = Neighbours([[1, 2], [0, 2], [0, 1, 3], [2]])
    graph.append(Neighbours([[1], [0]]))
    return graph
  }()

  static let operations: [(name: String, shapes: [(Int, Int)], operation: Operation)] = [
    ("linear", [(3, 5), (4, 5), (1, 4)], { $0.linear($1[0], $1[1], $1[2]) }),
    (
      "linear, leaking", [(3, 5), (4, 5), (1, 4)],
      { $0.linear($1[0], $1[1], $1[2], leaking: 0.1) }
    ),
    ("linear over many rows", [(300, 2), (2, 2), (1, 2)], { $0.linear($1[0], $1[1], $1[2]) }),
    ("product", [(2, 3), (3, 4)], { $0.product($1[0], $1[1]) }),
    ("leakyReLU", [(3, 4)], { $0.leakyReLU($1[0], slope: 0.1) }),
    ("softplusDeviation", [(3, 4)], { $0.softplusDeviation($1[0]) }),
    ("gated", [(3, 8)], { $0.gated($1[0]) }),
    ("concatenate", [(3, 2), (3, 4)], { $0.concatenate($1[0], $1[1]) }),
    ("sine", [(3, 4)], { $0.sine($1[0]) }),
    ("silu", [(3, 4)], { $0.silu($1[0]) }),
    ("exponential", [(3, 4)], { $0.exponential($1[0]) }),
    ("scaled", [(3, 4)], { $0.scaled($1[0], by: -1.5) }),
    ("choiceEntropy", [(3, 4)], { $0.choiceEntropy($1[0], [2, 0, 2]) }),
    ("add", [(3, 4), (3, 4)], { $0.add($1[0], $1[1]) }),
    ("layerNorm", [(3, 6), (1, 6), (1, 6)], { $0.layerNorm($1[0], gain: $1[1], bias: $1[2]) }),
    ("columns", [(3, 6)], { $0.columns(2..<5, of: $1[0]) }),
    (
      "sample", [(3, 2), (3, 2)],
      { tape, x in
        tape.sample(
          mean: x[0], deviation: x[1], noise: tape.constant([0.3, -1, 2, 0.1, -0.7, 0.5], 3, 2))
      }
    ),
    (
      "graphAttention", [(6, 18), (1, 18), (1, 18), (1, 18)],
      { $0.graphAttention($1[0], source: $1[1], target: $1[2], bias: $1[3], over: graph) }
    ),
    (
      "graphAttention, leaking", [(6, 18), (1, 18), (1, 18), (1, 18)],
      {
        $0.graphAttention(
          $1[0], source: $1[1], target: $1[2], bias: $1[3], over: graph, leaking: 0.1)
      }
    ),
    (
      "graphAttention of what is used twice", [(6, 3), (1, 3), (1, 3)],
      {
        $0.add($1[0], $0.graphAttention($1[0], source: $1[1], target: $1[2], over: graph))
      }
    ),
    (
      "graphAttention of constants", [(1, 3), (1, 3)],
      { tape, x in
        let h = tape.constant((0..<18).map { Float($0 * 7 % 5) / 5 }, 6, 3)
        return tape.graphAttention(h, source: x[0], target: x[1], over: graph)
      }
    ),
    ("attentionPool", [(6, 5), (6, 1)], { $0.attentionPool($1[0], gate: $1[1], over: graph) }),
    (
      "squaredError", [(2, 3), (2, 3)],
      { $0.squaredError($1[0], fixed($0, 2, 3, 0.2), weights: fixed($0, 2, 3, 0.7)) }
    ),
    (
      "absoluteError", [(2, 3)],
      {
        $0.absoluteError(
          $1[0], fixed($0, 2, 3, 0.2), weights: fixed($0, 2, 3, 0.7), rounding: 0.5)
      }
    ),
    (
      "crossEntropy", [(2, 3)],
      { $0.crossEntropy($1[0], fixed($0, 2, 3, 1), weights: fixed($0, 2, 3, 0.7)) }
    ),
    (
      "divergence", [(2, 3), (2, 3), (2, 3), (2, 3)],
      { tape, x in
        tape.divergence(
          (x[0], tape.exponential(x[1])), from: (x[2], tape.exponential(x[3])))
      }
    ),
    ("sum", [(2, 3)], { $0.sum($1[0]) }),
    ("rows", [(4, 3)], { $0.rows([2, 0, 2], of: $1[0]) }),
    (
      // Two components in three dimensions.
      "mixtureSurprise", [(2, 3), (2, 14)],
      { $0.mixtureSurprise(of: $1[0], under: $1[1], spread: 1.5, least: 0.3, pull: 1) }
    ),
    (
      // A particle of two facets in columns 1 and 2, and one of three in columns 4 to 6.
      "facetEntropy", [(2, 8)],
      {
        $0.facetEntropy(
          $1[0],
          [
            FacetSites(
              column: 1, facets: 2, heights: [0.9, 0.3, 1.1, -.infinity, 0.2, 1.3],
              occupied: [1, 0, 1]),
            FacetSites(column: 4, facets: 3, start: 0.2, heights: [0.5, 0.6, 0.8], occupied: [0]),
          ])
      }
    ),
    (
      "total", [(1, 1), (1, 1)],
      { $0.total([(factor: 2, term: $1[0]), (factor: -0.5, term: $1[1])]) }
    ),
  ]

  static func fixed(_ tape: Tape, _ rows: Int, _ columns: Int, _ value: Float) -> Node {
    tape.constant([Float](repeating: value, count: rows * columns), rows, columns)
  }

  @Test(arguments: operations.map(\.name))
  func equalsDifferences(name: String) throws {
    let entry = try #require(Self.operations.first { $0.name == name })
    var random = RandomGenerator(seed: 5)
    let parameters = Parameters()
    let inputs = entry.shapes.enumerated().map { index, shape in
      parameters.declare("\(index)", shape.0, shape.1, .uniform(1))
    }
    parameters.allocate(from: &random)
    var weights: [Float] = []

    // A weighted sum of all outputs, so that every one of them reaches the loss differently.
    func loss(_ tape: Tape) -> Node {
      let y = entry.operation(tape, inputs.map { tape($0) })
      if weights.isEmpty { weights = (0..<y.count).map { _ in Float(random.uniform() + 0.5) } }
      let sum = tape.constant(weights, 1, y.count)
      let zero = tape.constant([0], 1, 1)
      return tape.linear(tape.reshaped(y, 1, y.count), sum, zero)
    }

    let gradients = Buffer(count: parameters.count)
    let tape = Tape(parameters, gradients: gradients)
    tape.backward(from: loss(tape))

    let step: Float = 1 / 128
    for parameter in inputs {
      let exact = parameters.array(of: parameter, in: gradients)
      var values = parameters.array(of: parameter)
      for i in values.indices {
        let here = values[i]
        let sides = [here + step, here - step].map { value in
          values[i] = value
          parameters.set(parameter, to: values)
          let tape = Tape(parameters)
          return withExtendedLifetime(tape) { loss(tape).array[0] }
        }
        values[i] = here
        parameters.set(parameter, to: values)
        let difference = (sides[0] - sides[1]) / (2 * step)
        // Differences of single-precision sums around 10 are good to 1e-3 at this step; kinks of
        // LeakyReLU are not met with this seed.
        #expect(
          abs(exact[i] - difference) < 4e-3 * max(1, abs(difference)),
          "\(name), input \(parameter.name)[\(i)]: \(exact[i]) against \(difference)")
      }
    }
  }
}
