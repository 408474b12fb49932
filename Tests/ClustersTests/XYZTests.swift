import Numerics
import Foundation
import Testing

import AwkwardText
import Clusters

struct XYZTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent(UUID().uuidString).path

  private func parse(_ text: String) throws -> [XYZ.Frame] { try XYZ.parse(text, path: "a.xyz") }

  @Test func framesSurviveWritingAndReading() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let gold = try #require(Element("Au"))
    let clusters = [
      try Cluster.fcc(gold, layers: [2, 3, 3], bond: 2.87), try .icosahedron(gold, shells: 3),
    ]
    let path = folder + "/best.xyz"
    try XYZ.write(clusters, pairs: [[("rw", "0.21")]], to: path)
    let frames = try XYZ.read(path)
    #expect(frames.count == 2)
    for (frame, cluster) in zip(frames, clusters) {
      #expect(frame.cluster.element == gold)
      #expect(frame.cluster.type == cluster.type)
      #expect(frame.cluster.bond == cluster.bond)
      #expect(frame.cluster.label == cluster.label)
      for (a, b) in zip(frame.cluster.positions, cluster.positions) {
        #expect(abs(a.x - b.x) + abs(a.y - b.y) + abs(a.z - b.z) < 5e-8)  // eight decimals
      }
    }
    #expect(frames[0].pairs["rw"] == "0.21")
    #expect(frames[1].pairs["rw"] == nil)
  }

  @Test func awkwardLabelsSurviveAndAddNoAtoms() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let gold = try #require(Element("Au"))
    let pair = [SIMD3(0, 0, 0), SIMD3(2.8, 0, 0)]
    let labels = AwkwardText.all.flatMap { text in
      [text, "a \(text)=b", "\(text)\nAu 1 1 1", "x\(text)\r\n2\n\nAu 9 9 9\n"]
    }
    let clusters = labels.map {
      Cluster(gold, type: .unknown, positions: pair, bond: 2.8, name: $0)
    }
    try XYZ.write(clusters, pairs: labels.map { [("pdf", $0)] }, to: folder + "/labels.xyz")
    let frames = try XYZ.read(folder + "/labels.xyz")
    try #require(frames.count == labels.count)
    for (frame, label) in zip(frames, labels) {
      var kept = String.UnicodeScalarView()
      for scalar in label.unicodeScalars {
        let isBlank =
          scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
        kept.append(scalar == "\n" ? scalar : isBlank ? " " : scalar)
      }
      #expect(frame.cluster.label.unicodeScalars.elementsEqual(kept), "\(label.debugDescription)")
      #expect(frame.pairs["pdf"]?.unicodeScalars.elementsEqual(kept) == true)
      #expect(frame.cluster.count == 2)
    }
  }

  @Test func plainFilesTakeTheShortestDistanceAsBond() throws {
    let frames = try parse("\u{FEFF}2\r\na pair\r\nAl 0 0 0\r\nAl 0 0 2.86\r\n\r\n")
    #expect(frames.count == 1)
    #expect(frames[0].cluster.label == "a pair")
    #expect(frames[0].cluster.type == .unknown)
    #expect(abs(frames[0].cluster.bond - 2.86) < 1e-12)
  }

  @Test func propertiesNameTheColumns() throws {
    let text = """
      2
      Lattice="9 0 0 0 9 0 0 0 9" Properties=id:I:1:species:S:1:forces:R:3:pos:R:3 energy=-1
      1 Pt 9 9 9 0 0 0
      2 Pt 9 9 9 2.6 0 0
      """
    let frame = try #require(try parse(text).first)
    #expect(frame.pairs["energy"] == "-1")
    #expect(abs(frame.cluster.positions[1].x - 1.3) < 1e-12)
  }

  @Test func moreAtomsThanAParticleHasAreRefused() throws {
    let atoms = String(repeating: "Au 0 0 0\n", count: 300_001)
    let error = #expect(throws: FileError.self) { _ = try parse("300001\n\n" + atoms) }
    #expect(error?.description == "a.xyz:300003: more than 300000 atoms are no particle")
  }

  @Test func aFileOrFolderThatIsNotThereIsSaid() throws {
    let missing = #expect(throws: FileError.self) { _ = try XYZ.read("/dev/null/nowhere/a.xyz") }
    #expect(missing?.description == "a.xyz: there is no such file")
    let gold = try #require(Element("Au"))
    let one = try Cluster.icosahedron(gold, shells: 1)
    let unwritten = #expect(throws: FileError.self) {
      try XYZ.write([one], to: "/dev/null/nowhere/a.xyz")
    }
    #expect(unwritten?.description == "a.xyz: there is no folder /dev/null/nowhere")
  }
}

struct MalformedXYZTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "malformed").path

  private static let malformed = (try? FileManager.default.contentsOfDirectory(atPath: folder))?
    .filter { $0.hasSuffix(".xyz") }.sorted()

  @Test func thereAreManyMalformedFiles() { #expect((Self.malformed?.count ?? 0) >= 15) }

  /// `messages.txt` has the message of every file in the folder, one a line.
  @Test(arguments: malformed ?? [])
  func aMalformedFileSaysWhereAndWhy(_ name: String) throws {
    let messages = try String(contentsOfFile: Self.folder + "/messages.txt", encoding: .utf8)
    let error = #expect(throws: FileError.self) { _ = try XYZ.read("\(Self.folder)/\(name)") }
    let message = try #require(error).description
    #expect(
      messages.split(separator: "\n").contains { $0 == message }, "unexpected: \(message)")
  }
}
