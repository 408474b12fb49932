/// The elements of long buffers, in pieces of fixed size, which ranks may divide: each looks after a
/// slice of whole pieces.
///
/// Every piece sees the same arithmetic for any number of ranks and threads.
package struct Slices: Sendable {
  private let pieces: Pieces
  private let areDivided: Bool

  /// - Parameter areDivided: whether ranks divide them; else each looks after all.
  package init(of count: Int, atMost size: Int, areDivided: Bool) {
    pieces = Pieces(of: count, atMost: size)
    self.areDivided = areDivided
  }

  /// The pieces of a rank.
  private func pieces(of rank: Int) -> Range<Int> {
    guard areDivided else { return 0..<pieces.count }
    let ranks = Processes.count
    return rank * pieces.count / ranks..<(rank + 1) * pieces.count / ranks
  }

  /// Where the slice of each rank begins, and where the last ends.
  private var bounds: [Int] {
    (0..<Processes.count).map { min(pieces(of: $0).lowerBound * pieces.size, pieces.total) }
      + [pieces.total]
  }

  /// Takes the own slice of those buffers that other ranks have computed, to the same place here.
  package func collect(_ addends: Addends) {
    if areDivided { Wire.exchange(addends.buffers.map(\.pointer), bounds) }
  }

  /// Fills a buffer with the slices of all ranks.
  package func join(_ buffer: Buffer) {
    if areDivided { Wire.join(bounds, in: buffer.pointer) }
  }

  /// Calls `body` with each piece of the own slice, in threads.
  package func perform(_ body: @Sendable (Range<Int>) -> Void) {
    let own = pieces(of: Processes.own)
    Workers.perform(own.count) { body(pieces[own.lowerBound + $0]) }
  }

  /// A number of each piece, of all ranks.
  package func map(_ body: @Sendable (Range<Int>) -> Float) -> [Float] {
    let own = pieces(of: Processes.own)
    let numbers = Workers.map(own.count) { body(pieces[own.lowerBound + $0]) }
    guard areDivided else { return numbers }
    var all = [Int](repeating: 0, count: pieces.count)
    Wire.gatherAll(
      numbers.map { Int($0.bitPattern) }, (0..<Processes.count).map { pieces(of: $0).count }, &all)
    return all.map { Float(bitPattern: UInt32(truncatingIfNeeded: $0)) }
  }
}
