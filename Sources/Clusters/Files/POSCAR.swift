import Foundation
import Numerics

/// Files of VASP: POSCAR and CONTCAR, as clusters in a cell.
enum POSCAR {
  /// - Throws: `FileError` with the line where the file is malformed.
  static func parse(_ text: String, path: String) throws(FileError) -> [XYZ.Frame] {
    var lines = text.fileLines[...]
    let end = lines.count
    func words(_ what: String) throws(FileError) -> [Substring] {
      guard let line = lines.popFirst() else {
        throw FileError(path, "the file ends before \(what)")
      }
      // VASP passes over what stands behind an exclamation mark.
      return line.prefix { $0 != "!" }.split(whereSeparator: \.isWhitespace)
    }
    let title = try words("its title")
    let scale = try words("the scale").first.flatMap { NumberField.value($0) } ?? .nan
    guard scale.isFinite, scale != 0 else { throw FileError(path, line: 2, "no scale is given") }
    var edges: [SIMD3<Double>] = []
    for line in 3...5 { edges.append(try AtomList.position(words("the cell"), path, line: line)) }
    let volume = UnitCell(edges: edges).volume
    let factor = scale > 0 ? scale : cbrt(-scale / volume)
    guard volume > 1e-6 else { throw FileError(path, line: 3, "the cell has no volume") }
    let cell = UnitCell(edges: edges.map { $0 * factor })

    // Of old the elements stood in the title alone.
    var labels = try words("the elements")
    let counts = Int(labels.first ?? "") == nil ? try words("the numbers of atoms") : labels
    if Int(labels.first ?? "") != nil { labels = title }
    let numbers = counts.compactMap { Int($0) }
    guard numbers.count == counts.count, !numbers.isEmpty, labels.count >= numbers.count,
      numbers.allSatisfy({ (0...1_000_000).contains($0) })
    else { throw FileError(path, line: 6, "elements and their numbers are expected") }
    var mode = try words("the coordinates").first?.lowercased() ?? ""
    if mode.hasPrefix("s") { mode = try words("the coordinates").first?.lowercased() ?? "" }
    let isCartesian = mode.hasPrefix("c") || mode.hasPrefix("k")

    var atoms = AtomList(path: path)
    for (label, number) in zip(labels, numbers) {
      for _ in 0..<number {
        let line = end - lines.count + 1
        let fields = try words("all atoms are given")
        try atoms.add(label, fields, line: line) { isCartesian ? $0 * factor : cell.place($0) }
      }
    }
    return [try atoms.frame(title.joined(separator: " "), hasCell: true)]
  }
}
