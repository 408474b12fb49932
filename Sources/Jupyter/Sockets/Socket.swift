import CZeroMQ
import Glibc

/// Why sockets cannot be had.
public struct SocketError: Error, CustomStringConvertible {
  public let description: String

  init(_ what: String) { description = "\(what): \(String(cString: strerror(errno)))" }
}

/// One socket of ZeroMQ; it belongs to one thread.
struct Socket {
  /// No part of a message may be longer: whoever sends one is disconnected.
  static let longest = 64 << 20

  let handle: UnsafeMutableRawPointer

  /// - Throws: `SocketError`, such as for an address that is in use.
  init(_ kind: Int32, at address: String, of context: UnsafeMutableRawPointer) throws {
    guard let handle = zmq_socket(context, kind) else {
      throw SocketError("no socket is to be had")
    }
    self.handle = handle
    set(ZMQ_LINGER, 1000)
    var longest = Int64(Self.longest)
    zmq_setsockopt(handle, ZMQ_MAXMSGSIZE, &longest, MemoryLayout<Int64>.size)
    if kind == ZMQ_ROUTER { set(ZMQ_ROUTER_HANDOVER, 1) }
    // Else messages to a client that reads slowly would be lost, and it would wait for ever.
    if kind == ZMQ_XPUB { set(ZMQ_XPUB_NODROP, 1) }
    guard zmq_bind(handle, address) == 0 else { throw SocketError("cannot listen at \(address)") }
  }

  func set(_ option: Int32, _ value: Int32) {
    var value = value
    zmq_setsockopt(handle, option, &value, MemoryLayout<Int32>.size)
  }

  func close() { zmq_close(handle) }

  /// The parts of the next message; nil where none waits.
  ///
  /// - Parameter buffer: of `longest` bytes.
  func receive(by buffer: UnsafeMutableRawPointer) -> [[UInt8]]? {
    var frames: [[UInt8]] = []
    var bytes = 0
    var more: Int32 = 1
    var size = MemoryLayout<Int32>.size
    while more != 0 {
      let count = Int(zmq_recv(handle, buffer, Self.longest, ZMQ_DONTWAIT))
      guard count >= 0 else { return nil }
      zmq_getsockopt(handle, ZMQ_RCVMORE, &more, &size)
      bytes += count
      // The rest of what is too long is read and forgotten.
      guard bytes <= Self.longest, frames.count < 1000 else { continue }
      frames.append(Array(UnsafeRawBufferPointer(start: buffer, count: count)))
    }
    return frames
  }

  /// Sends a message whole.
  ///
  /// - Returns: false where there is no room now.
  func send(_ frames: [[UInt8]]) -> Bool {
    for (i, frame) in frames.enumerated() {
      let flags = ZMQ_DONTWAIT | (i + 1 < frames.count ? ZMQ_SNDMORE : 0)
      // Only the first part can find no room.
      if zmq_send(handle, frame, frame.count, flags) < 0 { return errno != EAGAIN }
    }
    return true
  }
}
