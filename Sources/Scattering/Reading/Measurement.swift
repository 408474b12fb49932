import Clusters
import Numerics

/// What a header says of how a curve was measured.
struct Measurement {
  var qmin: Double?
  var qmax: Double?
  var qdamp: Double?
  var qbroad: Double?
  var temperature: Double?
  var composition: Composition?
  var notes: [String] = []

  /// - Throws: `FileError` where a value is none that its key can have.
  init(_ entries: [HeaderEntry], table: String?, path: String) throws(FileError) {
    for entry in entries {
      switch entry.name {
      case "qmin": qmin = try wavenumber(entry, path)
      case "qmax", "qmaximum": qmax = try wavenumber(entry, path)
      case "qdamp", "qsig": qdamp = try wavenumber(entry, path)
      case "qbroad", "qalp": qbroad = try wavenumber(entry, path)
      case "qrange", "qmin/qmax", "qminqmax": readRange(entry)
      case "temperature", "temp", "sampletemperature", "t": readTemperature(entry)
      case "composition", "formula", "chemicalformula", "element", "elements", "stoichiometry":
        try readFormula(entry, path)
      default: break
      }
    }
    if qmax == 0 {
      qmax = nil
      notes.append("Qmax 0 means that no end of the transform is known")
    }
    if let qmin, let qmax, qmin >= qmax {
      throw FileError(path, "qmin is \(qmin.plain) Å⁻¹, but must be below qmax, \(qmax.plain) Å⁻¹")
    }
    if composition == nil { composition = table.flatMap { Composition($0) } }
    if composition == nil { readSample(entries) }
    notes += composition?.notes.map { "composition: \($0)" } ?? []
  }

  /// A value in Å⁻¹; nil where the file says that it has none.
  private mutating func wavenumber(
    _ entry: HeaderEntry, _ path: String
  ) throws(FileError) -> Double? {
    if Self.unknown.contains(entry.value.lowercased()) { return nil }
    let isPerNanometre = ["nm-1", "nm^-1", "1/nm", "nm⁻¹"].contains { entry.value.contains($0) }
    guard let number = entry.number, (0...(isPerNanometre ? 2000 : 200)).contains(number) else {
      throw FileError(
        path, line: entry.line,
        "\(entry.key) is '\(entry.value)', but must be a number from 0 to 200 Å⁻¹")
    }
    if isPerNanometre { notes.append("\(entry.key) is given in nm⁻¹") }
    return isPerNanometre ? number / 10 : number
  }

  private static let unknown: Set = ["", "none", "unknown", "n/a", "?", "-", "auto"]

  /// `Q range = 0.5 - 22`.
  private mutating func readRange(_ entry: HeaderEntry) {
    let numbers = entry.value.split { !$0.isNumber && $0 != "." }.compactMap { Double($0) }
    guard numbers.count >= 2, numbers[0] < numbers[1], numbers[1] <= 200 else { return }
    (qmin, qmax) = (numbers[0], numbers[1])
  }

  /// Kelvin, unless degrees Celsius are said. A T alone must say its unit.
  private mutating func readTemperature(_ entry: HeaderEntry) {
    guard let number = entry.number else { return }
    let unit = entry.value.drop { !$0.isLetter && $0 != "°" }.lowercased()
    let isCelsius = unit.hasPrefix("°c") || unit.hasPrefix("c") || unit.hasPrefix("deg")
    let kelvin = isCelsius ? number + 273.15 : number
    if entry.name == "t", temperature != nil || !(isCelsius || unit.hasPrefix("k")) { return }
    guard (0...10_000).contains(kelvin) else {
      notes.append("a temperature of \(entry.value) is left out")
      return
    }
    temperature = kelvin
  }

  private mutating func readFormula(_ entry: HeaderEntry, _ path: String) throws(FileError) {
    if Self.unknown.contains(entry.value.lowercased()) { return }
    guard entry.value.contains(where: \.isLetter) else {
      throw FileError(
        path, line: entry.line, "\(entry.key) is '\(entry.value)', but must name elements")
    }
    if let read = Composition(entry.value.prefix { $0 != "#" }) {
      composition = read
    } else {
      notes.append("composition '\(entry.value)' names no element")
    }
  }

  /// A sample's name counts where it is the formula of a metal as it should be written.
  private mutating func readSample(_ entries: [HeaderEntry]) {
    for entry in entries where ["sample", "material", "samplename"].contains(entry.name) {
      guard let read = Composition(entry.value), read.metal != nil,
        read.notes.isEmpty || Element.named(entry.value) != nil
      else { continue }
      composition = read
      notes.append("the composition is taken from '\(entry.key)'")
      return
    }
  }
}
