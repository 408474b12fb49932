import Glibc
import Script

extension Prompt {
  /// Prints a text; one that is longer than the terminal a screen at a time, as long as the reader
  /// wants more.
  func page(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var size = winsize()
    let rows = ioctl(1, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_row) : 0
    guard rows > 4, lines.count > rows - 1, Self.waitingBytes == 0 else {
      return session.print(text)
    }
    var start = 0
    while start < lines.count {
      let end = min(start + rows - 2, lines.count)
      session.print(lines[start..<end].joined(separator: "\n"))
      start = end
      guard start < lines.count else { return }
      session.errors("-- \(lines.count - start) more lines: any key goes on, q ends")
      let key = Self.key()
      session.errors("\r\u{1B}[K")
      if [UInt8(ascii: "q"), UInt8(ascii: "Q"), 3, 4, 27].contains(key) { return }
    }
  }

  /// What was typed ahead, or pasted behind the entry that runs.
  private static var waitingBytes: Int32 {
    var count: Int32 = 0
    return ioctl(0, UInt(FIONREAD), &count) == 0 ? count : 0
  }

  /// The next key; 4 at the end of the input.
  private static func key() -> UInt8 {
    var before = termios()
    tcgetattr(0, &before)
    var raw = before
    cfmakeraw(&raw)
    raw.c_oflag = before.c_oflag
    tcsetattr(0, TCSADRAIN, &raw)
    defer { tcsetattr(0, TCSADRAIN, &before) }
    var byte: UInt8 = 4
    return read(0, &byte, 1) == 1 ? byte : 4
  }
}
