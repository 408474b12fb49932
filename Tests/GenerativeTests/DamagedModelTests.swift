import Foundation
import Generative
import Tensors
import Testing

/// Models that a stranger has changed; each ended the program once.
struct DamagedModelTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "damaged")

  @Test(arguments: [
    ("map-of-three-dimensions", "its map has impossible places"),
    ("negative-step", "it has an impossible number of steps, -1"),
    ("wild-bias", "its 'bond.0.outer.bias' holds numbers that no training gives"),
    ("wild-weight", "its 'prior.1.weight' holds numbers that no training gives"),
  ])
  func theFaultIsNamed(_ name: String, _ fault: String) throws {
    let error = #expect(throws: Safetensors.Malformed.self) {
      try Checkpoint(contentsOf: Self.folder.appending(path: "\(name).safetensors"))
    }
    #expect(error?.description == fault)
  }

  @Test(arguments: ["whole-mmnp", "whole-mlp"])
  func wholeOnesAreRead(_ name: String) throws {
    let checkpoint = try Checkpoint(
      contentsOf: Self.folder.appending(path: "\(name).safetensors"))
    #expect(!checkpoint.model.map.isEmpty)
  }
}
