import Numerics

/// Words of h and c for the close-packed layers of a particle, of which the middle letter is the
/// layer of the origin.
package enum LayerWord {
  /// Letters on each side of the middle one: enough for 6000 atoms.
  package static let side = 12

  /// One plane of twins in the middle.
  static let twin = String(repeating: "c", count: side) + "h" + String(repeating: "c", count: side)

  /// The distance of two layers in units of d.
  package static let spacing = (2.0 / 3).squareRoot()

  /// A word with faults among about so many layers, which read from the end at which they come first;
  /// nil where chance drew none.
  ///
  /// Half of them are fcc or hcp with one fault or two, the others any sequence.
  static func random(layers: Double, from random: inout RandomGenerator) -> String? {
    let half = min(Int(clamping: layers / 2) - 1, side)
    guard half >= 1 else { return nil }
    let share = random.uniform()
    let isSparse = random.uniform() < 0.5
    var isHexagonal = [Bool](repeating: isSparse && random.uniform() < 0.3, count: 2 * side + 1)
    if isSparse {
      for _ in 0..<(random.uniform() < 0.6 ? 1 : 2) {
        isHexagonal[side - half + Int(clamping: random.uniform() * Double(2 * half + 1))].toggle()
      }
    } else {
      for place in isHexagonal.indices { isHexagonal[place] = random.uniform() < share }
    }
    let word = isHexagonal.map { $0 ? "h" : "c" }
    let inner = word[side - half...side + half]
    guard Set(inner).count == 2 else { return nil }
    let isTurned = inner.reversed().lexicographicallyPrecedes(inner)
    return (isTurned ? word.reversed() : word).joined()
  }

  /// The letters of the layers between the lowest and the highest one, which has none of its own.
  package static func inner(_ word: String, from lowest: Double, to highest: Double) -> String {
    let middle = word.count / 2
    let (first, last) = (
      Int(clamping: (lowest / spacing).rounded()), Int(clamping: (highest / spacing).rounded())
    )
    guard last - first > 1 else { return "" }
    let letters = Array(word)
    return String(
      (first + 1...last - 1).map { letters[min(max($0 + middle, 0), letters.count - 1)] })
  }
}
