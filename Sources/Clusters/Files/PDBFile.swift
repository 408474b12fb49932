import Numerics

/// Files of the Protein Data Bank, whose columns are fixed; a model is a frame.
enum PDBFile {
  /// - Throws: `FileError` with the line where the file is malformed.
  static func parse(_ text: String, path: String) throws(FileError) -> [XYZ.Frame] {
    var frames: [XYZ.Frame] = []
    var atoms = AtomList(path: path)
    var title = ""
    for (place, line) in text.fileLines.enumerated() {
      if line.hasPrefix("ATOM") || line.hasPrefix("HETATM") {
        let columns = Array(line)
        func field(_ range: ClosedRange<Int>) -> Substring {
          let end = min(range.upperBound, columns.count)
          return end < range.lowerBound
            ? "" : Substring(String(columns[range.lowerBound - 1..<end])).trimmed
        }
        let symbol = field(77...78)
        // Without a symbol the atom's name must tell, whose first two columns are the element's.
        let label = symbol.isEmpty ? field(13...14) : symbol
        try atoms.add(
          label.drop { $0.isNumber }, [field(31...38), field(39...46), field(47...54)],
          line: place + 1)
      } else if line.hasPrefix("TITLE") || line.hasPrefix("COMPND") {
        if title.isEmpty { title = String(line.dropFirst(10).trimmed) }
      } else if line.hasPrefix("ENDMDL"), atoms.element != nil {
        frames.append(try atoms.frame(title, hasCell: false))
        atoms = AtomList(path: path)
      }
    }
    if atoms.element != nil { frames.append(try atoms.frame(title, hasCell: false)) }
    guard !frames.isEmpty else { throw FileError(path, "no atoms: no line begins with ATOM") }
    return frames
  }
}
