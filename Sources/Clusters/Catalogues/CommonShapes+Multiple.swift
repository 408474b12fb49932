extension CommonShapes {
  /// Decahedra with and without the notches of Marks.
  static func decahedra(_ atoms: ClosedRange<Int>) -> [Shape] {
    var shapes: [Shape] = []
    for p in 1...12 {
      for r in 0...4 {
        for q in 1...16 {
          guard let made = try? Recipe.decahedron(p: p, q: q, r: r).shape(),
            made.count <= atoms.upperBound
          else { break }
          shapes.append(made)
        }
      }
    }
    return shapes
  }

  /// Icosahedra, whole and without vertices, and with an outer shell that grows from a vertex, a
  /// face or an edge.
  static func icosahedra(_ atoms: ClosedRange<Int>) -> [Shape] {
    let directions = ["vertex", "{111}", "edge"].compactMap { family in
      Motif.twentyFold.facets.first { $0.family == family }
    }
    var inner: [SIMD3<Double>] = [.zero]
    var shapes: [Shape] = []
    for n in 1...12 where inner.count <= atoms.upperBound {
      let shell = IcosahedralShell.sites(n).map { $0 / IcosahedralShell.vertexDistance }
      let bare = shell.filter { length($0) < Double(n) - 1e-6 }
      shapes.append(Shape(.icosahedral, sites: inner + shell, name: "icosahedron \(n)"))
      shapes.append(
        Shape(.icosahedral, sites: inner + bare, name: "icosahedron \(n) without vertices"))
      for direction in directions {
        for (kind, outer) in [("", shell), (" without vertices", bare)] {
          let heights = outer.map { ($0 * direction.normal).sum() }
          let levels = Set(heights.map { Int(($0 * 1000).rounded()) }).sorted()
          for level in levels.dropFirst() {
            let cap = zip(outer, heights).filter { $1 * 1000 > Double(level) - 1 }.map(\.0)
            shapes.append(
              Shape(
                .icosahedral, sites: inner + cap,
                name: "icosahedron \(n - 1) and \(cap.count) from a \(direction.family)\(kind)"))
          }
        }
      }
      inner += shell
    }
    return shapes
  }
}
