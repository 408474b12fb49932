import Foundation
import Script

/// The line that tells how far long work has come: one place that changes, and is empty at the end.
final class ProgressLine: @unchecked Sendable {
  private let output: (Output) -> Void
  /// Work may tell of itself from any thread.
  private let lock = NSLock()
  private var start: ContinuousClock.Instant?
  /// The place of the line that is seen.
  private var name: String?

  /// Work that ends sooner shows no line.
  private static let patience = Duration.milliseconds(300)

  init(show output: @escaping (Output) -> Void) { self.output = output }

  /// - Parameter text: nil where the work has ended.
  func show(_ text: String?) {
    lock.lock()
    defer { lock.unlock() }
    // An empty text keeps the place, and shows nothing.
    let bundle = Bundle(data: ["text/plain": text?.shownOnOneLine ?? ""])
    if let name {
      output(.update(bundle, name: name))
    } else if text != nil, ContinuousClock.now - (start ?? .now) > Self.patience {
      name = UUID().uuidString
      output(.display(bundle, name: name))
    }
    start = text == nil ? nil : start ?? .now
    if text == nil { name = nil }
  }
}
