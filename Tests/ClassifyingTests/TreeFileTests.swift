import Generative
import Clusters
import Foundation
import Classifying
import Tensors
import Testing

/// Files of tree classifiers, whole and damaged.
struct TreeFileTests {
  private static func withFile<T>(_ body: (URL) throws -> T) throws -> T {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).safetensors")
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url)
  }

  @Test func comesBack() throws {
    let tree = try TreeClassifierTests.tree(rounds: 3)
    let back = try Self.withFile { url in
      try tree.write(to: url)
      #expect(TreeClassifier.isHeld(by: url))
      return try TreeClassifier(contentsOf: url)
    }
    #expect(back.trees == tree.trees && back.plan == tree.plan && back.history == tree.history)
    #expect(back.shapes.map(\.recipe) == tree.shapes.map(\.recipe))
    #expect(back.shapes.map(\.sites) == tree.shapes.map(\.sites))
  }

  /// Changes to a sound file, and words of what is then said.
  @Test(arguments: [
    ("format", "no trees"), ("shapes", "its shapes is missing"), ("plan", "its plan is missing"),
    ("history", "its history is missing"), ("leaves", "'leaves'"), ("features", "'features'"),
    ("thresholds", "'thresholds'"), ("unknownIsBelow", "'unknownIsBelow'"),
  ])
  func aMissingPartIsNamed(part: String, words: String) throws {
    #expect(
      try message { file in
        file.metadata[part] = nil
        file.tensors[part] = nil
      }.contains(words))
  }

  @Test func nonsenseIsNamed() throws {
    #expect(
      try message { $0.tensors["features"]?.values[0] = 303 }.contains("name one that a PDF has"))
    #expect(try message { $0.tensors["features"]?.values[0] = -1 }.contains("'features'"))
    #expect(try message { $0.tensors["leaves"]?.values[0] = .nan }.contains("no numbers"))
    #expect(
      try message { file in
        let shapes = file.metadata["shapes"]
        file.metadata["shapes"] = shapes?.replacingOccurrences(
          of: "shells: 2", with: "shells: 9999")
      }.contains("shells: 9999"))
    #expect(
      try message { file in
        let shapes = file.metadata["shapes"]
        file.metadata["shapes"] = shapes?.replacingOccurrences(of: "icosahedron", with: "egg")
      }.contains("cannot be made"))
    #expect(
      try message { file in
        let plan = file.metadata["plan"]
        file.metadata["plan"] = plan?.replacingOccurrences(of: "\"depth\":3", with: "\"depth\":90")
      }.contains("90 deep"))
  }

  @Test(arguments: [Data(), Data("no trees".utf8), Data(repeating: 0, count: 100)])
  func whatIsNoFileOfTensorsIsAnError(data: Data) throws {
    try Self.withFile { url in
      try data.write(to: url)
      #expect(!TreeClassifier.isHeld(by: url))
      #expect(throws: Safetensors.Malformed.self) { try TreeClassifier(contentsOf: url) }
    }
  }

  private static let sound = try! withFile { url in
    try TreeClassifierTests.tree(rounds: 1).write(to: url)
    return try Data(contentsOf: url)
  }

  /// What is said of a file that was sound before `change`.
  private func message(_ change: (inout Safetensors) -> Void) throws -> String {
    var file = try Safetensors(Self.sound)
    change(&file)
    return try Self.withFile { url in
      try file.data().write(to: url)
      do {
        _ = try TreeClassifier(contentsOf: url)
        return "no complaint"
      } catch let error as Safetensors.Malformed {
        return error.description
      }
    }
  }
}
