import Numerics

/// Crystallographic information files, of clusters: atoms in Å, or in a cell without symmetry.
///
/// A crystal is refused, since no command can use one: its cell repeats without end.
enum CIF {
  /// - Throws: `FileError` where the file is malformed, or holds a crystal.
  static func parse(_ text: String, path: String) throws(FileError) -> [XYZ.Frame] {
    let data = CIFData(text)
    for name in ["_space_group_symop_operation_xyz", "_symmetry_equiv_pos_as_xyz"] {
      let operations = data.columns[name]?.count ?? 0
      guard operations < 2 else {
        throw FileError(
          path, "this is a crystal with \(operations) operations of symmetry, not a cluster")
      }
    }
    for name in ["_space_group_it_number", "_symmetry_int_tables_number"] {
      guard data.value(name).flatMap(Int.init) ?? 1 == 1 else {
        throw FileError(
          path, "this is a crystal of space group \(data.value(name) ?? ""), not a cluster")
      }
    }
    let labels = data.columns["_atom_site_type_symbol"] ?? data.columns["_atom_site_label"] ?? []
    guard !labels.isEmpty else { throw FileError(path, "no atoms: it has no _atom_site_ loop") }
    func coordinates(_ kind: String) -> [[Substring]]? {
      let axes = ["x", "y", "z"].compactMap { data.columns["_atom_site_\(kind)_\($0)"] }
      // Those of a damaged loop may be fewer than its labels.
      guard axes.count == 3, axes.allSatisfy({ $0.count >= labels.count }) else { return nil }
      return labels.indices.map { i in axes.map { withoutError($0[i]) } }
    }
    let cartesian = coordinates("cartn")
    guard let places = cartesian ?? coordinates("fract") else {
      throw FileError(path, "its atoms have no coordinates")
    }
    let cell = UnitCell(
      lengths: numbers(data, "_cell_length_", ["a", "b", "c"]),
      angles: numbers(data, "_cell_angle_", ["alpha", "beta", "gamma"]))
    var atoms = AtomList(path: path)
    for (label, place) in zip(labels, places) {
      if cartesian != nil {
        try atoms.add(label, place, line: nil)
      } else if let cell {
        try atoms.add(label, place, line: nil) { cell.place($0) }
      } else {
        throw FileError(path, "its coordinates are fractions of a cell that it does not give")
      }
    }
    return [try atoms.frame(data.name, hasCell: cartesian == nil)]
  }

  /// `0.1234(5)` without the error in brackets.
  private static func withoutError(_ field: Substring) -> Substring { field.prefix { $0 != "(" } }

  private static func numbers(_ data: CIFData, _ name: String, _ ends: [String]) -> [Double] {
    ends.compactMap { end in
      data.value(name + end).flatMap { NumberField.value(withoutError(Substring($0))) }
    }
  }
}
