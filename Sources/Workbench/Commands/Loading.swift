import Classifying
import Clusters
import Foundation
import Generative
import Numerics
import Scattering
import Script

/// One kind of thing that `load` finds: a PDF, structures, a model.
package struct Loader: Sendable {
  /// What it gives, as people call it.
  package let kind: String

  /// Endings of its files.
  package let endings: [String]

  /// Names that mean something of the program's own, not a file.
  package let names: [String]

  /// Makes it of a name of its own, or of the path of a file.
  package let load: @Sendable (String, SaidConditions, Session) throws -> Value

  package init(
    _ kind: String, endings: [String], names: [String] = [],
    load: @escaping @Sendable (String, SaidConditions, Session) throws -> Value
  ) {
    self.kind = kind
    self.endings = endings
    self.names = names
    self.load = load
  }

  /// All kinds.
  static let all = [curve, structures, graph, model, json]

  /// The kind that a file's ending tells; `.gr1` and `.mdor01` end in numbers, and `.gz` is passed
  /// over.
  static func of(_ name: String) -> Loader? {
    var parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    if parts.last == "gz" { parts.removeLast() }
    // POSCAR is a name without an ending.
    guard let ending = parts.last?.split(separator: "/").last else { return nil }
    let word = String(ending.reversed().drop { $0.isNumber }.reversed())
    return all.first { $0.endings.contains(String(ending)) }
      ?? all.first { $0.endings.contains(word) }
  }

  private static let curve = Loader(
    "PDF",
    endings: [
      "gr", "fgr", "cgr", "gof", "dor", "mdor", "gor", "mgor", "sq", "fq", "iq", "chi", "mint",
      "dat", "txt", "csv", "tsv", "asc", "xy",
    ]
  ) { path, said, session in
    if said == SaidConditions(), let table = try table(path, session) { return Value(table) }
    switch try CurveFile.read(path, said: said) {
    case .pdf(let pdf): return Value(pdf)
    case .structureFactor(let factor): return Value(factor)
    }
  }

  /// The table in a file of columns whose names are not those of a curve.
  private static func table(_ path: String, _ session: Session) throws -> Table? {
    let ending = (path as NSString).pathExtension.lowercased()
    guard ["csv", "tsv", "txt", "dat", "asc"].contains(ending) else { return nil }
    let text = try String(readingFile: path)
    do {
      let table = try Table(
        reading: text, path: path, while: { !session.interrupt.isRaised },
        where: { !CurveFile.areNames(ofCurve: $0) })
      try session.checkInterrupt()
      return table
    } catch let error as FileError {
      // Its first line may be that of a header, with a curve behind it.
      guard ["csv", "tsv"].contains(ending), (try? CurveFile.read(path)) == nil else { return nil }
      throw error
    }
  }

  private static let json = Loader("table", endings: ["json"]) { path, _, _ in
    try Value(json: String(readingFile: path), path: path)
  }

  private static let structures = Loader(
    "cluster",
    endings: ["xyz", "extxyz", "cif", "mmcif", "pdb", "ent", "vasp", "poscar", "contcar"]
  ) { path, _, session in
    let frames = try StructureFile.read(path)
    let name = (path as NSString).lastPathComponent
    // Many frames are mostly alike: what is to be said is said once.
    let remarks = frames.flatMap { $0.notes + $0.cluster.doubts }
    for (place, remark) in remarks.enumerated() where remarks.firstIndex(of: remark) == place {
      session.warn("\(name): \(remark)")
    }
    return frames.count == 1 ? Value(frames[0].cluster) : Value(frames.map(\.cluster))
  }

  private static let graph = Loader("graph", endings: ["h5", "hdf5"]) { path, _, session in
    let graph = try LabelledGraph(reading: path)
    if graph.pdf.composition == nil {
      session.warn("\(graph.pdf.name) does not say which element it is; taken as gold")
    }
    return Value(graph)
  }

  private static let model = Loader(
    "model", endings: ["safetensors"], names: Model.shipped + [TreeClassifier.shipped]
  ) { name, _, session in
    try TreeClassifier.load(name).map { Value($0) } ?? Model.load(name, session)
  }
}

extension Command {
  static let loading = [load, exists]

  private static let exists = Command(
    "exists", "whether load would find a file or a model",
    Parameter<String>("name", "a file, or the name of a model that ships with the program"),
    form: .function, topic: "files",
    examples: [#"print exists("mmnp")"#]
  ) { session, name in
    Loader.all.contains { $0.names.contains(name) } || (try? session.locate(name)) != nil
  }

  private static let load = Command(
    "load",
    "what a file holds: a PDF, clusters, a graph, a model, a table; or a series of files",
    Parameter<OneOrMany<String>>(
      "name",
      "a file (.gr, .csv, .xyz …), a list of files, or a model: "
        + Loader.all.flatMap(\.names).map { "\"\($0)\"" }.joined(separator: ", ")
    ).offering(.names(Loader.all.flatMap(\.names))),
    Parameter(.qmin, shown: "the header's"), Parameter(.qmax, shown: "the header's"),
    Parameter(.qdamp, shown: "the header's"), Parameter(.qbroad, shown: "the header's"),
    Parameter<Composition?>("composition", shown: "the header's", "all elements, as \"Pt3Co\""),
    Parameter(.temperature, shown: "the header's"),
    Parameter<ColumnChoice?>(
      "column", shown: "the measured G(r)", "the curve's column: its name, or its number from 1"
    ).within(1...1000),
    Parameter(.density, shown: "none"),
    topic: "files",
    help: """
      Files are looked for in the working folder, then in DEEPSTRUC_DATA and its folders.

      | ending | what |
      |---|---|
      | .gr .fgr .cgr .gof .mdor01 .dat .txt .csv | a PDF of PDFgetX3, xPDFsuite, PDFgetX2, \
      PDFgetN, PDFgui, GSAS-II, Mantid, Gudrun, RMCProfile, DISCUS, or columns of r and G |
      | .sq .fq, and others whose columns are Q and S(Q) or F(Q) | a structure factor, for \
      `transform` |
      | .xyz .extxyz .cif .pdb .vasp, POSCAR | a cluster, or a list of them where there are many \
      frames; a CIF with symmetry is a crystal, which no command can use, and is refused |
      | .h5 .hdf5 | a graph of the published program: `graph.structure` and `graph.pdf` |
      | .safetensors | a model |
      | .csv .tsv .txt .dat whose first line has names that are not those of a PDF | a table |
      | .json | a table, or records and lists |

      Text may be compressed: `x.gr.gz`. Qmin, Qmax, composition and temperature come from the
      header; what is said here wins over it. A PDF tells with its `notes` what was mended and left
      out when it was read. A list of files gives a series: files that cannot be read are skipped,
      `series.skipped` tells why, and `series.table` has the numbers of headers and names.
      """,
    examples: [
      #"""
      save simulate(icosahedron("Au", shells: 2)), to: "/tmp/deepstruc-example.gr"
      load "/tmp/deepstruc-example.gr"
      load "/tmp/deepstruc-example.gr", qmax: 22, composition: "Au13"
      """#
    ]
  ) {
    session, names, qmin, qmax, qdamp, qbroad, composition, temperature, column, density -> Value in
    var said = SaidConditions()
    (said.qmin, said.qmax, said.qdamp, said.qbroad) = (qmin, qmax, qdamp, qbroad)
    (said.composition, said.temperature) = (composition, temperature)
    (said.column, said.density) = (column, density)
    try said.validate()
    if names.isOne, let name = names.values.first { return try load(name, said, session) }
    return try series(names.values, said, session)
  }

  private static func load(
    _ name: String, _ said: SaidConditions, _ session: Session
  ) throws -> Value {
    if let loader = Loader.all.first(where: { $0.names.contains(name) }) {
      return try loader.load(name, said, session)
    }
    guard let loader = Loader.of(name) else { throw unknown(name, session) }
    let path: String
    do { path = try session.locate(name) } catch var missing as Complaint {
      if measured.contains(name) {
        missing.suggestion = "scripts/fetch-data downloads it and says how to go on"
      }
      throw missing
    }
    return try loader.load(path, said, session)
  }

  /// All that can be read of many files: a series where these are PDFs, else a list.
  private static func series(
    _ names: [String], _ said: SaidConditions, _ session: Session
  ) throws -> Value {
    guard !names.isEmpty else { throw Complaint("no files to load", argument: "name") }
    let progress = session.progress("loading", total: names.count)
    defer { progress.end() }
    var values: [Value] = []
    var skipped: [PDFSeries.Skipped] = []
    for (count, name) in names.enumerated() {
      try session.checkInterrupt()
      do {
        values.append(try load(name, said, session))
      } catch let error where !(error is Interrupted) {
        let reason = (error as? FileError).map { "\($0)" } ?? "\(error)"
        skipped.append(.init(name: (name as NSString).lastPathComponent, reason: reason))
      }
      progress.update(count + 1)
    }
    guard !values.isEmpty else {
      throw Complaint(
        names.count == 1
          ? "the file cannot be read; \(skipped[0].reason)"
          : "none of the \(names.count) files can be read; \(skipped[0].reason)", argument: "name")
    }
    for loss in skipped.prefix(5) { session.warn("skipped: \(loss.reason)") }
    if skipped.count > 5 { session.warn("\(skipped.count - 5) further files are skipped") }
    let pdfs = values.compactMap { value in
      if case .object(let pdf as PDF) = value { pdf } else { PDF?.none }
    }
    return pdfs.count == values.count
      ? Value(PDFSeries(pdfs, skipped: skipped)) : .list(values)
  }

  /// The measured PDFs of the paper, which are not the program's to hand on.
  private static let measured: Set = [
    "Au144pMBA.gr", "Au144PET_100K-00000.gr", "JQ_S1.gr", "JQ_S2.gr", "JQ_S3.gr",
  ]

  private static func unknown(_ name: String, _ session: Session) -> Complaint {
    let names = Loader.all.flatMap(\.names)
    let endings = Loader.all.map { ".\($0.endings[0])" }.joined(separator: " ")
    return Complaint(
      "'\(name)' is no model's name and its ending is not known", argument: "name",
      suggestion: session.file(withoutEnding: name).map { "did you mean '\($0)'?" }
        ?? Suggestion.didYouMean(name, among: names)
        ?? "models are \(names.joined(separator: ", ")); files end in \(endings) …; ??load lists all"
    )
  }
}
