import Numerics
import Foundation
import Tensors

/// A model, or a training on its way, as one safetensors file.
///
/// Weights are tensors by name; architecture, plan, map and history are JSON in the metadata. A
/// training on its way also holds the optimiser's moments and steps, so that it goes on bit for
/// bit.
public struct Checkpoint: Sendable {
  public let model: Model
  /// The optimiser of a training on its way.
  public let optimiser: Adam?
  /// The weight of the divergence, where the training goes on with it.
  public let beta: BetaSchedule?

  private static let format = "deepstruc model 3"

  public init(_ model: Model, optimiser: Adam? = nil, beta: BetaSchedule? = nil) {
    self.model = model
    self.optimiser = optimiser
    self.beta = beta
  }

  /// Reads a file.
  ///
  /// - Throws: `Safetensors.Malformed` with what is wrong with it, or the system's error.
  public init(contentsOf url: URL) throws {
    let file = try Safetensors(Data(contentsOf: url))
    guard file.metadata["format"] == Self.format else {
      throw Safetensors.Malformed(description: "it holds no model of this program")
    }
    func decoded<T: Decodable>(_ key: String, as _: T.Type = T.self) throws -> T {
      guard let text = file.metadata[key],
        let value = try? JSONDecoder().decode(T.self, from: Data(text.utf8))
      else { throw Safetensors.Malformed(description: "its \(key) is missing or damaged") }
      return value
    }
    let network: any Network
    if file.metadata["landmarks"] == nil {
      let sizes: PaperArchitecture = try decoded("architecture")
      guard sizes.isPossible else {
        throw Safetensors.Malformed(description: "its architecture has impossible sizes")
      }
      network = PaperNetwork(sizes, seed: 0)
    } else {
      let (sizes, landmarks): (LandmarkArchitecture, Landmarks) = (
        try decoded("architecture"), try decoded("landmarks")
      )
      guard sizes.isPossible, landmarks.isPossible else {
        throw Safetensors.Malformed(description: "its architecture or its map is impossible")
      }
      network = LandmarkNetwork(sizes, landmarks, seed: 0)
    }
    let parameters = network.parameters
    func read(_ prefix: String, into buffer: Buffer) throws {
      for parameter in parameters.list {
        let name = prefix + parameter.name
        guard let tensor = file.tensors[name], tensor.values.count == parameter.count else {
          throw Safetensors.Malformed(description: "its '\(name)' is missing or of another size")
        }
        parameters.set(parameter, to: tensor.values, in: buffer)
      }
    }
    try read("", into: parameters.values)
    model = Model(
      network, map: try decoded("map"), plan: try decoded("plan"),
      history: try decoded("history"))
    beta = file.metadata["beta"] == nil ? nil : try decoded("beta")
    if let text = file.metadata["step"], let step = Int(text) {
      var adam = Adam(count: parameters.count, decay: model.plan.decay)
      adam.step = step
      try read("first.", into: adam.first)
      try read("second.", into: adam.second)
      optimiser = adam
    } else {
      optimiser = nil
    }
  }

  /// Writes a file beside its place and renames it, so that there is never half a file.
  ///
  /// - Parameter half: stores weights in half precision, for shipping.
  public func write(to url: URL, half: Bool = false) throws {
    var file = Safetensors()
    let parameters = model.network.parameters
    func add(_ prefix: String, from buffer: Buffer) {
      for parameter in parameters.list {
        file.tensors[prefix + parameter.name] = .init(
          shape: [parameter.rows, parameter.columns],
          values: parameters.array(of: parameter, in: buffer))
      }
    }
    func encoded(_ value: some Encodable) throws -> String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
    add("", from: parameters.values)
    file.metadata = [
      "format": Self.format, "plan": try encoded(model.plan), "map": try encoded(model.map),
      "history": try encoded(model.history),
    ]
    switch model.network {
    case let network as LandmarkNetwork:
      file.metadata["architecture"] = try encoded(network.architecture)
      file.metadata["landmarks"] = try encoded(network.landmarks)
    case let network as PaperNetwork:
      file.metadata["architecture"] = try encoded(network.architecture)
    default: preconditionFailure("a network of no known kind: \(type(of: model.network))")
    }
    if let beta { file.metadata["beta"] = try encoded(beta) }
    if let optimiser {
      add("first.", from: optimiser.first)
      add("second.", from: optimiser.second)
      file.metadata["step"] = String(optimiser.step)
    }
    try file.data(half: half ? Set(file.tensors.keys) : []).write(to: url, options: .atomic)
  }
}

extension Checkpoint {
  /// The file of a model that ships with the program.
  public static func shipped(_ name: String) -> URL? {
    Bundle.module.url(forResource: name, withExtension: "safetensors", subdirectory: "Models")
  }
}
