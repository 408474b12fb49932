import Clusters
import Foundation
import Scattering

/// The shapes of a motif that fit a PDF.
public struct ShapeFamily: Sendable {
  public let motif: Motif

  /// The fit of the shape that is the answer.
  public let best: Fit

  /// The best shape that facets alone cut.
  public let ideal: Fit

  /// The best with single atoms moved.
  public let free: Fit

  /// What each start came to, best first.
  public let fits: [Fit]

  init?(_ chains: [ShapeChain], of element: Element, in problem: ReshapeProblem) {
    guard let first = chains.first else { return nil }
    motif = first.table.motif
    func fit(_ state: ShapeChain.State) -> Fit {
      let cluster = first.cluster(of: state.atoms, element, state.values)
      return FitProblem(cluster, in: problem.model).solve(for: cluster)
    }
    let least = chains.map(\.free.misfit).min() ?? 1
    func energy(_ state: ShapeChain.State) -> Double {
      state.misfit + problem.settings.surface * least * state.surface
    }
    let ideals = chains.map(\.ideal).sorted { $0.misfit < $1.misfit }
    let free = chains.map(\.free).sorted { energy($0) < energy($1) }
    ideal = fit(ideals[0])
    self.free = fit(free[0])
    fits = [self.free] + free.dropFirst().map(fit)
    // Akaike's criterion, with a parameter for each site in which the two differ.
    let gain = Double(problem.pdf.rank) * log(ideals[0].misfit / free[0].misfit)
    let moved = Set(ideals[0].atoms).symmetricDifference(free[0].atoms).count
    best = gain > 2 * Double(moved) ? self.free : ideal
  }
}

extension ShapeChain {
  func cluster(
    of atoms: [Int32], _ element: Element, _ values: [Quantity: Double]
  ) -> Cluster {
    let length = bond * (values[.expansion] ?? 1)
    return Cluster(
      element, type: table.motif.type,
      positions: atoms.map { table.sites[Int($0)].position * length }, bond: length)
  }
}
