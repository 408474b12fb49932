import Classifying
import Clusters
import Generative
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
  package let load: @Sendable (String, Session) throws -> Value

  package init(
    _ kind: String, endings: [String], names: [String] = [],
    load: @escaping @Sendable (String, Session) throws -> Value
  ) {
    self.kind = kind
    self.endings = endings
    self.names = names
    self.load = load
  }

  /// All kinds.
  static let all = [pdf, structures, graph, model]

  private static let pdf = Loader(
    "PDF", endings: ["gr", "fgr", "cgr", "dat", "txt", "csv"]
  ) { path, _ in Value(try GRFile.read(path)) }

  private static let structures = Loader("cluster", endings: ["xyz", "extxyz"]) { path, _ in
    let clusters = try XYZ.read(path).map(\.cluster)
    return clusters.count == 1 ? Value(clusters[0]) : Value(clusters)
  }

  private static let graph = Loader("graph", endings: ["h5", "hdf5"]) { path, session in
    let graph = try LabelledGraph(reading: path)
    if graph.pdf.composition == nil {
      session.warn("\(graph.pdf.name) does not say which element it is; taken as gold")
    }
    return Value(graph)
  }
}

extension Loader {
  private static let model = Loader(
    "model", endings: ["safetensors"], names: Model.shipped + [TreeClassifier.shipped]
  ) { name, session in
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
    "load", "what a file holds: a PDF, a cluster or several, a graph, a model or trees",
    Parameter<String>("name", "a file, or the name of a model that ships with the program"),
    topic: "files",
    help: """
      Files are looked for in the working folder, then in DEEPSTRUC_DATA and its folders.

      | ending | what |
      |---|---|
      | .gr .fgr .cgr .dat .txt .csv | a PDF: PDFgetX3, xPDFsuite, PDFgetX2, PDFgetN, PDFgui, or \
      columns of r and G |
      | .xyz .extxyz | a cluster, or a list of them where there are many frames |
      | .h5 .hdf5 | a graph of the published program: `graph.structure` and `graph.pdf` |
      | .safetensors | a model |

      Qmin, Qmax and composition come from the header.
      """,
    examples: [
      #"""
      save simulate(icosahedron("Au", shells: 2)), to: "/tmp/deepstruc-example.gr"
      load "/tmp/deepstruc-example.gr"
      """#
    ]
  ) { session, name -> Value in
    if let loader = Loader.all.first(where: { $0.names.contains(name) }) {
      return try loader.load(name, session)
    }
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    guard let loader = Loader.all.first(where: { $0.endings.contains(ending) }) else {
      throw unknown(name)
    }
    let path: String
    do { path = try session.locate(name) } catch var missing as Complaint {
      if measured.contains(name) {
        missing.suggestion = "scripts/fetch-data downloads it and says how to go on"
      }
      throw missing
    }
    return try loader.load(path, session)
  }

  /// The measured PDFs of the paper, which are not the program's to hand on.
  private static let measured: Set = [
    "Au144pMBA.gr", "Au144PET_100K-00000.gr", "JQ_S1.gr", "JQ_S2.gr", "JQ_S3.gr",
  ]

  private static func unknown(_ name: String) -> Complaint {
    let names = Loader.all.flatMap(\.names)
    let endings = Loader.all.flatMap(\.endings).map { ".\($0)" }.joined(separator: " ")
    return Complaint(
      "'\(name)' is no model's name and its ending is not known", argument: "name",
      suggestion: Suggestion.didYouMean(name, among: names) ?? "files end in \(endings)")
  }
}
