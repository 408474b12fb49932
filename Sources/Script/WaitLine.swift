import Synchronization

/// The line that tells, a second after the last thing that was seen, that work goes on:
/// `working  3 s, Ctrl-C stops`.
///
/// It appears by itself, whatever runs, and gives way to what is printed and to the lines of work
/// that can tell how far it has come.
final class WaitLine: Sendable {
  private struct State {
    var since = ContinuousClock.now
    var isShown = false
    /// Another line tells of the work.
    var isPaused = false
    var hasEnded = false
  }

  private let state = Mutex(State())
  private let show: @Sendable (String?) -> Void

  /// - Parameter show: shows the line, or empties it, on any thread.
  init(show: @escaping @Sendable (String?) -> Void) {
    self.show = show
    Task.detached { [weak self] in
      repeat { try? await Task.sleep(for: .milliseconds(250)) } while self?.look() ?? false
    }
  }

  /// Something is printed: the line goes, and a second begins.
  func makeWay() {
    state.withLock { state in
      if state.isShown { show(nil) }
      state.isShown = false
      state.since = .now
    }
  }

  /// Whether another line tells of the work from now on.
  func pause(_ isPaused: Bool) {
    makeWay()
    state.withLock { $0.isPaused = isPaused }
  }

  func end() {
    makeWay()
    state.withLock { $0.hasEnded = true }
  }

  /// - Returns: whether to look again.
  private func look() -> Bool {
    state.withLock { state in
      let waited = ContinuousClock.now - state.since
      if !state.hasEnded, !state.isPaused, waited > .seconds(1) {
        state.isShown = true
        show("working  \(Progress.duration(Double(waited.components.seconds))), Ctrl-C stops")
      }
      return !state.hasEnded
    }
  }
}
