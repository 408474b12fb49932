import Clusters
import Foundation
import Scattering
import Testing

/// What is written here is read by diffpy.utils and ASE, and the other way round.
///
/// Both come from PyPI; DEEPSTRUC_PYTHON names the interpreter that has them, by default python3.
@Suite(
  .serialized,
  .enabled(
    if: Python.hasPackages,
    "python3, or what DEEPSTRUC_PYTHON names, has no diffpy.utils and ase: not tested"))
struct RoundTripTests {
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test func diffpyReadsOurPDFs() throws {
    let gold = try #require(Element("Au"))
    var pdf = try Cluster.icosahedron(gold, shells: 2).pdf()
    pdf.temperature = 210
    pdf.errors = pdf.r.map { 0.01 + 0.001 * $0 }
    try inFolder { folder in
      let path = folder.appending(path: "ours.gr").path
      try GRFile.write(pdf, to: path)
      let output = try Python.run(
        """
        try:
            from diffpy.utils.parsers.loaddata import load_data as load
        except ImportError:
            from diffpy.utils.parsers.loaddata import loadData as load
        header = load("\(path)", headers=True)
        data = load("\(path)")
        print(data.shape[0], data.shape[1], header["qmin"], header["qmax"], header["temperature"])
        print(header["composition"])
        for row in data[::500]: print(*(repr(float(x)) for x in row))
        """)
      let lines = output.split(separator: "\n")
      #expect(lines.first == "3000 4 0.7 25.0 210.0")
      #expect(lines.dropFirst().first == "Au13")
      for (place, line) in zip(stride(from: 0, to: 3000, by: 500), lines.dropFirst(2)) {
        let numbers = line.split(separator: " ").compactMap { Double($0) }
        try #require(numbers.count == 4)
        #expect(abs(numbers[0] - pdf.r[place]) < 1e-6)
        #expect(abs(numbers[1] - pdf.g[place]) < 1e-7)
        #expect(abs(numbers[3] - 0.01 - 0.001 * pdf.r[place]) < 1e-6)
      }
    }
  }

  /// A file as numpy and diffpy's users write it.
  @Test func weReadWhatNumpyWrites() throws {
    try inFolder { folder in
      let path = folder.appending(path: "theirs.gr").path
      _ = try Python.run(
        """
        import numpy
        r = numpy.arange(0, 10, 0.01)
        numpy.savetxt("\(path)", numpy.column_stack([r, numpy.sin(3 * r), 0 * r, 0.1 + r / 100]),
            header="qmax = 24.5\\nqdamp=0.035 qbroad = 0.01\\n#### start data\\n#L r G dr dG")
        """)
      let pdf = try GRFile.read(path)
      #expect((pdf.qmax, pdf.qdamp, pdf.qbroad) == (24.5, 0.035, 0.01))
      #expect(pdf.r.count == 1000)
      #expect(zip(pdf.r, pdf.g).allSatisfy { abs($1 - sin(3 * $0)) < 1e-12 })
      let errors = try #require(pdf.errors)
      #expect(zip(pdf.r, errors).allSatisfy { abs($1 - 0.1 - $0 / 100) < 1e-12 })
    }
  }

  @Test func aseReadsOurStructures() throws {
    let platinum = try #require(Element("Pt"))
    let clusters = [
      try Cluster.icosahedron(platinum, shells: 2, bond: 2.7),
      try .fcc(platinum, layers: [2, 2, 3], bond: 2.775),
    ]
    try inFolder { folder in
      let path = folder.appending(path: "ours.xyz").path
      try XYZ.write(clusters, to: path)
      let output = try Python.run(
        """
        from ase.io import read
        for atoms in read("\(path)", ":"):
            print(atoms.get_chemical_formula(), atoms.get_distances(0, range(1, len(atoms))).sum())
        """)
      for (line, cluster) in zip(output.split(separator: "\n"), clusters) {
        let words = line.split(separator: " ")
        #expect(words[0] == "Pt\(cluster.count)")
        let first = cluster.positions[0]
        let sum = cluster.positions.dropFirst().reduce(0.0) { sum, place in
          sum + ((place - first) * (place - first)).sum().squareRoot()
        }
        #expect(abs(try #require(Double(words[1])) - sum) < 1e-5)
      }
    }
  }

  @Test(arguments: ["a.xyz", "a.extxyz", "a.cif", "POSCAR", "a.pdb"])
  func weReadWhatASEWrites(_ name: String) throws {
    try inFolder { folder in
      let path = folder.appending(path: name).path
      _ = try Python.run(
        """
        from ase.cluster import Icosahedron
        from ase.io import write
        atoms = Icosahedron("Pt", 3, latticeconstant=3.924)
        atoms.center(vacuum=6)
        atoms.set_initial_charges([0.25] * len(atoms))
        write("\(path)", atoms)
        """)
      let frames = try StructureFile.read(path)
      try #require(frames.count == 1)
      let cluster = frames[0].cluster
      #expect(cluster.element.symbol == "Pt" && cluster.count == 55)
      // The radial bonds of ASE's icosahedron are those of its lattice; PDB has three decimals.
      #expect(abs(cluster.bond - 3.924 / 2.0.squareRoot()) < 2e-3)
      #expect(cluster.doubts.isEmpty)
    }
  }
}

/// The Python that the tests can use.
private enum Python {
  private static let interpreter =
    ProcessInfo.processInfo.environment["DEEPSTRUC_PYTHON"] ?? "python3"

  static let hasPackages = (try? run("import diffpy.utils, ase, numpy; print('yes')")) == "yes\n"

  struct Failure: Error, CustomStringConvertible { let description: String }

  static func run(_ code: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [interpreter, "-c", code]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: String(decoding: complaint, as: UTF8.self))
    }
    return String(decoding: text, as: UTF8.self)
  }
}
