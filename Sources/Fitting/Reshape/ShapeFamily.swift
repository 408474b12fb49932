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

  /// Sites that are taken in any of the shapes that fit as well, in the frame of `best`.
  public let places: [Place]

  /// Numbers of atoms of the shapes that fit as well, but for a twentieth at each end.
  public let atoms: ClosedRange<Int>

  /// A site, and how likely an atom is there.
  public struct Place: Sendable {
    /// In Å.
    public let position: SIMD3<Double>
    public let probability: Double
  }

  /// Broken bonds of the answer over N^⅔: 11 to 13 for round particles of close-packed atoms.
  public let surface: Double

  /// The part of Rw² of the answer that lies within the data's resolution.
  public let misfit: Double

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
    let answer = gain > 2 * Double(moved) ? free[0] : ideals[0]
    best = gain > 2 * Double(moved) ? self.free : ideal
    surface = answer.surface
    misfit = answer.misfit
    let others = first.alternatives(to: answer, facets: gain <= 2 * Double(moved))
    let bond = first.bond * (answer.values[.expansion] ?? 1)
    let sites = first.table.sites
    let middle =
      answer.atoms.reduce(SIMD3<Double>.zero) { $0 + sites[Int($1)].position }
      / Double(answer.atoms.count)
    atoms = others.atoms
    places = zip(sites, others.probabilities).filter { $1 > 0.01 }.map {
      Place(position: ($0.position - middle) * bond, probability: $1)
    }
  }

  /// Sites that are taken in at least nineteen of twenty of the shapes that fit as well, and those
  /// that are taken in more than one.
  public var certain: (taken: Int, open: Int) {
    (
      places.count { $0.probability >= 0.95 },
      places.count { (0.05..<0.95).contains($0.probability) }
    )
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
