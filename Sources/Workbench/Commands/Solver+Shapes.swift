import Clusters
import Fitting
import Numerics
import Scattering
import Script
import Synchronization

/// What is no ideal shape: particles found site by site, and samples of many sizes.
extension Solver {
  /// Types with less of the odds are not followed.
  private static let leastShare = 0.05

  /// Shapes of the motifs whose types are left open, beside what ideal shapes tell.
  func families(
    for answer: Answer, of survey: Survey, _ metal: Element, _ session: Session
  ) throws -> [ShapeFamily] {
    var reshape = Reshape()
    (reshape.rmin, reshape.rmax) = (settings.rmin, settings.rmax)
    (reshape.qmin, reshape.qmax) = (settings.qmin, settings.qmax)
    (reshape.qdamp, reshape.seed) = (settings.values[.qdamp], seed)
    reshape.starts = 4
    let progress = Mutex(Command.Line(session.progress("reshaping", total: 100)))
    defer { progress.withLock { $0.progress.end() } }
    let interrupt = session.interrupt
    let types = open(in: answer)
    var families = try reshape.run(
      Motif.simple.filter { types.contains($0.type.lattice) }, of: metal, against: answer.pdf
    ) { share in
      progress.withLock { $0.progress.update(Int(100 * share)) }
      return !interrupt.isRaised
    }
    try session.checkInterrupt()
    guard let end = families.lazy.compactMap(\.models.first?.end).first else { return families }
    for place in families.indices where !families[place].models.isEmpty {
      let told = try ModelScore.ideal(
        families[place].motif.type.lattice, of: survey, settings, to: answer.pdf, upTo: end,
        while: { !interrupt.isRaised })
      if let told { families[place].compare(with: told) }
    }
    try session.checkInterrupt()
    return families
  }

  /// Shapes that say more than ideal ones.
  func found(_ families: [ShapeFamily], _ answer: Answer) -> [Candidate] {
    families.compactMap { family in
      let type = family.motif.type.lattice
      guard let ideal = answer.fits.first(where: { $0.cluster.type.lattice == type }),
        family.isBetter(than: ideal)
      else { return nil }
      return Candidate(family, betterThan: ideal)
    }
  }

  /// Spheres of crystals, where the sample may be larger than the candidates.
  func spheres(for answer: Answer, _ metal: Element) throws -> [Candidate] {
    guard answer.mayBeLarger else { return [] }
    var settings = settings
    settings.vary += [.diameter, .spread]
    let types = open(in: answer)
    return try Crystal.motifs.filter { types.contains($0.type.lattice) }.compactMap { motif in
      let fit = try settings.fit(try Crystal(metal, motif), to: answer.pdf)
      return Candidate(spheres: fit)
    }
  }

  private func open(in answer: Answer) -> Set<StructureType> {
    Set(answer.odds.types.filter { $0.share >= Self.leastShare }.map(\.type))
  }
}
