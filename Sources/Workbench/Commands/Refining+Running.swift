import Clusters
import Fitting
import Numerics
import Scattering
import Script
import Synchronization

/// Fits with their progress and Ctrl-C.
extension Command {
  /// One structure against PDFs in turn.
  static func fitInTurn(
    _ phases: [Phase], _ pdfs: [PDF], _ refinement: Refinement, _ session: Session
  ) throws -> FitSeries {
    guard phases.count == 1, let phase = phases.first else {
      throw Complaint(
        "a series is fitted by one structure, not by \(phases.count)", argument: "structures",
        suggestion: "fit several to one PDF, or all with together: true")
    }
    let progress = session.progress("fitting", total: pdfs.count)
    defer { progress.end() }
    let interrupt = session.interrupt
    let fits = try refinement.fit(phase, inTurnTo: pdfs) { done in
      progress.update(done)
      return !interrupt.isRaised
    }
    guard !fits.isEmpty else { throw Interrupted() }
    if fits.count < pdfs.count {
      interrupt.clear()
      session.warn("stopped after \(fits.count) of \(pdfs.count) fits")
    }
    return FitSeries(fits: fits, pdfs: Array(pdfs.prefix(fits.count)))
  }

  static func fitEach(
    _ phases: [Phase], to pdf: PDF, _ refinement: Refinement, _ session: Session
  ) throws -> Fits {
    // Threads report here one at a time; the line is drawn by whichever comes.
    let progress = Mutex(Line(session.progress("fitting", total: phases.count)))
    defer { progress.withLock { $0.progress.end() } }
    let interrupt = session.interrupt
    func fitted(_ phases: [Phase]) throws(ScatteringError) -> [Fit] {
      try refinement.fit(
        phases, to: pdf,
        shouldContinue: { done in
          progress.withLock { $0.progress.update(done) }
          return !interrupt.isRaised
        }, while: { !interrupt.isRaised })
    }
    var phases = phases
    var fits: [Fit]
    do {
      fits = try fitted(phases)
    } catch {
      // Places far off a map are decoded as anything; they shall not keep the others from a fit.
      let narrow = phases.filter { phase in
        guard case .cluster(let cluster) = phase else { return true }
        return cluster.diameter < widest
      }
      guard !narrow.isEmpty, narrow.count < phases.count else { throw error }
      fits = try fitted(narrow)
      session.warn(
        "\(phases.count - narrow.count) of \(phases.count) structures are more than "
          + "\(widest.plain) Å wide and left out")
      phases = narrow
    }
    if interrupt.isRaised, fits.count < phases.count {
      guard !fits.isEmpty else { throw Interrupted() }
      interrupt.clear()
      session.warn("stopped after \(fits.count) of \(phases.count) fits")
    }
    return Fits(fits)
  }

  /// In Å; with the Qmax of most PDFs a structure can be fitted up to here.
  private static let widest = 500.0

  /// Fits of those structures of a survey that may matter, best first; none after Ctrl-C.
  static func fits(
    of survey: Survey, to pdf: PDF, _ refinement: Refinement, _ session: Session
  ) throws -> [Fit] {
    // Threads report here one at a time; the line is drawn by whichever comes.
    let progress = Mutex(
      Line(session.progress("fitting \(pdf.name)", total: survey.clusters.count)))
    defer { progress.withLock { $0.progress.end() } }
    let interrupt = session.interrupt
    let fits = try survey.fits(
      refinement, to: pdf,
      shouldContinue: { done in
        progress.withLock { $0.progress.update(done) }
        return !interrupt.isRaised
      }, while: { !interrupt.isRaised })
    // What was looked at so far is no answer: the best may be among the others.
    if interrupt.isRaised { throw Interrupted() }
    return fits
  }

  struct Line: @unchecked Sendable {
    let progress: Progress
    init(_ progress: Progress) { self.progress = progress }
  }
}
