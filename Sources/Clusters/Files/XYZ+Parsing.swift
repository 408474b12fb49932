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
    // '55 atoms' counts as well, '55 0 0 0' is an atom.
    let words = number.split(whereSeparator: \.isWhitespace)
    guard let count = words.first.flatMap({ Int($0) }), count > 0,
      words.count == 1 || words.count < 4 && words[1].first?.isLetter == true
    else {
      throw FileError(path, line: start + 1, "the number of atoms is expected, not '\(number)'")
    }
    guard start + 1 < lines.count else {
      throw FileError(path, line: start + 1, "the file ends before the comment line")
    }
    let comment = String(lines[start + 1].trimmed)
    let pairs = keyValues(comment)
    let said = pairs.first { $0.key.lowercased() == "properties" }?.value
    let columns = try said.map { (text) throws(FileError) in
      try AtomColumns(properties: text, path: path, line: start + 2)
    }
    var atoms = AtomList(path: path)
    for line in (start + 2)..<(start + 2 + min(count, lines.count)) {
      guard line < lines.count, !lines[line].allSatisfy(\.isWhitespace) else {
        throw FileError(
          path, line: min(line, lines.count),
          "\(count) atoms were announced in line \(start + 1), \(atoms.positions.count) follow")
      }
      let fields = NumberField.split(lines[line])
      let columns = columns ?? AtomColumns(fields)
      guard fields.count >= columns.needed else {
        throw FileError(
          path, line: line + 1,
          "an element and three coordinates are expected, not '\(lines[line].trimmed)'")
      }
      try atoms.add(fields[columns.element], fields[columns.position...], line: line + 1)
    }
    guard let element = atoms.element, atoms.positions.count == count else {
      throw FileError(
        path, line: lines.count,
        "\(count) atoms were announced in line \(start + 1), \(atoms.positions.count) follow")
    }
    next = start + 2 + count
    let cell = pairs["Lattice"] == nil ? [] : [AtomList.cellNote]
    return Frame(
      cluster: cluster(element, atoms.positions, comment, pairs), comment: comment, pairs: pairs,
      notes: atoms.notes + cell)
  }

  private static func cluster(
    _ element: Element, _ positions: [SIMD3<Double>], _ comment: String, _ pairs: [String: String]
  ) -> Cluster {
    let label = pairs["label"] ?? (pairs.isEmpty ? comment : "")
    let bond = pairs["bond"].flatMap(Double.init).flatMap { 0.1...100 ~= $0 ? $0 : nil }
    let unplaced = Cluster(element, type: .unknown, positions: positions, bond: 1)
    return Cluster(
      element, type: pairs["type"].flatMap(StructureType.init) ?? .unknown, positions: positions,
      bond: bond ?? unplaced.shortestDistance.flatMap { $0 > 0.1 ? $0 : nil } ?? element.bond ?? 1,
      name: label.isEmpty ? nil : label)
  }

  private static let closing: [Unicode.Scalar: Unicode.Scalar] = ["[": "]", "{": "}"]

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
      if let quote = rest.first, quote == "\"" || quote == "'" {
        rest.removeFirst()
        while let scalar = rest.popFirst(), scalar != quote {
          guard scalar == "\\", let escaped = rest.popFirst() else {
            value.append(scalar)
            continue
          }
          value.append(escaped == "n" ? "\n" : escaped)
        }
      } else if let end = rest.first.flatMap({ closing[$0] }), let close = rest.firstIndex(of: end)
      {
        value += rest[...close]
        rest = rest[rest.index(after: close)...]
      } else {
        value += rest.prefix { !$0.properties.isWhitespace }
        rest = rest.dropFirst(value.count)
      }
      if !key.isEmpty { pairs[key] = String(value) }
    }
    return pairs
  }
}
