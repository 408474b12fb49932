import Foundation

extension Shape {
  /// A decahedron: five tetrahedral fcc crystals around one fivefold axis.
  ///
  /// `p` atoms lie along the edges of the {100} facets across the axis and `q` along it; `q` = 1
  /// shows no {100} facets. `r` is the depth of the re-entrant edges of a Marks decahedron
  /// (L. D. Marks, Phil. Mag. A 1984, 49, 81, doi:10.1080/01418618408233431). A column n steps
  /// from the axis has n atoms fewer than the axis, which has p + q + 2r − 1.
  /// - Throws: `ClusterError` for impossible p, q or r.
  static func decahedron(_ p: Int, _ q: Int, _ r: Int) throws(ClusterError) -> Shape {
    try require("p", p, atLeast: 1)
    try require("q", q, atLeast: 1)
    try require("r", r, atLeast: 0)
    let rings = Double(p) + 2 * Double(r)
    try requireSize(2.5 * rings * rings * (rings + Double(q)) / 2)

    let axis = p + q + 2 * r - 1
    let rays = (0..<5).map { sector in
      let angle = Double.pi * (0.5 + 0.4 * Double(sector))
      return SIMD3(cos(angle), sin(angle), 0) * (3.0.squareRoot() / 2)
    }
    var sites: [SIMD3<Double>] = []
    func column(at foot: SIMD3<Double>, atoms: Int) {
      for j in 0..<atoms {
        sites.append(foot + SIMD3(0, 0, Double(j) - Double(atoms - 1) / 2))
      }
    }
    column(at: .zero, atoms: axis)
    for n in 1..<max(p + 2 * r, 1) where n < axis {
      for sector in 0..<5 {
        let (from, to) = (rays[(sector + 4) % 5], rays[sector])
        for i in 0..<n where n - i < p + r && i < p + r {
          column(at: Double(n - i) * from + Double(i) * to, atoms: axis - n)
        }
      }
    }
    return Shape(.decahedral, .decahedron(p: p, q: q, r: r), sites: sites)
  }
}
