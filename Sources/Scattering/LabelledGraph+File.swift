import Numerics
import Clusters
import Foundation

/// HDF5 files of graphs in the layout of the published program.
///
/// | data set | shape | what |
/// |---|---|---|
/// | Node Feature Matrix | [atoms, 3] | positions in Å |
/// | Edge Directions | [2, edges] | the atoms that each edge leads from and to, from 0 |
/// | Edge Feature Matrix | [edges] | distances in Å |
/// | PDF label | [points] | G(r) in Å⁻², a point each 0.01 Å |
///
/// What the layout leaves out is in text attributes here, which that program passes over: element,
/// type, bond, label, rmin, qmin, qmax, qdamp. Without them the element, type and bond length are
/// read off the file's name, as `graph_FCC_h_3_k_6_l_7_atom_Zn_lc_2.42.h5`, 2800 points begin at
/// 2 Å and others at 0, and qmin and qmax are that program's 0.7 and 25 Å⁻¹. A file that does not
/// say its element is taken as gold, and its PDF then has no composition: distances are all that
/// counts.
extension LabelledGraph {
  /// The step of the published PDFs in Å.
  static let step = 0.01

  /// The graph in a file.
  ///
  /// - Throws: `FileError` that names the data set which is missing or wrong.
  public init(reading path: String) throws(FileError) {
    let file = try HDF5Contents(
      reading: path,
      numbers: [
        ("Node Feature Matrix", 300_000), ("Edge Directions", 2 * Self.mostEdges),
        ("Edge Feature Matrix", Self.mostEdges), ("PDF label", 1_000_000),
      ], texts: ["element", "type", "bond", "label", "rmin", "qmin", "qmax", "qdamp"])
    let name = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
    let positions = try Self.positions(file, path)
    let edges = try Self.edges(file, path, atoms: positions.count)
    let pdf = try Self.label(file, path)
    let said = PublishedName(name)
    let known = file.text("element").flatMap(Element.init) ?? said.element
    let element = known ?? .gold
    let type = file.text("type").flatMap(StructureType.init) ?? said.type ?? .unknown
    let unscaled = Cluster(element, type: type, positions: positions, bond: 1)
    let shortest = unscaled.shortestDistance
    guard shortest ?? 1 > 1e-3 else { throw FileError(path, "two atoms are at the same place") }
    let given = file.text("bond").flatMap(Double.init) ?? said.bond
    let bond = given.flatMap { 0.1...100 ~= $0 ? $0 : nil } ?? shortest ?? element.bond ?? 1
    let cluster = Cluster(
      element, type: type, positions: positions, bond: bond, name: file.text("label") ?? name)
    var labelled = pdf
    labelled.composition = known.map { Composition($0, atoms: cluster.count) }
    self.init(cluster, pdf: labelled, edges: edges)
  }

  /// Writes the graph to a file.
  ///
  /// - Throws: `FileError` where the PDF has another step than the layout's, or the file cannot be
  ///   written; no half file is left.
  public func write(to path: String) throws(FileError) {
    let start = pdf.r.first ?? 0
    guard zip(pdf.r, 0...).allSatisfy({ abs($0 - start - Double($1) * Self.step) < 1e-6 }) else {
      throw FileError(path, "the PDF has no step of \(Self.step) Å; resample it first")
    }
    try HDF5File.write(to: path) { (file) throws(FileError) in
      let flat = cluster.positions.flatMap { [$0.x, $0.y, $0.z] }
      try file.write(flat, [cluster.count, 3], as: "Node Feature Matrix")
      let ends = edges.map { Double($0.x) } + edges.map { Double($0.y) }
      try file.write(ends, [2, edges.count], as: "Edge Directions", whole: true)
      try file.write(lengths, [edges.count], as: "Edge Feature Matrix")
      try file.write(pdf.g, [pdf.g.count], as: "PDF label")
      let texts: [(String, String?)] = [
        ("element", cluster.element.symbol), ("type", cluster.type.rawValue),
        ("bond", "\(cluster.bond)"), ("label", cluster.label), ("rmin", "\(start)"),
        ("qmin", pdf.qmin.map { "\($0)" }), ("qmax", pdf.qmax.map { "\($0)" }),
        ("qdamp", pdf.qdamp.map { "\($0)" }),
      ]
      for case (let name, let text?) in texts { try file.write(text, as: name) }
    }
  }

  private static func positions(
    _ file: HDF5Contents, _ path: String
  ) throws(FileError) -> [SIMD3<Double>] {
    let name = "Node Feature Matrix"
    let (x, shape) = try file.numbers(name)
    guard shape.count == 2, shape[1] == 3, shape[0] > 0 else {
      throw FileError(path, "'\(name)' is [\(list(shape))], but must be [atoms, 3]")
    }
    if let wild = x.first(where: { abs($0) >= 1e6 }) {
      throw FileError(path, "'\(name)' holds \(wild.plain), which is no coordinate in Å")
    }
    return (0..<shape[0]).map { SIMD3(x[3 * $0], x[3 * $0 + 1], x[3 * $0 + 2]) }
  }

  private static func edges(
    _ file: HDF5Contents, _ path: String, atoms: Int
  ) throws(FileError) -> [SIMD2<Int>] {
    let name = "Edge Directions"
    let (ends, shape) = try file.numbers(name)
    guard shape.count == 2, shape[0] == 2 else {
      throw FileError(path, "'\(name)' is [\(list(shape))], but must be [2, edges]")
    }
    let count = shape[1]
    if let wrong = ends.first(where: { $0 != $0.rounded() || $0 < 0 || $0 >= Double(atoms) }) {
      throw FileError(path, "'\(name)' names atom \(wrong.plain), but atoms are 0 to \(atoms - 1)")
    }
    let features = try file.numbers("Edge Feature Matrix")
    guard features.values.count == count else {
      throw FileError(
        path, "'Edge Feature Matrix' is [\(list(features.shape))], but there are \(count) edges")
    }
    return (0..<count).map { SIMD2(Int(clamping: ends[$0]), Int(clamping: ends[count + $0])) }
  }

  private static func label(_ file: HDF5Contents, _ path: String) throws(FileError) -> PDF {
    let (g, shape) = try file.numbers("PDF label")
    guard shape.filter({ $0 != 1 }).count <= 1, g.count >= 4 else {
      throw FileError(path, "'PDF label' is [\(list(shape))], but must be [points], 4 or more")
    }
    func said(_ name: String, _ possible: ClosedRange<Double>) -> Double? {
      file.text(name).flatMap(Double.init).flatMap { possible.contains($0) ? $0 : nil }
    }
    let start = said("rmin", 0...1000) ?? (g.count == 2800 ? 2 : 0)
    return PDF(
      name: (path as NSString).lastPathComponent, r: g.indices.map { start + Double($0) * step },
      g: g, qmin: said("qmin", 0...200) ?? 0.7, qmax: said("qmax", 0...200) ?? 25,
      qdamp: said("qdamp", 0...10))
  }

  private static func list(_ shape: [Int]) -> String {
    shape.map(String.init).joined(separator: ", ")
  }
}

/// What the name of a published file says, as `graph_HCP_…_atom_Os_lc1_2.52_lc2_4.11516`.
private struct PublishedName {
  private(set) var type: StructureType?
  private(set) var element: Element?
  private(set) var bond: Double?

  init(_ name: String) {
    let words = name.split(separator: "_").map(String.init)
    let types: [String: StructureType] = [
      "sc": .sc, "bcc": .bcc, "fcc": .fcc, "hcp": .hcp, "ico": .icosahedral, "dec": .decahedral,
      "oct": .octahedral,
    ]
    type =
      words.lazy.compactMap { word in
        types[word.lowercased()]
          ?? types[String(word.lowercased().prefix(3))]
          .flatMap { word.hasSuffix("hedron") ? $0 : nil }
      }.first
    for (key, value) in zip(words, words.dropFirst()) {
      switch key {
      case "atom": element = Element(value)
      case "lc", "lc1": bond = Double(value)
      default: break
      }
    }
  }
}
