import Foundation

/// Answers the messages of clients, one after the other.
///
/// Source: https://jupyter-client.readthedocs.io/en/stable/messaging.html, version 5.4; where that
/// is silent, as ipykernel does.
public final class Kernel {
  let language: any Language
  let composer: Composer
  let outbox: Outbox
  /// How many messages came in so far.
  private let arrived: () -> Int
  /// The number of the last cell.
  private(set) var count = 0
  private(set) var history: [(number: Int, code: String)] = []
  /// Cells that came in up to this message do not run: one before them failed.
  private var abortedUntil = 0
  private(set) var isDone = false

  package init(
    _ language: any Language, _ composer: Composer, _ outbox: Outbox, arrived: @escaping () -> Int
  ) {
    self.language = language
    self.composer = composer
    self.outbox = outbox
    self.arrived = arrived
  }

  /// Serves the clients of a connection file until one of them shuts the kernel down, or the process
  /// that started it has ended.
  ///
  /// - Throws: `SocketError`.
  public static func serve(_ language: any Language, at file: ConnectionFile) throws {
    let composer = Composer(Signer(key: file.key))
    let desk = ControlDesk(language, composer)
    let post = try Post(file, composer, control: desk.answer)
    let kernel = Kernel(language, composer, post.outbox) { post.inbox.arrived }
    post.outbox.put(.iopub, kernel.frames("status", Status(execution_state: "starting"), nil))
    post.start()
    while !kernel.isDone, let (number, message) = post.inbox.next() {
      kernel.handle(message, number: number)
    }
    desk.end()
    post.close()
  }

  private func frames(_ type: String, _ content: any Encodable, _ parent: Message?) -> [[UInt8]] {
    composer.frames(type, content, parent: parent?.header, addresses: [Array(type.utf8)])
  }

  /// Tells all clients.
  func publish(_ type: String, _ content: any Encodable, _ parent: Message) {
    outbox.put(.iopub, frames(type, content, parent))
  }

  /// Answers the client that asked.
  func reply(_ content: any Encodable, to request: Message) {
    let type = request.type.replacing("_request", with: "_reply")
    outbox.put(
      .shell,
      composer.frames(type, content, parent: request.header, addresses: request.identities))
  }

  /// - Parameter number: which message it is of all.
  package func handle(_ message: Message, number: Int) {
    publish("status", Status(execution_state: "busy"), message)
    defer { publish("status", Status(execution_state: "idle"), message) }
    do {
      try answer(message, isAborted: number <= abortedUntil)
    } catch {
      guard message.type.hasSuffix("_request") else { return }
      let failure = Failure(
        name: "MessageError", message: "the content is not that of \(message.type.shortened)",
        lines: [])
      reply(
        ErrorReply(failure, count: message.type == "execute_request" ? count : nil), to: message)
    }
  }

  private func answer(_ message: Message, isAborted: Bool) throws {
    switch message.type {
    case "execute_request":
      let request = try message.content(ExecuteRequest.self)
      isAborted ? reply(Aborted(execution_count: count), to: message) : execute(request, message)
    case "complete_request":
      reply(completion(try message.content(CursorRequest.self)), to: message)
    case "inspect_request":
      let request = try message.content(CursorRequest.self)
      let (before, after) = request.halves
      let help = language.help(before: before, after: after, isLong: request.detail_level == 1)
      reply(InspectReply(found: help != nil, data: help?.data ?? [:]), to: message)
    case "is_complete_request":
      let code = try message.content(IsCompleteRequest.self).code
      reply(IsCompleteReply(language.completeness(of: code)), to: message)
    case "history_request":
      reply(history(try message.content(HistoryRequest.self)), to: message)
    case "kernel_info_request": reply(KernelInfoReply(language), to: message)
    case "comm_info_request": reply(CommInfoReply(), to: message)
    case "comm_open":
      // There is nothing to talk to: the protocol asks to close at once.
      publish(
        "comm_close", CommClose(comm_id: try message.content(CommRequest.self).comm_id), message)
    case "shutdown_request":
      let isRestart = try message.content(ShutdownRequest.self).restart ?? false
      reply(ShutdownReply(restart: isRestart), to: message)
      publish("shutdown_reply", ShutdownReply(restart: isRestart), message)
      isDone = true
    default: break
    }
  }

  private func execute(_ request: ExecuteRequest, _ message: Message) {
    if request.isStored {
      count += 1
      history.append((count, request.code))
      if history.count > 10_000 { history.removeFirst(1000) }
    }
    let number = count
    if !request.isSilent {
      publish("execute_input", ExecuteInput(code: request.code, execution_count: number), message)
    }
    do throws(Failure) {
      try language.run(request.code, number: number) { [self] output in
        if !request.isSilent { show(output, number, message) }
      }
      var values: [String: ExecuteReply.Expression] = [:]
      for (name, expression) in request.expressions {
        do throws(Failure) {
          var shown = Shown(try language.value(of: expression))
          shown.status = "ok"
          values[name] = .value(shown)
        } catch {
          values[name] = .failure(ErrorReply(error))
        }
      }
      isDone = language.isDone
      reply(
        ExecuteReply(
          execution_count: number, user_expressions: values, payload: isDone ? [.init()] : []),
        to: message)
    } catch {
      if !request.isSilent { publish("error", ErrorReply(error), message) }
      if request.stopsOnError {
        // What was sent together with this cell may still be on its way.
        usleep(50_000)
        abortedUntil = arrived()
      }
      reply(ErrorReply(error, count: number), to: message)
    }
  }

  private func show(_ output: Output, _ number: Int, _ message: Message) {
    switch output {
    case .text(let text, let isError):
      outbox.put(text, isError: isError, parent: message.header) { !language.isInterrupted }
    case .display(let bundle, let name):
      var shown = Shown(bundle)
      shown.transient = name.map(Shown.Transient.init)
      publish("display_data", shown, message)
    case .update(let bundle, let name):
      var shown = Shown(bundle)
      shown.transient = Shown.Transient(display_id: name)
      publish("update_display_data", shown, message)
    case .result(let bundle):
      var shown = Shown(bundle)
      shown.execution_count = number
      publish("execute_result", shown, message)
    }
  }
}
