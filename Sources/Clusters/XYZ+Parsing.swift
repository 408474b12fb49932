import Numerics

extension XYZ {
  /// The frames of a file's text; `path` is for messages.
  package static func parse(_ text: String, path: String) throws(FileError) -> [Frame] {
    let lines = text.fileLines
    var frames: [Frame] = []
    var next = 0
    while next < lines.count {
      if lines[next].allSatisfy(\.isWhitespace) {
        next += 1
        continue
      }
      frames.append(try frame(lines, from: &next, path: path))
    }
    guard !frames.isEmpty else { throw FileError(path, "no atoms: the file is empty") }
    return frames
  }

  private static func frame(
    _ lines: [Substring], from next: inout Int, path: String
  ) throws(FileError) -> Frame {
    let start = next
    let number = lines[start].trimmed
    guard let count = Int(number), count > 0 else {
      throw FileError(path, line: start + 1, "the number of atoms is expected, not '\(number)'")
    }
    guard start + 1 < lines.count else {
      throw FileError(path, line: start + 1, "the file ends before the comment line")
    }
    let comment = String(lines[start + 1].trimmed)
    let pairs = keyValues(comment)
    let columns = try columns(pairs["Properties"], path: path, line: start + 2)

    var element: Element?
    var positions: [SIMD3<Double>] = []
    for line in (start + 2)..<(start + 2 + min(count, lines.count)) {
      guard line < lines.count, !lines[line].allSatisfy(\.isWhitespace) else {
        throw FileError(
          path, line: min(line, lines.count),
          "\(count) atoms were announced in line \(start + 1), \(positions.count) follow")
      }
      let atom = try atom(lines[line], columns, path: path, line: line + 1)
      if let element, element != atom.element {
        throw FileError(
          path, line: line + 1,
          "\(atom.element.symbol) after \(element.symbol); a cluster has one element here")
      }
      element = atom.element
      positions.append(atom.position)
    }
    guard let element, positions.count == count else {
      throw FileError(
        path, line: lines.count,
        "\(count) atoms were announced in line \(start + 1), \(positions.count) follow")
    }
    next = start + 2 + count
    return Frame(
      cluster: cluster(element, positions, comment, pairs), comment: comment, pairs: pairs)
  }

  private static func cluster(
    _ element: Element, _ positions: [SIMD3<Double>], _ comment: String, _ pairs: [String: String]
  ) -> Cluster {
    let label = pairs["label"] ?? (pairs.isEmpty ? comment : "")
    let bond = pairs["bond"].flatMap(Double.init).flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
    let unplaced = Cluster(element, type: .unknown, positions: positions, bond: 1)
    return Cluster(
      element, type: pairs["type"].flatMap(StructureType.init) ?? .unknown, positions: positions,
      bond: bond ?? unplaced.shortestDistance ?? element.bond ?? 1,
      name: label.isEmpty ? nil : label)
  }

  private static func atom(
    _ line: Substring, _ columns: (species: Int, position: Int), path: String, line number: Int
  ) throws(FileError) -> (element: Element, position: SIMD3<Double>) {
    let fields = line.split { $0.isWhitespace }
    guard fields.count >= max(columns.species + 1, columns.position + 3) else {
      throw FileError(
        path, line: number, "an element and three coordinates are expected, not '\(line.trimmed)'")
    }
    guard let element = Element(String(fields[columns.species])) else {
      throw FileError(path, line: number, "no element '\(fields[columns.species])'")
    }
    var position = SIMD3<Double>.zero
    for axis in 0..<3 {
      let field = fields[columns.position + axis]
      guard let x = Double(field), abs(x) < 1e6 else {
        throw FileError(path, line: number, "'\(field)' is no coordinate in Å")
      }
      position[axis] = x
    }
    return (element, position)
  }

  /// Where the element and the position stand, by `Properties=species:S:1:pos:R:3:…`.
  private static func columns(
    _ properties: String?, path: String, line: Int
  ) throws(FileError) -> (species: Int, position: Int) {
    guard let properties else { return (0, 1) }
    let parts = properties.split(separator: ":")
    var starts: [Substring: Int] = [:]
    var column = 0
    for place in stride(from: 0, to: parts.count - 2, by: 3) {
      starts[parts[place]] = column
      guard let width = Int(parts[place + 2]), (1...100).contains(width) else { break }
      column += width
    }
    guard let species = starts["species"], let position = starts["pos"] else {
      throw FileError(path, line: line, "Properties names no species and pos: '\(properties)'")
    }
    return (species, position)
  }

  /// The pairs of a comment such as `type=fcc label="fcc \"Au\", layers: [1, 1, 1]"`.
  ///
  /// By scalars: a quote ends the value also where an accent follows it.
  static func keyValues(_ comment: String) -> [String: String] {
    var pairs: [String: String] = [:]
    var rest = comment.unicodeScalars[...]
    while let equals = rest.firstIndex(of: "=") {
      let key = rest[..<equals].split { $0.properties.isWhitespace }.last.map(String.init) ?? ""
      rest = rest[rest.index(after: equals)...]
      var value = String.UnicodeScalarView()
      if rest.first == "\"" {
        rest.removeFirst()
        while let scalar = rest.popFirst(), scalar != "\"" {
          guard scalar == "\\", let escaped = rest.popFirst() else {
            value.append(scalar)
            continue
          }
          value.append(escaped == "n" ? "\n" : escaped)
        }
      } else {
        value += rest.prefix { !$0.properties.isWhitespace }
        rest = rest.dropFirst(value.count)
      }
      if !key.isEmpty { pairs[key] = String(value) }
    }
    return pairs
  }
}
