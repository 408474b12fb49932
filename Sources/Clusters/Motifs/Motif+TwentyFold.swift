import Numerics

extension Motif {
  /// Mackay's shells; a vertex of shell n stands n bonds from the centre.
  func twentyFoldSites(within reach: Double) -> [Site] {
    // Faces stand at 0.79 of a shell's radius.
    let shells = Int(clamping: reach / 0.79) + 1
    return (1...shells).reduce(into: [SIMD3<Double>.zero]) { $0 += IcosahedralShell.sites($1) }
      .map { Site($0 / IcosahedralShell.vertexDistance) }
      .filter { length($0.position) <= reach + 1e-9 }
  }

  /// Faces, edges and vertices of the icosahedron.
  static let twentyFoldFacets: [Facet] = {
    let vertices = IcosahedralShell.sites(1)
    func areNear(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Bool { length(a - b) < 2.1 }
    var (edges, faces): ([Facet], [Facet]) = ([], [])
    for i in vertices.indices {
      for j in 0..<i where areNear(vertices[i], vertices[j]) {
        edges.append(Facet("edge", vertices[i] + vertices[j]))
        for k in 0..<j where areNear(vertices[i], vertices[k]) && areNear(vertices[j], vertices[k])
        {
          faces.append(Facet("{111}", vertices[i] + vertices[j] + vertices[k]))
        }
      }
    }
    return faces + vertices.map { Facet("vertex", $0) } + edges
  }()
}
