import Clusters
import Fitting
import Numerics
import Scattering
import Script
import Synchronization

/// What a PDF is compared with first.
extension Solver {
  /// The usual candidates that were made last: that takes as long as to fit them.
  private static let lastMade = Mutex<(wish: Wish, survey: Survey)?>(nil)

  private struct Wish: Equatable {
    let metal: Element
    let bond: Double
    let atoms: ClosedRange<Int>
    let reach: Double
  }

  /// Given candidates: of the PDF's metal where that is known, and then each shape once, as a fit
  /// finds its bond length.
  func survey(
    of given: [Cluster], as metal: Element?, _ session: Session
  ) throws -> Survey {
    var candidates = given
    if let metal {
      var seen: Set<Recipe> = []
      candidates = try given.filter { $0.shape.recipe.map { seen.insert($0).inserted } ?? true }
        .map { cluster in
          cluster.element == metal
            ? cluster : try cluster.scaled(to: metal, bond: metal.bond ?? cluster.bond)
        }
    }
    candidates = candidates.filter(Self.isPhysical)
    guard !candidates.isEmpty else {
      throw Complaint(
        "the candidates have atoms that are too close to one another", argument: "candidates")
    }
    return try Survey(candidates, reach: settings.rmax, for: session)
  }

  /// Every shape of the catalogue to 200 atoms, and balls of every motif.
  func survey(
    of metal: Element, bond: Double, _ session: Session
  ) throws -> Survey {
    let wish = Wish(metal: metal, bond: bond, atoms: atoms, reach: settings.rmax)
    if let last = Self.lastMade.withLock({ $0 }), last.wish == wish { return last.survey }
    let shouldContinue = { !session.interrupt.isRaised }
    let catalogue = try Catalogue.mmnp(while: shouldContinue)
    let shapes = catalogue.shapes.filter { atoms.contains($0.count) }
    let balls = Motif.simple.flatMap { $0.balls(atoms: atoms) }
    let different = Distinct.shapes(shapes + balls, while: shouldContinue) ?? []
    try session.checkInterrupt()
    let all = try different.map { try Cluster($0, of: metal, bond: bond) }.filter(Self.isPhysical)
    guard !all.isEmpty else {
      throw Complaint("no candidate has so many atoms", argument: "atoms")
    }
    let survey = try Survey(all, reach: settings.rmax, for: session)
    Self.lastMade.withLock { $0 = (wish, survey) }
    return survey
  }

  /// Whether no two atoms are closer than 0.8 of the bond.
  private static func isPhysical(_ cluster: Cluster) -> Bool {
    guard let shell = cluster.firstShell else { return false }
    return shell.shortest >= 0.8 * shell.mean
  }
}

extension Survey {
  /// - Throws: `Interrupted`.
  init(_ clusters: [Cluster], reach: Double, for session: Session) throws {
    let interrupt = session.interrupt
    do {
      try self.init(clusters, reach: reach) { !interrupt.isRaised }
    } catch is Stopped { throw Interrupted() }
  }
}
