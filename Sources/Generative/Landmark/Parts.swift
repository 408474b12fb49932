import Clusters

extension Shape {
  /// Sets of points, in units of the bond length, whose sums are the atoms: the atoms themselves
  /// for one axis of the map, for two the origins of the stacked layers and the atoms of a layer.
  ///
  /// Points of the last set follow each other first.
  package func parts(_ axes: Int) -> [[SIMD3<Double>]] {
    guard axes > 1, let size = layering?.size.reduce(1, *) else { return [sites] }
    let layers = stride(from: 0, to: count, by: size).map { Array(sites[$0..<$0 + size]) }
    let origins = layers.map { $0.reduce(.zero, +) / Double(size) }
    return [origins, layers[0].map { $0 - origins[0] }]
  }
}

/// All sums of one point of every set; points of the last set follow each other first.
func sums(_ parts: [[SIMD3<Double>]]) -> [SIMD3<Double>] {
  parts.reduce(into: [.zero]) { sums, part in sums = sums.flatMap { sum in part.map { sum + $0 } } }
}
