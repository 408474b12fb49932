/// One line that shows how far long work has come: what, bar, count, speed, time left.
public final class Progress {
  /// Empties the line on a terminal.
  static let clear = "\r\u{1B}[K"

  private let what: String
  private let total: Int?
  private let width: Int
  /// Shows the line; nil empties it.
  private let show: ((String?) -> Void)?
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?

  init(_ what: String, total: Int?, width: Int, show: ((String?) -> Void)?) {
    self.what = what
    self.total = total
    self.width = width
    self.show = show
  }

  /// Shows that `count` steps are done, with further words such as the losses.
  ///
  /// It may be called as often as one likes: the line changes ten times a second at most.
  ///
  /// - Parameter limit: seconds after the start at which the work ends in any case.
  public func update(
    _ count: Int, limit: Double? = nil, _ extra: @autoclosure () -> String = ""
  ) {
    guard let show else { return }
    let now = ContinuousClock.now
    // What is done at once needs no line.
    guard now - (lastShown ?? start) > .milliseconds(lastShown == nil ? 300 : 100) else { return }
    lastShown = now
    show(line(count, seconds: Self.seconds(now - start), limit: limit, extra()))
  }

  /// Clears the line; what follows prints as if it had not been there.
  public func end() {
    if lastShown != nil { show?(nil) }
    lastShown = nil
  }

  /// The line's text.
  package func line(
    _ count: Int, seconds: Double, limit: Double? = nil, _ extra: String
  ) -> String {
    let speed = Double(count) / max(seconds, 1e-3)
    var parts = [what]
    if let total, total > 0 {
      let done = min(20, 20 * count / total)
      parts.append(String(repeating: "█", count: done) + String(repeating: "░", count: 20 - done))
      parts.append("\(count)/\(total)")
    } else {
      parts.append("\(count)")
    }
    parts.append("\(Value.text(of: speed, digits: speed < 10 ? 1 : 0))/s")
    let left = [
      total.flatMap { count > 0 ? Double(max($0 - count, 0)) / speed : nil },
      limit.map { max($0 - seconds, 0) },
    ].compactMap { $0 }.min()
    if let left { parts.append("\(Self.duration(left)) left") }
    // A long name is cut, then the words at the end that do not fit.
    let length = parts.dropFirst().reduce(0) { $0 + 2 + $1.count }
    let room = max(width - 1 - length, 12)
    if parts[0].count > room { parts[0] = parts[0].prefix(room - 1) + "…" }
    parts += extra.isEmpty ? [] : [extra]
    let words = parts.joined(separator: "  ").shownOnOneLine.split(
      separator: " ", omittingEmptySubsequences: false)
    var line = String(words[0].prefix(max(width - 1, 20)))
    for word in words.dropFirst() {
      guard line.count + 1 + word.count < max(width, 21) else { break }
      line += " " + word
    }
    while line.last == " " || line.last == "," { line.removeLast() }
    return line
  }

  /// `8 s`, `2:05 min`, `1:02 h`
  package static func duration(_ seconds: Double) -> String {
    let whole = Int(min(seconds.rounded(.up), 1e9))
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    return switch whole {
    case ..<60: "\(whole) s"
    case ..<3600: "\(whole / 60):\(two(whole % 60)) min"
    default: "\(whole / 3600):\(two(whole % 3600 / 60)) h"
    }
  }

  /// How long something took: `12.5 ms`, `3.20 s`.
  public static func text(_ duration: Duration) -> String {
    let seconds = seconds(duration)
    return seconds < 1
      ? "\(Value.text(of: seconds * 1000, digits: 1)) ms"
      : "\(Value.text(of: seconds, digits: 2)) s"
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}
