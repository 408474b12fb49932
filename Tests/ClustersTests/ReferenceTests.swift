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
    #expect(cluster.shape.label(of: cluster.element) == call)
    #expect(Recipe(label: call) == cluster.shape.recipe)
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

/// The cluster of a call such as `fcc "Zn", layers: [3, 6, 7]`, with the paper's bond length.
func make(_ call: String) throws -> Cluster {
  let symbol = try #require(call.split(separator: "\"").dropFirst().first)
  let element = try #require(Element(String(symbol)))
  return try Cluster(#require(Recipe(label: call)), of: element, bond: element.paperBond)
}
