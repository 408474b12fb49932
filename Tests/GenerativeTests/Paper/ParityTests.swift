import Numerics
import Foundation
import Tensors
import Testing

import Generative

/// The paper's network against a small instance of the published one, computed by PyTorch and
/// PyTorch Geometric in single precision: what it gives, its gradients, and its weights after a
/// step of Adam.
@Suite(
  .enabled(if: ProcessInfo.processInfo.environment["DEEPSTRUC_REFERENCE"] != nil))
struct ParityTests {
  let file: Safetensors
  let network: PaperNetwork
  let structures: [PaperStructure]
  let gradients: Buffer
  let tape: Tape

  init() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["DEEPSTRUC_REFERENCE"])
    let url = URL(filePath: folder).appending(path: "model/small.safetensors")
    file = try Safetensors(Data(contentsOf: url))
    var sizes = PaperArchitecture(
      name: "small", latent: 2, thinning: 1, encoder: .graph([16, 8]))
    (sizes.atoms, sizes.branches, sizes.head, sizes.decoder) = (75, [10, 5], [12, 6], [8, 16])
    network = PaperNetwork(sizes, seed: 1)
    gradients = Buffer(count: network.parameters.count)
    tape = Tape(network.parameters, gradients: gradients)
    let tensors = file.tensors
    func values(_ name: String) throws -> [Float] { try #require(tensors[name]).values }
    for parameter in network.parameters.list {
      network.parameters.set(parameter, to: try Self.reference("w0", parameter.name, in: file))
    }
    let (x, graphs) = (try values("in.x"), try values("in.batch").map { Int($0) })
    let edges = try values("in.edge_index").map { Int($0) }
    var lists = [[Int]](repeating: [], count: graphs.count)
    for edge in 0..<edges.count / 2 { lists[edges[edges.count / 2 + edge]].append(edges[edge]) }
    structures = Set(graphs).sorted().map { graph in
      let nodes = graphs.indices.filter { graphs[$0] == graph }
      return PaperStructure(
        positions: nodes.flatMap { x[3 * $0..<3 * $0 + 3] },
        neighbours: Neighbours(nodes.map { lists[$0].map { $0 - nodes[0] } }))
    }
  }

  /// A parameter's reference: the published names, and for gated layers h above g.
  static func reference(_ kind: String, _ name: String, in file: Safetensors) throws -> [Float] {
    let parts = name.split(separator: ".").map(String.init)
    func tensor(_ name: String) throws -> [Float] {
      try #require(file.tensors["\(kind).\(name)"], "\(kind).\(name)").values
    }
    func layer(_ names: [String]) -> String { names[Int(parts[1]) ?? 0] }
    switch parts[0] {
    case "encoder" where parts[1] == "pool":
      return try tensor("glob_at.\(parts[2] == "gate" ? "gate_nn" : "nn").\(parts[3])")
    case "encoder":
      let names = [
        "weight": "lin.weight", "source": "att_src", "target": "att_dst", "bias": "bias",
      ]
      return try tensor("encoder_layers.e\(parts[1]).\(names[parts[2]] ?? "")")
    case "prior", "branch":
      let group = parts[0] == "prior" ? "prior_layers" : "posterior_layers"
      let place = "\(group).\(layer(["prior_0", "prior_1", "-1"]))"
      return try tensor("\(place).h.\(parts[2])") + tensor("\(place).g.\(parts[2])")
    case "head": return try tensor("mlp_layers.\(layer(["m0", "m1", "-1"])).\(parts[2])")
    default: return try tensor("decoder_layers.\(layer(["d0", "d1", "d3"])).\(parts[2])")
    }
  }

  func pass() throws -> PaperPass {
    func constant(_ name: String, _ columns: Int) throws -> Node {
      let values = try #require(file.tensors[name]).values
      return tape.constant(values, structures.count, columns)
    }
    return network.pass(
      structures, pdfs: try constant("in.pdf", 2800), noise: try constant("out.eps", 2), on: tape)
  }

  /// Runs back from error + β · divergence and returns that sum.
  func backward(_ pass: PaperPass) throws -> Node {
    let beta = try #require(file.metadata["beta"].flatMap(Float.init))
    let loss = tape.total([(1, pass.error), (beta, pass.divergence)])
    tape.backward(from: loss)
    return loss
  }

  /// Largest difference in units of the reference's largest value.
  func difference(_ a: [Float], _ b: [Float]) -> Float {
    guard a.count == b.count else { return .infinity }
    return zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) } / max(b.map(abs).max() ?? 0, 1e-30)
  }

  /// Sums of up to 2800 products in single precision: 20 units of the last place, 2.4e-6.
  @Test func outputsAgree() throws {
    let pass = try pass()
    let total = try backward(pass)
    for (name, node) in [
      ("mu_prior", pass.prior.mean), ("sigma_prior", pass.prior.deviation),
      ("mu_post", pass.posterior.mean), ("sigma_post", pass.posterior.deviation),
      ("z", pass.place), ("pred", pass.positions), ("loss", pass.error), ("kl", pass.divergence),
      ("total", total),
    ] {
      let reference = try #require(file.tensors["out.\(name)"]).values
      #expect(difference(node.array, reference) < 2.4e-6, "\(name)")
    }
    let targets = structures.flatMap { $0.target(atoms: 75) }
    #expect(targets == file.tensors["in.y"]?.values)
  }

  /// What rounding leaves of a parameter's gradients: they pass twice as many sums as outputs, 40
  /// units of the last place of the largest. Those of the pool's gate bias and of attention that
  /// meets no kink are zero, since a softmax does not change when all scores shift: what remains
  /// is the rounding of terms near 1e-5.
  func noise(_ gradients: [Float]) -> Float { 4.8e-6 * (gradients.map(abs).max() ?? 0) + 1e-11 }

  @Test func gradientsAgree() throws {
    _ = try backward(pass())
    for parameter in network.parameters.list {
      let reference = try Self.reference("g0", parameter.name, in: file)
      let own = network.parameters.array(of: parameter, in: gradients)
      for i in own.indices {
        #expect(abs(own[i] - reference[i]) <= noise(reference), "\(parameter.name)[\(i)]")
      }
    }
  }

  /// The first step of Adam is rate · g/(|g| + ε) with ε = 1e-8: where g is of the size of its own
  /// rounding error, that decides the sign. Elsewhere 1e-7 is the rounding of weights up to 1.
  @Test func weightsAgreeAfterAStep() throws {
    _ = try backward(pass())
    let rate = try #require(file.metadata["lr"].flatMap(Float.init))
    var adam = Adam(count: network.parameters.count)
    adam.update(network.parameters.values, gradients: [gradients], rate: rate)
    for parameter in network.parameters.list {
      let reference = try Self.reference("w1", parameter.name, in: file)
      let gradient = try Self.reference("g0", parameter.name, in: file)
      let own = network.parameters.array(of: parameter)
      let noise = noise(gradient)
      for i in own.indices {
        let uncertain = noise / (abs(gradient[i]) + 1e-8 + noise)
        #expect(
          abs(own[i] - reference[i]) <= 1.2e-7 + 2 * rate * uncertain, "\(parameter.name)[\(i)]")
      }
    }
  }
}
