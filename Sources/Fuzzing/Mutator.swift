import Numerics

/// Makes new inputs of known ones: bytes and pieces are changed, taken out, doubled, or mixed with
/// those of another.
struct Mutator {
  let seeds: [[UInt8]]
  /// Words that mean something in inputs of the kind.
  let words: [String]

  /// What stands at the ends of what readers expect.
  private static let awkward =
    [
      "nan", "-nan", "inf", "-inf", "1e309", "-1e309", "1e-400", "0", "-0", "-1", "0x1p9", "1e",
      "9223372036854775807", "9223372036854775808", "-9223372036854775808", "4294967296", "1,5",
      "1D+02", "999999999999999999999999", "\0", "\r\n", "\n", "\r", "\u{85}", "\u{2028}", "\t",
      "\u{FEFF}", "'\u{301}", "\"\u{301}", "\\", "\"", "'", "`", "\u{1B}[2J", "\u{202E}", "€", "é",
      "(", ")", "[", "]", "{", "}", "#", "##", "=", ":", ",", ";", "..",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]]

  /// A new input; the same random numbers give the same one.
  func input(from random: inout RandomGenerator) -> [UInt8] {
    var bytes = seeds[random.index(below: seeds.count)]
    for _ in 0..<(1 << random.index(below: 5)) { change(&bytes, &random) }
    return Array(bytes.prefix(1 << 17))
  }

  private func change(_ bytes: inout [UInt8], _ random: inout RandomGenerator) {
    let place = random.index(below: bytes.count + 1)
    let length = min(1 << random.index(below: 8), bytes.count - place)
    let piece = place..<place + length
    switch random.index(below: 10) {
    case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.index(below: 8))
    case 1 where place < bytes.count: bytes[place] = UInt8(random.index(below: 256))
    case 2: bytes.removeSubrange(piece)
    case 3: bytes.insert(contentsOf: bytes[piece], at: random.index(below: bytes.count + 1))
    case 4: bytes.removeLast(bytes.count - place)
    case 5, 6:
      bytes.replaceSubrange(piece, with: Self.awkward[random.index(below: Self.awkward.count)])
    case 7 where !words.isEmpty:
      bytes.insert(contentsOf: words[random.index(below: words.count)].utf8, at: place)
    case 8:
      let other = seeds[random.index(below: seeds.count)]
      bytes.replaceSubrange(place..., with: other[random.index(below: other.count + 1)...])
    default:
      // A number becomes another.
      guard let start = bytes[place...].firstIndex(where: { (0x30...0x39).contains($0) }) else {
        return
      }
      let end = bytes[start...].firstIndex { !(0x2B...0x39).contains($0) } ?? bytes.count
      bytes.replaceSubrange(
        start..<end, with: Self.awkward[random.index(below: Self.awkward.count)])
    }
  }
}

extension RandomGenerator {
  mutating func index(below count: Int) -> Int { Int(clamping: uniform() * Double(count)) }

  mutating func element<T>(of list: [T]) -> T { list[index(below: list.count)] }
}
