import Clusters
import Foundation
import Scattering
import Testing

/// The main job as its users run it: `deepstruc scripts/solve.deep [FILE]`.
@Suite(.serialized)
struct SolveTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardized
  /// The program that was built together with this test, whatever its configuration.
  private static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "deepstruc")
  private static let data = ProcessInfo.processInfo.environment["DEEPSTRUC_DATA"]

  /// Runs the script in an empty folder.
  private func solve(_ arguments: [String], in folder: URL) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let process = Process()
    process.executableURL = Self.program
    process.arguments = [Self.root.appending(path: "scripts/solve.deep").path] + arguments
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    func content(_ name: String) throws -> Data {
      try Data(contentsOf: folder.appending(path: "answer/\(name)"))
    }
    // Pictures of the kind that their names say, with something on them.
    for (ending, mark) in [("png", "\u{89}PNG"), ("pdf", "%PDF")] {
      for name in ["answer.\(ending)", "fit.\(ending)"] {
        let picture = try content(name)
        #expect(picture.starts(with: mark.unicodeScalars.map { UInt8($0.value) }), "\(name)")
        #expect(picture.count > 5000, "\(name) has \(picture.count) bytes")
      }
    }
    let candidates = String(decoding: try content("candidates.csv"), as: UTF8.self)
    let rows = candidates.split(separator: "\n")
    #expect(rows.count >= 2 && rows.first?.contains("rw") == true, "\(candidates)")
    let best = try #require(try XYZ.read(folder.appending(path: "answer/best.xyz").path).first)
    let sentence = String(decoding: try content("answer.txt"), as: UTF8.self)
    #expect(sentence.contains(best.cluster.type.rawValue), "\(sentence)")
    return text
  }

  private var folder: URL { FileManager.default.temporaryDirectory.appending(path: "\(UUID())") }

  @Test func solvesAMeasurementOfItsOwn() throws {
    let folder = folder
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = try solve([], in: folder)
    let best = try #require(try XYZ.read(folder.appending(path: "answer/best.xyz").path).first)
    #expect(best.cluster.element.symbol == "Pt")
    // The particle that the script measures, under its conditions.
    let truth = try Cluster.decahedron(best.cluster.element, p: 2, q: 2, r: 1, bond: 2.74)
    #expect(best.cluster.type == .decahedral && best.cluster.count == truth.count)
    #expect(best.cluster.freeDisplacement(from: truth) < 0.05)
    var conditions = ScatteringConditions()
    (conditions.qmin, conditions.qmax, conditions.qdamp) = (1.1, 22, 0.04)
    (conditions.biso, conditions.rmin, conditions.rmax) = (0.55, 1.5, 30)
    let clean = try truth.pdf(conditions)
    let power = (clean.g.reduce(0) { $0 + $1 * $1 } / Double(clean.g.count)).squareRoot()
    let noise = 0.02 * (try truth.pdf(conditions).largest)
    // Rw of the truth is the share of the noise; a fit with a few parameters takes up little of it.
    let expected = noise / (noise * noise + power * power).squareRoot()
    let rw = try #require(best.pairs["rw"].flatMap(Double.init))
    #expect(abs(rw / expected - 1) < 0.1, "Rw \(rw), of the truth \(expected)")
    #expect(text.contains("decahedral"))
  }

  /// Rw is computed again from nothing but the saved structure, its parameters and the data.
  @Test(
    .enabled(if: data != nil),
    arguments: [
      ("Au144pMBA.gr", "Au", StructureType.decahedral),
      ("Au144PET_100K-00000.gr", "Au", .icosahedral),
    ])
  func savesWhatItFitted(name: String, metal: String, type: StructureType) throws {
    let folder = folder
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try solve([name], in: folder)
    let best = try #require(try XYZ.read(folder.appending(path: "answer/best.xyz").path).first)
    #expect(best.cluster.element.symbol == metal)
    #expect(best.cluster.type == type)
    func number(_ key: String) throws -> Double {
      try #require(best.pairs[key].flatMap(Double.init), "\(key) in \(best.comment)")
    }
    let path = try #require(Self.data) + "/experimental/" + name
    let measured = try GRFile.read(path).cut(1.5...30)
    var conditions = ScatteringConditions()
    conditions.qmin = try number("qmin")
    conditions.qmax = try number("qmax")
    conditions.qdamp = try number("qdamp")
    conditions.biso = try number("biso")
    conditions.delta2 = try number("delta2")
    conditions.rmin = try #require(measured.r.first)
    conditions.rmax = try #require(measured.r.last) + conditions.rstep / 2
    let scale = try number("scale")
    let calculated = try best.cluster.pdf(conditions)
    try #require(calculated.r.count == measured.r.count)
    var (difference, total) = (0.0, 0.0)
    for (measured, calculated) in zip(measured.g, calculated.g) {
      difference += (measured - scale * calculated) * (measured - scale * calculated)
      total += measured * measured
    }
    // Positions are written with eight digits, which moves Rw by less than this.
    #expect(abs((difference / total).squareRoot() - (try number("rw"))) < 1e-4)
  }

  /// Those that were given are kept with the answer, and the saved script reads them.
  @Test func anAnswerKeepsItsCandidates() throws {
    let folder = folder
    defer { try? FileManager.default.removeItem(at: folder) }
    let output = try printed(
      by: """
        m = simulate decahedron("Au", p: 2, q: 2, r: 1), qmax: 22, qdamp: 0.04, biso: 0.6, noise: 0.02
        a = solve m, candidates: [decahedron("Au", p: 2, q: 2, r: 1), icosahedron("Au", shells: 3)]
        save a, to: "\(folder.path)/S.1/"
        b = solve(load("\(folder.path)/S.1/measured.gr"), candidates: load("\(folder.path)/S.1/tried.xyz"))
        print a.types.type, b.types.type, a.types.atoms, b.types.atoms
        """)
    let types = #"["decahedral", "icosahedral"]"#
    #expect(output == "\(types) \(types) [75, 55] [75, 55]\n")
    let script = try String(contentsOf: folder.appending(path: "S.1/solve.deep"), encoding: .utf8)
    #expect(script.contains(#"load("measured.gr"), candidates: load("tried.xyz")"#))
  }

  /// A catalogue has each shape of every metal, and all are one candidate for a PDF of platinum.
  @Test func candidatesAreOfThePDFsMetal() throws {
    let output = try printed(
      by: """
        m = simulate octahedron("Pt", length: 6), qmax: 22, qdamp: 0.04, biso: 0.6, noise: 0.02
        a = solve m, candidates: catalogue("mmnp", atoms: 140..150)
        print a.best.structure.element, a.best.structure.count, a.assumptions[1]
        """)
    let catalogue = try Catalogue.mmnp().filtered(atoms: 140...150)
    #expect(
      output == "Pt 146 \(catalogue.representatives.count) candidates of 140 to 150 atoms\n")
  }

  /// Platinum of 1.8 nm, as the paper says: spheres with a spread of sizes, to a tenth.
  @Test(.enabled(if: data != nil)) func knowsASampleOfManySizes() throws {
    let folder = folder
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = try solve(["JQ_S3.gr"], in: folder)
    let best = try #require(try XYZ.read(folder.appending(path: "answer/best.xyz").path).first)
    #expect(best.cluster.type == .fcc && (150...260).contains(best.cluster.count))
    #expect(abs(best.cluster.diameter / 18 - 1) < 0.1)
    #expect(try #require(best.pairs["rw"].flatMap(Double.init)) < 0.185)
    #expect(text.contains("spheres of"))
  }
}
