import CZeroMQ
import Foundation

/// Carries messages between the sockets and the boxes, on a thread of its own: it answers heartbeats
/// and the control channel while a cell runs.
final class Post: @unchecked Sendable {
  private let context: UnsafeMutableRawPointer
  private let sockets: [Channel: Socket]
  private let buffer: UnsafeMutableRawPointer
  /// Where a byte comes in when there is something to send.
  private let wakeup: Int32
  let inbox = Inbox()
  let outbox: Outbox
  private let composer: Composer
  private let control: (Message) -> Bool
  /// A message that found no room, and since when.
  private var held: (channel: Channel, frames: [[UInt8]], since: ContinuousClock.Instant)?
  private let ended = DispatchSemaphore(value: 0)

  /// After which a client that reads nothing loses messages.
  private static let patience = Duration.seconds(5)

  /// Listens at the places of a connection file.
  ///
  /// - Parameter control: answers what comes on the control channel; whether the work goes on.
  /// - Throws: `SocketError`.
  init(_ file: ConnectionFile, _ composer: Composer, control: @escaping (Message, Outbox) -> Bool)
    throws
  {
    guard let context = zmq_ctx_new() else { throw SocketError("no sockets are to be had") }
    self.context = context
    sockets = [
      .shell: try Socket(ZMQ_ROUTER, at: file.address(file.shell_port), of: context),
      .control: try Socket(ZMQ_ROUTER, at: file.address(file.control_port), of: context),
      .iopub: try Socket(ZMQ_XPUB, at: file.address(file.iopub_port), of: context),
      .stdin: try Socket(ZMQ_ROUTER, at: file.address(file.stdin_port), of: context),
      .heartbeat: try Socket(ZMQ_ROUTER, at: file.address(file.hb_port), of: context),
    ]
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw SocketError("no pipe is to be had") }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    let (wakeup, bell) = (ends[0], ends[1])
    self.wakeup = wakeup
    buffer = .allocate(byteCount: Socket.longest, alignment: 16)
    let outbox = Outbox(composer) {
      var ring: UInt8 = 0
      _ = write(bell, &ring, 1)
    }
    self.outbox = outbox
    self.control = { control($0, outbox) }
    self.composer = composer
  }

  /// Starts the thread; it ends when `control` says so, or when the parent process has ended.
  func start() {
    let thread = Thread { [self] in
      let parent = getppid()
      let watchesParent = ProcessInfo.processInfo.environment["JPY_PARENT_PID"] != nil
      var shouldContinue = true
      while shouldContinue {
        let wait = sendAll()
        shouldContinue =
          receiveAll(after: wait) && !outbox.isClosed && !(watchesParent && getppid() != parent)
      }
      _ = sendAll()
      inbox.close()
      outbox.close()
      ended.signal()
    }
    thread.start()
  }

  /// Ends the thread, sends what is left and closes the sockets.
  func close() {
    outbox.close()
    ended.wait()
    let deadline = ContinuousClock.now + .seconds(1)
    while let wait = sendAll(), ContinuousClock.now < deadline { usleep(UInt32(wait) * 1000) }
    for socket in sockets.values { socket.close() }
    zmq_ctx_term(context)
  }

  /// Sends what there is room for.
  ///
  /// - Returns: milliseconds after which there is more to do; nil where all is sent.
  private func sendAll() -> Int? {
    while true {
      if let held {
        guard send(held.channel, held.frames, since: held.since) else { return 5 }
        self.held = nil
      }
      let (message, wait) = outbox.next()
      guard let message else { return wait }
      held = (message.channel, message.frames, .now)
    }
  }

  private func send(_ channel: Channel, _ frames: [[UInt8]], since: ContinuousClock.Instant) -> Bool
  {
    guard let socket = sockets[channel], !socket.send(frames) else { return true }
    guard channel == .iopub else { return true }
    if ContinuousClock.now - since > Self.patience { socket.set(ZMQ_XPUB_NODROP, 0) }
    return false
  }

  /// Waits for what comes in and takes it.
  ///
  /// - Returns: whether the work goes on.
  private func receiveAll(after wait: Int?) -> Bool {
    let channels = Channel.allCases.filter { $0 != .shell || inbox.hasRoom }
    var items = channels.map { channel in
      zmq_pollitem_t(
        socket: sockets[channel]?.handle, fd: 0, events: Int16(ZMQ_POLLIN), revents: 0)
    }
    items.append(zmq_pollitem_t(socket: nil, fd: wakeup, events: Int16(ZMQ_POLLIN), revents: 0))
    // While the inbox is full, it is looked at again soon.
    let most = channels.count < Channel.allCases.count ? 20 : 1000
    guard zmq_poll(&items, Int32(items.count), min(wait ?? most, most)) > 0 else { return true }
    if items[channels.count].revents != 0 {
      while read(wakeup, buffer, 4096) == 4096 {}
    }
    for (channel, item) in zip(channels, items) where item.revents != 0 {
      while channel != .shell || inbox.hasRoom,
        let frames = sockets[channel]?.receive(by: buffer)
      {
        if !take(frames, from: channel) { return false }
      }
    }
    return true
  }

  private func take(_ frames: [[UInt8]], from channel: Channel) -> Bool {
    switch channel {
    case .shell: Message(frames, composer.signer).map(inbox.put)
    case .control: return Message(frames, composer.signer).map(control) ?? true
    case .stdin: break
    case .heartbeat: outbox.put(.heartbeat, frames)
    case .iopub: welcome(frames)
    }
    return true
  }

  /// Tells a client that it will hear all from now on: https://jupyter.org/enhancement-proposals/65-jupyter-xpub/jupyter-xpub.html.
  private func welcome(_ frames: [[UInt8]]) {
    guard let subscription = frames.first, subscription.first == 1 else { return }
    let topic = Array(subscription.dropFirst())
    outbox.put(
      .iopub,
      composer.frames(
        "iopub_welcome", Welcome(subscription: String(decoding: topic, as: UTF8.self)),
        parent: nil, addresses: [topic]))
  }
}
