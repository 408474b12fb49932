import Clusters
import Foundation

/// The shapes of a motif that fit a PDF.
public struct ShapeFamily: Sendable {
  public let motif: Motif

  /// The fit of the best shape.
  public let best: Fit

  /// The best fit of each start, best first.
  public let fits: [Fit]

  init?(_ chains: [ShapeChain], of element: Element, in problem: ReshapeProblem) {
    guard let first = chains.first else { return nil }
    motif = first.table.motif
    let fits = chains.map { chain in
      let cluster = chain.cluster(of: element)
      return FitProblem(cluster, in: problem.model).solve(for: cluster)
    }
    let order = chains.indices.sorted { (chains[$0].energy, $0) < (chains[$1].energy, $1) }
    self.fits = order.map { fits[$0] }
    best = self.fits[0]
  }
}

extension ShapeChain {
  func cluster(of element: Element) -> Cluster {
    Cluster(
      element, type: table.motif.type,
      positions: atoms.map {
        table.sites[Int($0)].position * bond * (values[.expansion] ?? 1)
      }, bond: bond * (values[.expansion] ?? 1))
  }
}
