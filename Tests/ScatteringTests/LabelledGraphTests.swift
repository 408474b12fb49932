import Numerics
import Foundation
import Testing

import Clusters
import Scattering

/// Files of the folder `graphs`, which `graphs/make.py` made with h5py and numpy.
struct LabelledGraphTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "graphs").path

  private static let published = "graph_Icosahedron_shell_2_atom_Mn_lc_2.4.h5"

  private static let malformed = (try? FileManager.default.contentsOfDirectory(atPath: folder))?
    .filter { $0.hasSuffix(".h5") && $0 != published }.sorted()

  @Test func thereAreManyMalformedFiles() { #expect((Self.malformed?.count ?? 0) >= 20) }

  /// `messages.txt` has the message of every file in the folder, one a line.
  @Test(arguments: malformed ?? [])
  func aMalformedFileSaysWhatIsWrong(_ name: String) throws {
    let messages = try String(contentsOfFile: Self.folder + "/messages.txt", encoding: .utf8)
    let error = #expect(throws: FileError.self) {
      _ = try LabelledGraph(reading: "\(Self.folder)/\(name)")
    }
    let message = try #require(error).description
    #expect(
      messages.split(separator: "\n").contains { $0 == message }, "unexpected: \(message)")
  }

  @Test func readsWhatH5pyWrote() throws {
    let graph = try LabelledGraph(reading: "\(Self.folder)/\(Self.published)")
    #expect(graph.cluster.element.symbol == "Mn")
    #expect(graph.cluster.type == .icosahedral)
    #expect(graph.cluster.bond == 2.4)
    #expect(graph.cluster.count == 13)
    // At 1.02 d only the twelve radial bonds count, there and back.
    #expect(graph.edges.count == 24)
    #expect(graph.edges[0] == SIMD2(0, 1) && graph.edges[1] == SIMD2(1, 0))
    #expect(graph.lengths.allSatisfy { abs($0 - 2.4) < 1e-12 })
    #expect(abs((graph.pdf.r.first ?? 0) - 2) < 1e-12)
    #expect(abs((graph.pdf.r.last ?? 0) - 29.99) < 1e-9)
    #expect(graph.pdf.composition?.description == "Mn13")
    // The label is numpy's Debye sum; ours has an error of about 1e-6 of max G.
    var conditions = ScatteringConditions()
    conditions.rmin = 2
    let ours = try graph.cluster.pdf(conditions)
    let worst = zip(ours.g, graph.pdf.g).map { abs($0 - $1) }.max() ?? .infinity
    #expect(worst < 1e-5 * graph.pdf.largest, "\(worst)")
  }

  @Test func whatIsWrittenComesBack() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).h5").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let gold = try #require(Element("Au"))
    let cluster = try Cluster.decahedron(gold, p: 2, q: 1, bond: 2.85)
    var conditions = ScatteringConditions()
    (conditions.qmax, conditions.rmin, conditions.rmax, conditions.qdamp) = (20, 1, 20, 0.03)
    let graph = try LabelledGraph(cluster, pdf: try cluster.pdf(conditions))
    try graph.write(to: path)
    let back = try LabelledGraph(reading: path)
    #expect(back.cluster.element == gold && back.cluster.type == .decahedral)
    #expect(back.cluster.bond == 2.85 && back.cluster.label == cluster.label)
    #expect(back.edges == graph.edges)
    #expect(back.pdf.g == graph.pdf.g)
    #expect((back.pdf.qmin, back.pdf.qmax, back.pdf.qdamp) == (0.7, 20, 0.03))
    for (a, b) in zip(back.pdf.r, graph.pdf.r) { #expect(abs(a - b) < 1e-9) }
    for (a, b) in zip(back.cluster.positions, cluster.positions) {
      #expect(((a - b) * (a - b)).sum() < 1e-24)
    }
  }

  /// Files are read in children, which must not be born while a thread writes.
  @Test func writingAndReadingAtOnceEnds() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let graph = try LabelledGraph(reading: "\(Self.folder)/\(Self.published)")
    let done = Workers.map(400) { number -> Bool in
      if number % 2 == 0 {
        return (try? graph.write(to: folder.appending(path: "\(number).h5").path)) != nil
      }
      return (try? LabelledGraph(reading: "\(Self.folder)/\(Self.published)")) != nil
    }
    #expect(done.allSatisfy { $0 })
  }

  @Test func anAtomAloneHasNoEdges() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).h5").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let gold = try #require(Element("Au"))
    let atom = try Cluster.icosahedron(gold, shells: 1)
    try LabelledGraph(atom).write(to: path)
    let back = try LabelledGraph(reading: path)
    #expect(back.cluster.count == 1 && back.edges.isEmpty && back.pdf.r.count == 3000)
  }

  @Test func moreEdgesThanAGraphHasAreRefused() throws {
    let gold = try #require(Element("Au"))
    // 4500 · 4499 edges among atoms in one place.
    let positions = [SIMD3<Double>](repeating: .zero, count: 4500)
    let cluster = Cluster(gold, type: .unknown, positions: positions, bond: 2.8)
    let pdf = PDF(name: "a", r: [2, 2.01], g: [0, 0])
    let error = #expect(throws: ScatteringError.self) { try LabelledGraph(cluster, pdf: pdf) }
    #expect(error?.description == "a graph has at most 20000000 edges")
  }

  @Test func otherStepsAndFoldersAreSaid() throws {
    let gold = try #require(Element("Au"))
    let cluster = try Cluster.icosahedron(gold, shells: 2)
    var conditions = ScatteringConditions()
    conditions.rstep = 0.02
    let coarse = try LabelledGraph(cluster, pdf: try cluster.pdf(conditions))
    let one = #expect(throws: FileError.self) { try coarse.write(to: "/tmp/a.h5") }
    #expect(one?.description == "a.h5: the PDF has no step of 0.01 Å; resample it first")
    let fine = try LabelledGraph(cluster, pdf: try cluster.pdf())
    let two = #expect(throws: FileError.self) { try fine.write(to: "/dev/null/nowhere/a.h5") }
    #expect(two?.description == "a.h5: there is no folder /dev/null/nowhere")
    let three = #expect(throws: FileError.self) {
      _ = try LabelledGraph(reading: "/dev/null/nowhere/a.h5")
    }
    #expect(three?.description == "a.h5: there is no such file")
  }
}
