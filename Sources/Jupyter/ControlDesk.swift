import Foundation

/// Answers what must not wait for the cell that runs, on the thread of the sockets.
final class ControlDesk: @unchecked Sendable {
  private let info: KernelInfoReply
  private let interrupt: @Sendable () -> Void
  private let composer: Composer
  private let ended = DispatchSemaphore(value: 0)

  init(_ language: any Language, _ composer: Composer) {
    info = KernelInfoReply(language)
    interrupt = language.interrupt
    self.composer = composer
  }

  /// - Returns: whether the work goes on.
  func answer(_ message: Message, _ outbox: Outbox) -> Bool {
    func publish(_ type: String, _ content: any Encodable) {
      outbox.put(
        .iopub,
        composer.frames(type, content, parent: message.header, addresses: [Array(type.utf8)]))
    }
    func reply(_ content: any Encodable) {
      outbox.put(
        .control,
        composer.frames(
          message.type.replacing("_request", with: "_reply"), content, parent: message.header,
          addresses: message.identities))
    }
    publish("status", Status(execution_state: "busy"))
    defer { publish("status", Status(execution_state: "idle")) }
    switch message.type {
    case "kernel_info_request": reply(info)
    case "interrupt_request":
      interrupt()
      reply(OK())
    case "shutdown_request":
      let isRestart = (try? message.content(ShutdownRequest.self))?.restart ?? false
      reply(ShutdownReply(restart: isRestart))
      publish("shutdown_reply", ShutdownReply(restart: isRestart))
      interrupt()
      endSoon()
      return false
    default: break
    }
    return true
  }

  /// The cell that runs gets a moment to end in good order; what it writes stays whole.
  private func endSoon() {
    let ended = ended
    Thread.detachNewThread {
      if ended.wait(timeout: .now() + 3) == .timedOut { _exit(0) }
    }
  }

  /// The thread that runs cells has ended.
  func end() { ended.signal() }
}
