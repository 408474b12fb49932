import Clusters
import Numerics
import Generative
import Tensors
import Testing

/// Where the training of the paper's network starts, and what its prior learns from.
@Suite(.serialized)
struct PaperStartTests {
  /// The posterior's means are uncorrelated with deviations of 60, in two dimensions and in eight.
  ///
  /// Weights of up to 1e6 before single precision's 6e-8 leave 1e-2 of the deviation.
  @Test(arguments: [PaperObjectiveTests.graph, PaperObjectiveTests.perceptron])
  func theMapIsSpread(architecture: PaperArchitecture) throws {
    let network = PaperNetwork(architecture, seed: 5)
    let objective = try PaperObjective(network, on: PaperObjectiveTests.data, plan: .paper)
    objective.spreadMap()
    let places = objective.map().map(\.place)
    let count = Double(places.count)
    for i in 0..<architecture.latent {
      #expect(abs(places.reduce(0) { $0 + $1[i] } / count) < 0.6)
      for j in 0...i {
        let covariance = places.reduce(0) { $0 + $1[i] * $1[j] } / count
        #expect(abs(covariance - (i == j ? 3600 : 0)) < 36)
      }
    }
  }

  /// The divergence of the fixed posterior gives the prior the gradients that the divergence gives
  /// it, and nothing else any.
  @Test func onlyThePriorLearnsFromAFixedPosterior() throws {
    let architecture = PaperObjectiveTests.graph
    let network = PaperNetwork(architecture, seed: 5)
    let data = try PaperData(
      PaperObjectiveTests.data.training.prefix(6).map {
        PaperObjectiveTests.data.catalogue[$0]
      }, architecture)
    let gradients = Buffer(count: network.parameters.count)
    let tape = Tape(network.parameters, gradients: gradients)
    func gradientsOf(_ loss: (PaperPass) -> Node) -> [String: [Float]] {
      tape.reset()
      let (structures, pdfs) = data.batch(of: 0..<6, on: tape)
      let pass = network.pass(
        structures, pdfs: pdfs, noise: tape.constant([Float](repeating: 0, count: 12), 6, 2),
        on: tape)
      tape.backward(from: loss(pass))
      return Dictionary(
        uniqueKeysWithValues: network.parameters.list.map {
          ($0.name, network.parameters.array(of: $0, in: gradients))
        })
    }
    let (whole, prior) = (gradientsOf(\.divergence), gradientsOf(\.divergenceOfPrior))
    for parameter in network.parameters.list {
      let own = try #require(prior[parameter.name])
      if parameter.name.hasPrefix("prior") {
        #expect(own == whole[parameter.name] && own.contains { $0 != 0 }, "\(parameter.name)")
      } else {
        #expect(own.allSatisfy { $0 == 0 }, "\(parameter.name)")
      }
    }
    #expect(try #require(whole["head.0.weight"]).contains { $0 != 0 })
  }
}
