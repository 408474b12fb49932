import Glibc
import Synchronization

/// What the terminal that the process runs in can show.
package enum Terminal {
  /// Whether it draws sixels. It is asked once, at the first time when nothing waits to be read
  /// that would be taken for its answer; until then, it is taken to draw none.
  package static var showsSixels: Bool {
    known.withLock { known in
      if known == nil { known = attributes()?.split(separator: ";").contains("4") }
      return known ?? false
    }
  }

  private static let known = Mutex<Bool?>(nil)

  /// The terminal's answer to "primary device attributes" (DA1), as `62;4;6`; 4 stands for sixels.
  ///
  /// A terminal that does not answer within 0.2 s has none; nil where something was typed ahead.
  private static func attributes() -> String? {
    let file = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var before = termios()
    guard tcgetattr(file, &before) == 0 else { return "" }
    var raw = before
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(file, TCSANOW, &raw)
    defer { tcsetattr(file, TCSANOW, &before) }
    var typed: Int32 = 0
    guard ioctl(file, UInt(FIONREAD), &typed) == 0, typed == 0 else { return nil }

    let question = "\u{1B}[c"
    guard write(file, question, question.utf8.count) == question.utf8.count else { return "" }
    var answer = ""
    while !answer.hasSuffix("c"), answer.utf8.count < 100 {
      var ready = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, 200) == 1 else { return "" }
      var byte: UInt8 = 0
      guard read(file, &byte, 1) == 1 else { return "" }
      answer.unicodeScalars.append(UnicodeScalar(byte))
    }
    return String(answer.drop { $0 != "?" }.dropFirst().dropLast())
  }
}
