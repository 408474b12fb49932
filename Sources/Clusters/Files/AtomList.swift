import Numerics

/// The atoms of a file as they are read: of one element, with a word on labels that are no symbols.
struct AtomList {
  private(set) var element: Element?
  private(set) var positions: [SIMD3<Double>] = []
  private(set) var notes: [String] = []
  private let path: String

  /// The most atoms of a structure in a file.
  private static let most = 300_000

  init(path: String) { self.path = path }

  /// - Throws: `FileError` where the label is no element, or another than before, or a coordinate
  ///   is no number.
  mutating func add(
    _ label: Substring, _ coordinates: some Collection<Substring>, line: Int?,
    place: (SIMD3<Double>) -> SIMD3<Double> = { $0 }
  ) throws(FileError) {
    guard let atom = AtomLabel(label) else {
      throw FileError(path, line: line, "no element '\(label)'")
    }
    if let element, element != atom.element {
      throw FileError(
        path, line: line,
        "\(atom.element.symbol) after \(element.symbol); a cluster has one element here")
    }
    guard positions.count < Self.most else {
      throw FileError(path, line: line, "more than \(Self.most) atoms are no particle")
    }
    // Pt1, Pt2 and so on are one matter.
    if let note = atom.note, notes.isEmpty { notes.append(note) }
    element = atom.element
    positions.append(place(try Self.position(coordinates, path, line: line)))
  }

  /// The atoms as a frame of a file.
  ///
  /// - Throws: `FileError` where there are no atoms.
  func frame(_ title: String, hasCell: Bool) throws(FileError) -> XYZ.Frame {
    guard let element else { throw FileError(path, "no atoms") }
    return XYZ.Frame(
      cluster: Cluster(element, positions: positions, name: title), comment: title, pairs: [:],
      notes: notes + (hasCell ? [Self.cellNote] : []))
  }

  static let cellNote = "its cell is left out; the atoms are a cluster"

  /// Three numbers as written by any program, `2.775D+00` too.
  static func position(
    _ fields: some Collection<Substring>, _ path: String, line: Int?
  ) throws(FileError) -> SIMD3<Double> {
    guard fields.count >= 3 else {
      throw FileError(path, line: line, "three coordinates are expected, not \(fields.count)")
    }
    var position = SIMD3<Double>.zero
    for (axis, field) in fields.prefix(3).enumerated() {
      guard let x = NumberField.value(field), abs(x) < 1e6 else {
        throw FileError(path, line: line, "'\(field)' is no coordinate in Å")
      }
      position[axis] = x
    }
    return position
  }
}

extension Cluster {
  /// Atoms of a file, which tells no more than a name.
  init(_ element: Element, positions: [SIMD3<Double>], name: String) {
    let unplaced = Cluster(element, type: .unknown, positions: positions, bond: 1)
    let shortest = unplaced.shortestDistance.flatMap { $0 > 0.1 ? $0 : nil }
    self.init(
      element, type: .unknown, positions: positions, bond: shortest ?? element.bond ?? 1,
      name: name.isEmpty ? nil : name)
  }
}

/// The element that a file means by the label of an atom.
struct AtomLabel {
  let element: Element
  /// What was mended, if anything.
  let note: String?

  /// A symbol in any case, with a number or a charge behind it or none, or an atomic number.
  init?(_ label: Substring) {
    if let exact = Element(String(label)) {
      (element, note) = (exact, nil)
      return
    }
    let letters = label.drop { $0 == "\"" || $0 == "'" }.prefix { $0.isLetter }
    let symbol = letters.prefix(1).uppercased() + letters.dropFirst().prefix(1).lowercased()
    let found =
      Int(label).flatMap(Element.numbered) ?? Element(symbol)
      ?? (letters.count > 1 ? Element(String(symbol.prefix(1))) : nil)
    // A longer word is no label.
    guard let found, letters.count <= 3 else { return nil }
    element = found
    note = "'\(label)' is read as \(found.symbol)"
  }
}
