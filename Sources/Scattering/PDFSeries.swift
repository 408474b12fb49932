import Clusters

/// PDFs that belong together, as of a sample at many temperatures, in the order of their files.
public struct PDFSeries: Sendable {
  public let pdfs: [PDF]
  /// Files that could not be read, with the reasons.
  public let skipped: [Skipped]

  public struct Skipped: Sendable, Hashable {
    public let name: String
    public let reason: String

    public init(name: String, reason: String) {
      self.name = name
      self.reason = reason
    }
  }

  public init(_ pdfs: [PDF], skipped: [Skipped] = []) {
    self.pdfs = pdfs
    self.skipped = skipped
  }

  /// A number of each PDF, where it has one.
  public struct Column: Sendable, Hashable {
    public let name: String
    public let unit: String?
    public let values: [Double?]  // [PDFs]
  }

  /// What the PDFs are drawn over: the temperature, or the first other number that is known of each
  /// and of no two the same; nil where that is their order alone.
  public var order: Column? {
    columns.first { column in
      let known = column.values.compactMap { $0 }
      return known.count == pdfs.count
        && (column.name == "temperature" || Set(known).count == pdfs.count)
    }
  }

  /// What is different from file to file: temperature, then the numbers of the headers, then
  /// those of the names.
  public var columns: [Column] {
    var columns: [Column] = []
    func add(_ name: String, unit: String? = nil, _ values: [Double?]) {
      let numbers = values.compactMap { $0 }
      guard Set(numbers).count > 1, !columns.contains(where: { $0.values == values }) else {
        return
      }
      let isTaken = columns.contains { $0.name == name }
      columns.append(
        Column(name: isTaken ? "\(name)_\(columns.count)" : name, unit: unit, values: values))
    }
    add("temperature", unit: "K", pdfs.map(\.temperature))
    add("qmin", unit: "Å⁻¹", pdfs.map(\.qmin))
    add("qmax", unit: "Å⁻¹", pdfs.map(\.qmax))
    add("qdamp", unit: "Å⁻¹", pdfs.map(\.qdamp))
    add("qbroad", unit: "Å⁻¹", pdfs.map(\.qbroad))
    let keys = pdfs.first?.header.map(\.name) ?? []
    let known: Set = [
      "qmin", "qmax", "qdamp", "qbroad", "qsig", "qalp", "temperature", "temp", "t",
    ]
    for (place, key) in keys.enumerated()
    where !known.contains(key) && keys.firstIndex(of: key) == place {
      let values = pdfs.map { pdf in pdf.header.first { $0.name == key }?.number }
      guard !values.contains(nil) else { continue }
      add(key, values)
    }
    let numbers = pdfs.map { NameNumber.all(in: $0.name) }
    let labels = numbers.map { $0.map(\.label) }
    guard let first = labels.first, labels.allSatisfy({ $0 == first }) else { return columns }
    for (place, label) in first.enumerated() where label != "k" && label != "degc" {
      add(label.isEmpty ? "number" : label, numbers.map { $0[place].value })
    }
    return columns
  }
}
