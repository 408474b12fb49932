import Numerics

/// Where the element and the position stand on a line of atoms.
struct AtomColumns {
  let element: Int
  let position: Int

  var needed: Int { max(element + 1, position + 3) }

  /// Of a plain line: the element first, or behind the number of the atom.
  init(_ fields: [Substring]) {
    let isNumbered =
      fields.count >= 5 && Int(fields[0]) != nil && fields[1].first?.isLetter == true
    element = isNumbered ? 1 : 0
    position = element + 1
  }

  /// By `Properties=species:S:1:pos:R:3:…` of extended XYZ, whose columns have other names in some
  /// programs.
  ///
  /// - Throws: `FileError` where no element or no position is among them.
  init(properties: String, path: String, line: Int) throws(FileError) {
    let parts = properties.split(separator: ":")
    var starts: [String: Int] = [:]
    var column = 0
    for place in stride(from: 0, to: parts.count - 2, by: 3) {
      starts[parts[place].lowercased()] = column
      guard let width = Int(parts[place + 2]), (1...100).contains(width) else { break }
      column += width
    }
    let elements = ["species", "element", "elements", "symbol", "symbols", "type", "z", "numbers"]
    let positions = ["pos", "position", "positions", "coordinates"]
    guard let element = elements.lazy.compactMap({ starts[$0] }).first,
      let position = positions.lazy.compactMap({ starts[$0] }).first
    else {
      throw FileError(path, line: line, "Properties names no species and pos: '\(properties)'")
    }
    self.element = element
    self.position = position
  }
}
