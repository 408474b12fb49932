import Foundation
import Testing

import Clusters

/// Positions of ASE's cluster module, in the folder that DEEPSTRUC_REFERENCE names.
@Suite(.enabled(if: Reference.folder != nil))
struct ReferenceTests {
  /// ASE's files have six decimals, so 1e-4 Å leaves room for rounding only.
  @Test(arguments: Reference.calls)
  func positionsAndOrderAreThoseOfASE(_ call: String) throws {
    let reference = try #require(Reference.clusters[call])
    let cluster = try make(call)
    #expect(cluster.count == reference.count)
    #expect(cluster.element == reference.element)
    #expect(cluster.label == call)
    for (atom, (a, b)) in zip(cluster.positions, reference.positions).enumerated() {
      let difference = a - b
      #expect(abs(difference.x) < 1e-4, "atom \(atom)")
      #expect(abs(difference.y) < 1e-4, "atom \(atom)")
      #expect(abs(difference.z) < 1e-4, "atom \(atom)")
    }
  }

  @Test func allSevenTypesAreThere() {
    #expect(Reference.calls.count == 25)
    #expect(Set(Reference.calls.map { $0.prefix { $0 != " " } }).count == 7)
  }
}

enum Reference {
  static let folder = ProcessInfo.processInfo.environment["DEEPSTRUC_REFERENCE"]

  /// The reference clusters by the call that makes them.
  static let clusters: [String: Cluster] = {
    guard let folder = folder.map({ $0 + "/clusters" }),
      let files = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return [:] }
    let frames = files.compactMap { try? XYZ.read("\(folder)/\($0)").first }
    return Dictionary(uniqueKeysWithValues: frames.map { ($0.comment, $0.cluster) })
  }()

  static let calls = clusters.keys.sorted()
}

/// The cluster of a call such as `fcc "Zn", layers: [3, 6, 7]`.
func make(_ call: String) throws -> Cluster {
  let words = call.split { !$0.isLetter }.map(String.init)
  let numbers = call.split { !$0.isNumber }.compactMap { Int($0) }
  let element = try #require(Element(words[1]))
  switch words[0] {
  case "sc": return try .sc(element, layers: numbers)
  case "bcc": return try .bcc(element, layers: numbers)
  case "fcc": return try .fcc(element, layers: numbers)
  case "hcp": return try .hcp(element, size: numbers)
  case "icosahedron": return try .icosahedron(element, shells: numbers[0])
  case "decahedron":
    return try .decahedron(element, p: numbers[0], q: numbers[1], r: numbers[2])
  case "octahedron":
    return try .octahedron(
      element, length: numbers[0], cutoff: numbers.count > 1 ? numbers[1] : 0)
  default: throw ClusterError("unknown call \(call)")
  }
}
