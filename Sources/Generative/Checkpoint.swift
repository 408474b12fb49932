import Foundation
import Numerics
import Tensors

/// A model, or a training on its way, as one safetensors file.
///
/// Weights are tensors by name; family, plan, map, history and what the network adds are JSON in
/// the metadata. A training on its way also holds the optimiser's moments and steps, and what its
/// objective remembers, so that it goes on bit for bit.
public struct Checkpoint: Sendable {
  public let model: Model
  /// The optimiser of a training on its way.
  public let optimiser: Adam?
  /// What the objective of a training on its way remembers.
  public let memory: JSONHeader

  private static let format = "deepstruc model 4"
  /// It names no family, and has losses by the names of Swift.
  private static let formerFormat = "deepstruc model 3"
  /// Weights are of the order of 1, in single precision; what they give must not overflow.
  private static let largest: Float = 1e6

  public init(
    _ model: Model, optimiser: Adam? = nil, memory: [String: any Encodable & Sendable] = [:]
  ) throws {
    (self.model, self.optimiser) = (model, optimiser)
    var header = JSONHeader()
    for (name, value) in memory { try header.set(name, to: value) }
    self.memory = header
  }

  /// Reads a file.
  ///
  /// - Throws: `Safetensors.Malformed` with what is wrong with it, or the system's error.
  public init(contentsOf url: URL) throws {
    let file = try Safetensors(Data(readingFile: url.path, most: Safetensors.most))
    let header = JSONHeader(file.metadata)
    let network = try Self.family(of: header).network(header)
    let parameters = network.parameters
    func read(_ prefix: String, into buffer: Buffer) throws {
      for parameter in parameters.list {
        let name = prefix + parameter.name
        guard let tensor = file.tensors[name], tensor.values.count == parameter.count else {
          throw Safetensors.Malformed(description: "its '\(name)' is missing or of another size")
        }
        guard tensor.values.allSatisfy({ abs($0) < Self.largest }) else {
          throw Safetensors.Malformed(
            description: "its '\(name)' holds numbers that no training gives")
        }
        parameters.set(parameter, to: tensor.values, in: buffer)
      }
    }
    try read("", into: parameters.values)
    let map: [MapPoint] = try header.value("map")
    guard map.allSatisfy({ $0.isPossible(dimensions: network.dimensions) }) else {
      throw Safetensors.Malformed(description: "its map has impossible places")
    }
    model = Model(
      network, map: map, plan: try header.value("plan"), history: try header.value("history"))
    memory = header
    if let text = file.metadata["step"] {
      guard let step = Int(text), (0...1_000_000_000_000).contains(step) else {
        throw Safetensors.Malformed(description: "it has an impossible number of steps, \(text)")
      }
      var adam = Adam(count: parameters.count, decay: model.plan.decay)
      adam.step = step
      try read("first.", into: adam.first)
      try read("second.", into: adam.second)
      optimiser = adam
    } else {
      optimiser = nil
    }
  }

  /// The family of a file; in the former format the name of its architecture tells it.
  private static func family(of header: JSONHeader) throws -> ModelFamily {
    struct Named: Decodable { let name: String }
    let name: String
    switch header.texts["format"] {
    case format: name = try header.value("family")
    case formerFormat: name = try header.value("architecture", as: Named.self).name
    default: throw Safetensors.Malformed(description: "it holds no model of this program")
    }
    guard let family = ModelFamily.named(name) else {
      throw Safetensors.Malformed(description: "this program knows no model '\(name)'")
    }
    return family
  }

  /// Writes a file beside its place and renames it, so that there is never half a file.
  ///
  /// - Parameter half: stores weights in half precision, for shipping.
  public func write(to url: URL, half: Bool = false) throws {
    var file = Safetensors()
    let (network, parameters) = (model.network, model.network.parameters)
    func add(_ prefix: String, from buffer: Buffer) {
      for parameter in parameters.list {
        file.tensors[prefix + parameter.name] = .init(
          shape: [parameter.rows, parameter.columns],
          values: parameters.array(of: parameter, in: buffer))
      }
    }
    add("", from: parameters.values)
    var header = memory
    for (name, value) in network.header { try header.set(name, to: value) }
    try header.set("family", to: network.family.name)
    try header.set("plan", to: model.plan)
    try header.set("map", to: model.map)
    try header.set("history", to: model.history)
    file.metadata = header.texts.merging(["format": Self.format]) { $1 }
    file.metadata["step"] = optimiser.map { String($0.step) }
    if let optimiser {
      add("first.", from: optimiser.first)
      add("second.", from: optimiser.second)
    }
    try file.data(half: half ? Set(file.tensors.keys) : []).write(wholeFile: url.path)
  }
}

extension Checkpoint {
  /// The file of a model that ships with the program.
  public static func shipped(_ name: String) -> URL? {
    Bundle.module.url(forResource: name, withExtension: "safetensors", subdirectory: "Models")
  }
}
