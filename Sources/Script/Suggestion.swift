/// Finds the word that was probably meant.
package enum Suggestion {
  /// "did you mean 'measured'?", if one of the words is near enough.
  package static func didYouMean(_ word: String, among words: some Sequence<String>) -> String? {
    nearest(to: word, among: words).map { "did you mean '\($0)'?" }
  }

  /// The nearest of the words, by edits; nil if none is near.
  package static func nearest(
    to word: String, among words: some Sequence<String>
  ) -> String? {
    // Nobody means a name by a text this long.
    guard word.utf8.count <= 100 else { return nil }
    let target = Array(word.lowercased())
    let limit = max(1, target.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in words where candidate != word && abs(candidate.count - target.count) <= limit {
      let distance = edits(from: target, to: Array(candidate.lowercased()))
      if distance <= limit, distance < target.count, distance < best?.distance ?? .max {
        best = (candidate, distance)
      }
    }
    return best?.word
  }

  /// The optimal string alignment distance: insertions, deletions, changes and swaps of neighbours.
  package static func edits(from a: [Character], to b: [Character]) -> Int {
    var older = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var current = [i + 1] + older.dropFirst()
      for j in 0..<b.count {
        let change = previous[j] + (a[i] == b[j] ? 0 : 1)
        current[j + 1] = min(previous[j + 1] + 1, current[j] + 1, change)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          current[j + 1] = min(current[j + 1], older[j - 1] + 1)
        }
      }
      (older, previous) = (previous, current)
    }
    return previous[b.count]
  }
}
