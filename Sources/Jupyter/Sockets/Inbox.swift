import Foundation

/// Messages that wait for the thread that answers them.
final class Inbox: @unchecked Sendable {
  /// More than these stay in the socket, which stops whoever sends them.
  static let most = 1000

  private let condition = NSCondition()
  private var messages: [Message] = []
  private var taken = 0
  private var isClosed = false

  /// How many messages came in so far.
  var arrived: Int { locked { taken + messages.count } }

  var hasRoom: Bool { locked { messages.count < Self.most } }

  func put(_ message: Message) {
    locked {
      messages.append(message)
      condition.signal()
    }
  }

  /// Waits for the next message.
  ///
  /// - Returns: which it is of all, counted from 1; nil when the box is closed.
  func next() -> (number: Int, message: Message)? {
    locked {
      while messages.isEmpty, !isClosed { condition.wait() }
      guard !isClosed else { return nil }
      taken += 1
      return (taken, messages.removeFirst())
    }
  }

  func close() {
    locked {
      isClosed = true
      condition.signal()
    }
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    condition.lock()
    defer { condition.unlock() }
    return body()
  }
}
