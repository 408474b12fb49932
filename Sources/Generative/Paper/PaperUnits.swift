import Clusters
import Scattering

/// The paper's units: what its network sees of structures and PDFs.
enum PaperUnits {
  /// The largest extents of the paper's structures in Å, by which coordinates are divided.
  static let extents = SIMD3(25.92, 25.92, 50.2637)
  /// The target where there is no atom.
  static let padding: Float = -1
  /// Atoms whose mean coordinate is above this are there.
  static let presence = -0.2
  /// Longest edge of the graph in bond lengths.
  static let cutoff = 1.02
  /// Points of a PDF, 2.00, 2.01 … 29.99 Å.
  static let points = 2800

  /// The paper's training conditions on the network's axis, every `thinning` points.
  static func conditions(thinning: Int) -> ScatteringConditions {
    var conditions = ScatteringConditions()
    (conditions.qmin, conditions.qmax, conditions.qdamp) = (0.7, 25, 0)
    (conditions.biso, conditions.delta2) = (0.3, 0)
    (conditions.rmin, conditions.rmax) = (2, 30)
    conditions.rstep = 0.01 * Double(thinning)
    return conditions
  }

  /// Coordinates moved so that the least is 0 along each axis, and divided by the extents.
  static func scaled(_ positions: [SIMD3<Double>]) -> [Float] {  // [atoms, 3]
    var least = SIMD3(repeating: Double.infinity)
    for x in positions { least = least.replacing(with: x, where: x .< least) }
    return positions.flatMap { position in
      let x = (position - least) / extents
      return [Float(x.x), Float(x.y), Float(x.z)]
    }
  }

  /// The atoms of a decoder's output [3 · atoms], in Å; at least one.
  static func positions(_ output: ArraySlice<Float>) -> [SIMD3<Double>] {
    let all = stride(from: output.startIndex, to: output.endIndex, by: 3).map {
      SIMD3(Double(output[$0]), Double(output[$0 + 1]), Double(output[$0 + 2]))
    }
    let atoms = all.filter { $0.sum() / 3 > presence }
    return (atoms.isEmpty ? Array(all.prefix(1)) : atoms).map { $0 * extents }
  }

  /// Divides a PDF by its maximum, as the network sees it.
  static func normalise(_ g: UnsafeMutableBufferPointer<Float>) {
    let highest = g.max() ?? 1
    guard highest > 0 else { return }
    for i in g.indices { g[i] /= highest }
  }

  /// A measured PDF on the network's axis, 0 where nothing was measured.
  static func values(of pdf: PDF, thinning: Int) -> [Float] {
    let axis = conditions(thinning: thinning).r
    var values = pdf.resampled(on: axis).g.enumerated().map { index, g in
      axis[index] > (pdf.r.last ?? 0) + 1e-6 ? 0 : Float(g)
    }
    values.withUnsafeMutableBufferPointer { normalise($0) }
    return values
  }
}
