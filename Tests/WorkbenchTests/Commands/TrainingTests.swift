import Foundation
import Generative
import Script
import Testing

import Workbench

/// `train` takes what the families declare, and tells of it.
@Suite struct TrainingTests {
  private static let data = """
    data = dataset catalogue("mmnp", atoms: 5..9), seed: 1

    """

  @Test(arguments: [
    (#"train "mmnp", data, beta: 0.1"#, "beta is for paper and mlp, mmnp has none"),
    (#"train "paper", data, latent: 2.5"#, "latent is a whole number of 2 … 64, not 2.5"),
    (#"train "mlp", data, beta: 2"#, "beta is 2, but must be between 0 and 1"),
    (#"train "stacking", data"#, "stacking is for stacking sequences"),
    (#"train "tree", data, latent: 3"#, "the training of a tree has no latent"),
    (#"train "mnmp", data"#, "did you mean 'mmnp'?"),
  ])
  func whatAFamilyDoesNotTakeIsNamed(code: String, words: String) throws {
    let error = #expect(throws: (any Error).self) { try printed(by: Self.data + code) }
    #expect(try "\(#require(error))".contains(words))
  }

  @Test func aDamagedCheckpointIsNamed() throws {
    let path = URL(filePath: #filePath)
      .appending(path: "../../../GenerativeTests/damaged/negative-step.safetensors").standardized
      .path
    let error = #expect(throws: (any Error).self) {
      try printed(by: Self.data + "train \"mlp\", data, checkpoint: \"\(path)\", resume: true")
    }
    let words = "negative-step.safetensors cannot be read: it has an impossible number of steps, -1"
    #expect(try "\(#require(error))".contains(words))
  }

  /// A history has a column for each number that the family reports.
  @Test(arguments: [
    (#"train "mmnp", data, epochs: 0.1, batch: 4"#, ModelFamily.mmnp),
    (#"train "mlp", data, epochs: 0.1, batch: 4, latent: 3"#, .mlp),
  ])
  func historiesHaveTheLossesOfTheFamily(code: String, family: ModelFamily) throws {
    let output = try printed(by: Self.data + "model = \(code)\nprint model, model.history.columns")
    let names = (["step", "seconds"] + family.losses.map(\.name)).map { "\"\($0)\"" }
    #expect(output == "model \(family.name) [\(names.joined(separator: ", "))]\n")
  }

  /// Help says of every family what it is and what it reports.
  @Test func helpTellsOfEveryFamily() throws {
    let train = try #require(Command.workbench.first { $0.name == "train" })
    for family in ModelFamily.all {
      #expect(train.help.contains("\(family.name): \(family.summary)"))
      #expect(family.losses.allSatisfy { train.help.contains($0.help) })
      #expect(train.parameters[0].choices.contains(family.name))
      for option in family.options {
        let parameter = try #require(train.parameters.first { $0.label == option.name })
        #expect(parameter.help.contains(family.name))
      }
    }
  }
}
