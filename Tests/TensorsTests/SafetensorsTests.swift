import Foundation
import Testing

import Tensors

struct SafetensorsTests {
  @Test func writesWhatItReads() throws {
    var file = Safetensors()
    file.tensors["b"] = .init(shape: [2, 2], values: [1, 2.5, -3, 4e-3])
    file.tensors["a"] = .init(shape: [1], values: [0.1])
    file.metadata = ["name": "x"]
    let back = try Safetensors(file.data())
    #expect(back.tensors == file.tensors && back.metadata == file.metadata)
  }

  @Test func halfPrecisionKeepsElevenBits() throws {
    var file = Safetensors()
    file.tensors["a"] = .init(shape: [2], values: [0.1, 1000.25])
    let back = try #require(try Safetensors(file.data(half: ["a"])).tensors["a"])
    for (x, y) in zip(back.values, [Float(0.1), 1000.25]) {
      #expect(abs(x - y) <= y / 2048 && x != 0)
    }
  }

  @Test(arguments: [
    Data(), Data([1, 2, 3]), Data(repeating: 255, count: 40),
    Data([2, 0, 0, 0, 0, 0, 0, 0]) + Data("[]".utf8),
    Data([60, 0, 0, 0, 0, 0, 0, 0])
      + Data(#"{"a":{"dtype":"F32","shape":[9],"data_offsets":[0,  8]}}   "#.utf8)
      + Data(repeating: 0, count: 8),
  ])
  func damagedFilesAreErrors(data: Data) {
    #expect(throws: Safetensors.Malformed.self) { try Safetensors(data) }
  }

  /// The parity file was written by the safetensors package for Python.
  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["DEEPSTRUC_REFERENCE"] != nil))
  func readsAFileFromPython() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["DEEPSTRUC_REFERENCE"])
    let url = URL(fileURLWithPath: folder).appending(path: "model/small.safetensors")
    let file = try Safetensors(Data(contentsOf: url))
    #expect(file.tensors["in.x"]?.shape == [147, 3])
    #expect(file.tensors["in.edge_index"]?.values.max() == 146)
  }
}
