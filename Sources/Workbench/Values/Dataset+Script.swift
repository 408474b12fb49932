import Clusters
import Generative
import Scattering
import Script

extension Dataset.Split: ScriptChoice {}
extension RateSchedule: ScriptChoice {}

extension Dataset: ScriptObject {
  public static let typeName = "data set"

  public static let fields: [Field<Dataset>] = [
    Field("catalogue", "the structures") { $0.catalogue },
    Field("training", "the part to train on") { $0.part(.training) },
    Field("validation", "the part to validate with") { $0.part(.validation) },
    Field("test", "the part to test on") { $0.part(.test) },
    Field("count", "number of structures") { $0.catalogue.count },
    Field("split", "structure: each by itself; shape: whole shapes held out") {
      $0.split.rawValue
    },
    Field("seed", "of the split") { $0.seed },
  ]

  public var summary: String { "data set of \(catalogue.count) structures" }

  public var passages: [Passage] {
    let words =
      "data set of \(catalogue.name): \(training.count) structures to train on, "
      + "\(validation.count) to validate with, \(test.count) to test, "
      + (split == .shape ? "whole shapes held out" : "split one by one")
    return [.text(words)]
  }

  package func part(_ name: DatasetPart.Name) -> DatasetPart { DatasetPart(name, of: self) }
}

/// The structures of one part of a data set.
public struct DatasetPart: ScriptSequence {
  public enum Name: String, CaseIterable, Sendable { case training, validation, test }

  public let name: Name
  public let dataset: Dataset
  /// Numbers in the catalogue.
  public let indices: [Int]

  init(_ name: Name, of dataset: Dataset) {
    self.name = name
    self.dataset = dataset
    indices =
      switch name {
      case .training: dataset.training
      case .validation: dataset.validation
      case .test: dataset.test
      }
  }

  public static let typeName = "part of a data set"

  public static let fields: [Field<DatasetPart>] = [
    Field("name", "training, validation or test") { $0.name.rawValue },
    Field("count", "number of structures") { $0.indices.count },
    Field("pdfs", "the PDF of each structure, under the paper's conditions") { try $0.pdfs },
  ]

  private var pdfs: [PDF] {
    get throws {
      let clusters = indices.map { dataset.catalogue[$0] }
      return try DebyeTransform(ScatteringConditions(), for: clusters).pdfs(clusters)
    }
  }

  public var length: Int { indices.count }
  public func element(_ index: Int) -> Value { .object(dataset.catalogue[indices[index]]) }
  public var summary: String { "\(indices.count) structures of the \(name.rawValue) part" }
}
