import Clusters
import Fitting
import Generative
import Numerics
import Scattering
import Script
import Synchronization

/// What is no ideal shape: particles found site by site, and samples of many sizes.
extension Solver {
  /// Types with less of the odds are not followed.
  private static let leastShare = 0.05

  /// Shapes of the motifs whose types are left open, by ideal shapes and by what the model of particles
  /// draws, beside what ideal shapes tell.
  func families(
    for answer: Answer, of survey: Survey, _ metal: Element, _ session: Session
  ) throws -> [ShapeFamily] {
    let (types, drawn) = try drawn(for: answer.pdf, open(in: answer), metal, session)
    try session.checkInterrupt()
    var reshape = Reshape()
    (reshape.rmin, reshape.rmax) = (settings.rmin, settings.rmax)
    (reshape.qmin, reshape.qmax) = (settings.qmin, settings.qmax)
    (reshape.qdamp, reshape.seed) = (settings.values[.qdamp], seed)
    reshape.starts = drawn.isEmpty ? 4 : 3
    let progress = Mutex(Command.Line(session.progress("reshaping", total: 100)))
    defer { progress.withLock { $0.progress.end() } }
    let interrupt = session.interrupt
    var families = try reshape.run(
      Motif.simple.filter { types.contains($0.type.lattice) }, of: metal, startingAt: drawn,
      against: answer.pdf
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

  /// Shapes that say more than ideal ones, and than spheres of many sizes; none where simple models of
  /// another motif tell the far part better by a tenth.
  func found(
    _ families: [ShapeFamily], _ answer: Answer, _ spheres: [Candidate]
  ) -> [Candidate] {
    families.compactMap { family in
      let others = families.filter { $0.motif != family.motif }.flatMap(\.models)
        .filter { $0.kind == .spheres || $0.kind == .spread }.map(\.predicted)
      let type = family.motif.type.lattice
      let many = spheres.map(\.fit).first { $0.cluster.type.lattice == type }
      guard let ideal = answer.fits.first(where: { $0.cluster.type.lattice == type }),
        !family.isAsGood(as: ideal), family.isBetter(than: ideal, .ideal),
        family.told <= 1.1 * (others.min() ?? .infinity),
        many.map({ family.isBetter(than: $0, .spread) }) ?? true
      else { return nil }
      return Candidate(family, betterThan: ideal)
    }
  }

  /// Spheres of crystals, where the sample may be larger than the candidates, or spheres tell the far
  /// part of the PDF as well as any particle.
  func spheres(
    for answer: Answer, _ families: [ShapeFamily], _ metal: Element, _ session: Session
  ) throws -> [Candidate] {
    let simple: [ModelScore.Kind?] = [.spheres, .spread]
    guard answer.mayBeLarger || families.contains(where: { simple.contains($0.kind?.kind) })
    else { return [] }
    var settings = settings
    settings.vary += [.diameter, .spread]
    let types = open(in: answer)
    let interrupt = session.interrupt
    return try Crystal.motifs.filter { types.contains($0.type.lattice) }.compactMap { motif in
      let fit = try settings.fit(
        try Crystal(metal, motif), to: answer.pdf, while: { !interrupt.isRaised })
      try session.checkInterrupt()
      return Candidate(spheres: fit)
    }
  }

  /// Which of some types the model of particles draws for a PDF, all where it draws none of them, and
  /// its best samples of these, which shapes start from.
  ///
  /// Close-packed layers with faults count for fcc and for hcp, of which a motif has no faults.
  private func drawn(
    for pdf: PDF, _ types: Set<StructureType>, _ metal: Element, _ session: Session
  ) throws -> (types: Set<StructureType>, starts: [Cluster]) {
    guard let particles else { return (types, []) }
    let interrupt = session.interrupt
    var random = RandomGenerator(seed: seed)
    let samples = particles.infer(
      pdf, element: metal, samples: 64, sigma: 1, from: &random,
      while: { !interrupt.isRaised })
    try session.checkInterrupt()
    let structures = samples.list.map(\.structure)
    let faulted = structures.count { $0.type == .stacking }
    let likely = types.filter { type in
      let layered = type == .fcc || type == .hcp ? faulted : 0
      let own = structures.count { $0.type.lattice == type }
      return Double(own + layered) >= Self.leastShare * Double(structures.count)
    }
    let types = likely.isEmpty ? types : likely
    let open = structures.filter { types.contains($0.type.lattice) }
    // The model has read the bond length off the PDF.
    var near = settings
    near.bounds[.expansion] = 0.97...1.03
    return (types, try Survey(open, reach: near.rmax).nearest(near, to: pdf))
  }

  private func open(in answer: Answer) -> Set<StructureType> {
    Set(answer.odds.types.filter { $0.share >= Self.leastShare }.map(\.type))
  }
}
