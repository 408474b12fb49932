import Clusters
import Foundation
import Scattering

/// The shapes of a motif that fit a PDF.
public struct ShapeFamily: Sendable {
  public let motif: Motif

  /// The fit of the shape that is the answer: single atoms are moved off facets where that tells
  /// the far part of the PDF better, or, where nothing was predicted, where Akaike's criterion
  /// allows it.
  public private(set) var best: Fit

  /// The best shape that facets alone cut.
  public let ideal: Fit

  /// The best with single atoms moved.
  public let free: Fit

  /// What the starts that were followed came to, best first.
  public let fits: [Fit]

  /// Sites that are taken in any of the shapes that fit as well, in the frame of `best`.
  public let places: [Place]

  /// Numbers of atoms of the shapes that fit as well, but for a twentieth at each end.
  public let atoms: ClosedRange<Int>

  /// How well models of different freedom do, those of least freedom first.
  public internal(set) var models: [ModelScore] = [] {
    didSet {
      let shapes = models.filter { $0.kind == .facets || $0.kind == .atoms }
      guard let chosen = Self.choice(of: shapes) else { return }
      best = chosen.kind == .atoms ? free : ideal
    }
  }

  /// The part of Rw² of the answer that lies within the data's resolution.
  public let misfit: Double

  /// The part of Rw² that no structure can reach.
  var unresolved: Double {
    let rw = (answer.moved > 0 ? free : ideal).rw
    return max(rw * rw - misfit, 0)
  }

  /// Broken bonds of the answer over N^⅔: 11 to 13 for round particles of close-packed atoms.
  public let surface: Double

  /// What a unit of surface costs, as a share of the misfit.
  private let surfaceCost: Double

  /// What motifs are compared by.
  let score: Double

  /// How many moves of facets and atoms were tried in the starts that were followed to the end.
  public let moves: Int

  let chain: ShapeChain
  let idealState: ShapeChain.State
  let freeState: ShapeChain.State
  let answer: ShapeChain.State

  /// A site, and how likely an atom is there.
  public struct Place: Sendable {
    /// In Å.
    public let position: SIMD3<Double>
    public let probability: Double
  }

  init?(
    _ chains: [ShapeChain], of element: Element, in problem: ReshapeProblem,
    _ progress: SharedProgress
  ) {
    guard let chain = chains.first else { return nil }
    self.chain = chain
    motif = chain.table.motif
    func fit(_ state: ShapeChain.State) -> Fit {
      let cluster = chain.cluster(of: state.atoms, element, state.values)
      return FitProblem(cluster, in: problem.model).solve(for: { _ in cluster })
    }
    idealState = chain.ideal
    freeState = chain.free
    ideal = fit(idealState)
    free = fit(freeState)
    fits = chains.map { fit($0.answer) }
    moves = chains.reduce(0) { $0 + $1.moves }
    answer = chain.answer
    let isFree = answer.moved > 0
    best = isFree ? free : ideal
    misfit = answer.misfit
    surface = answer.surface
    score = problem.score(answer)
    surfaceCost = problem.surface(misfit)
    let others = chain.alternatives(to: answer, facets: !isFree, progress)
    // Other starts that no noise tells apart from the answer: two standard deviations.
    let limit = score + 4
    let alike = chains.map(\.answer).filter { problem.score($0) <= limit }
    let counts = alike.map(\.atoms.count) + [others.atoms.lowerBound, others.atoms.upperBound]
    atoms = (counts.min() ?? 0)...(counts.max() ?? 0)
    let bond = chain.bond * (answer.values[.expansion] ?? 1)
    let sites = chain.table.sites
    let middle =
      answer.atoms.reduce(SIMD3<Double>.zero) { $0 + sites[Int($1)].position }
      / Double(answer.atoms.count)
    places = zip(sites, others.probabilities).filter { $1 > 0.01 }.map {
      Place(position: ($0.position - middle) * bond, probability: $1)
    }
  }

  /// A factor of Rw for what surface the shape has more than another cluster of its motif.
  func ruggedness(beside cluster: Cluster) -> Double {
    let grid = CellGrid(cluster.positions, reach: motif.bondReach * cluster.bond)
    let bonded = grid.neighbours.reduce(0) { $0 + $1.count }
    let root = cbrt(Double(cluster.count))
    let other = Double(cluster.count * motif.coordination - bonded) / (root * root)
    return exp(surfaceCost * max(surface - other, 0) / 2)
  }

  /// Sites that are taken in at least nineteen of twenty of the shapes that fit as well, and those
  /// that are taken in fewer but more than one of twenty.
  public var certain: (taken: Int, open: Int) {
    (
      places.count { $0.probability >= 0.95 },
      places.count { (0.05..<0.95).contains($0.probability) }
    )
  }

  /// The diameter of a sphere of as many atoms, in Å.
  public var diameter: Double {
    let bond = chain.bond * (answer.values[.expansion] ?? 1)
    return 2 * bond * cbrt(3 * Double(answer.atoms.count) / (4 * .pi * motif.density))
  }

  /// The model of least freedom that tells the far part of the PDF as well as any, to a tenth.
  public var kind: ModelScore? { Self.choice(of: models) }

  private static func choice(of models: [ModelScore]) -> ModelScore? {
    guard let least = models.map(\.predicted).min() else { return nil }
    return models.first { $0.predicted <= 1.1 * least }
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
