import Foundation

/// Messages that wait to be sent, in their order.
///
/// What a cell prints is joined to pieces of up to 64 kB, which go out after a moment, or before the
/// next message of another kind. Where the box is full, whoever prints waits.
package final class Outbox: @unchecked Sendable {
  /// Bytes above which the box is full.
  private static let room = 4 << 20
  /// Bytes of text that make a message.
  private static let piece = 64 << 10
  /// Nanoseconds that a text waits for more.
  private static let moment: UInt64 = 20_000_000

  private enum Item {
    case message(Channel, [[UInt8]])
    case text(String, isError: Bool, parent: [UInt8], since: UInt64)
  }

  private let composer: Composer
  private let condition = NSCondition()
  private var items: [Item] = []
  private var bytes = 0
  private var hasEnded = false
  /// Wakes the thread that sends.
  private let wake: @Sendable () -> Void

  package init(_ composer: Composer, wake: @escaping @Sendable () -> Void = {}) {
    self.composer = composer
    self.wake = wake
  }

  func put(_ channel: Channel, _ frames: [[UInt8]]) {
    condition.lock()
    items.append(.message(channel, frames))
    bytes += frames.reduce(0) { $0 + $1.count }
    condition.unlock()
    wake()
  }

  /// - Parameter isWanted: whether the text is worth waiting for room.
  package func put(_ text: String, isError: Bool, parent: [UInt8], while isWanted: () -> Bool) {
    condition.lock()
    while bytes > Self.room, !hasEnded, isWanted() {
      _ = condition.wait(until: Date(timeIntervalSinceNow: 0.05))
    }
    let isLost = bytes > Self.room
    if !isLost { join(text, isError, parent) }
    condition.unlock()
    if !isLost { wake() }
  }

  private func join(_ text: String, _ isError: Bool, _ parent: [UInt8]) {
    bytes += text.utf8.count
    if case .text(let before, isError, parent, let since)? = items.last,
      before.utf8.count < Self.piece
    {
      items.removeLast()
      items.append(.text(before + text, isError: isError, parent: parent, since: since))
    } else {
      items.append(.text(text, isError: isError, parent: parent, since: Self.now))
    }
  }

  /// The next message to be sent.
  ///
  /// - Returns: nil where there is none; `wait` then tells after how many milliseconds a text will
  ///   be one.
  package func next() -> (message: (channel: Channel, frames: [[UInt8]])?, wait: Int?) {
    condition.lock()
    defer { condition.unlock() }
    guard let first = items.first else { return (nil, nil) }
    switch first {
    case .message(let channel, let frames):
      items.removeFirst()
      left(frames.reduce(0) { $0 + $1.count })
      return ((channel, frames), nil)
    case .text(let text, let isError, let parent, let since):
      let age = Self.now - since
      let isDue =
        items.count > 1 || hasEnded || age > Self.moment || text.utf8.count >= Self.piece
      guard isDue else { return (nil, Int((Self.moment - age) / 1_000_000) + 1) }
      items.removeFirst()
      left(text.utf8.count)
      let frames = composer.frames(
        "stream", Stream(name: isError ? "stderr" : "stdout", text: text), parent: parent,
        addresses: [Array("stream".utf8)])
      return ((.iopub, frames), nil)
    }
  }

  private func left(_ count: Int) {
    bytes -= count
    condition.broadcast()
  }

  var isClosed: Bool {
    condition.lock()
    defer { condition.unlock() }
    return hasEnded
  }

  /// From now on nobody waits for room.
  package func close() {
    condition.lock()
    hasEnded = true
    condition.broadcast()
    condition.unlock()
    wake()
  }

  private static var now: UInt64 { DispatchTime.now().uptimeNanoseconds }
}
