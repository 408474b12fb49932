import Foundation

extension Processes {
  /// What became of a piece of work.
  fileprivate enum Piece<T> {
    case done(T)
    case failed
    case missing

    /// The result of what is to end before it begins, and of what may fail.
    init(while shouldContinue: () -> Bool, _ body: () throws -> T) {
      do { self = shouldContinue() ? .done(try body()) : .missing } catch {
        self = error is Stopped ? .missing : .failed
      }
    }

    var result: T? { if case .done(let result) = self { result } else { nil } }
  }

  /// The results of `body` for 0 ..< pieces, in order, computed in threads of all ranks.
  public static func map<T: Codable & Sendable>(
    _ pieces: Int, _ body: @Sendable (Int) -> T
  ) -> [T] {
    guard sharesWork else { return Workers.map(pieces, body) }
    return shared(pieces) { mine in
      Workers.map(mine.count) { .done(body(mine[$0])) }
    }.compactMap(\.result)
  }

  /// The results of `body` for 0 ..< pieces, in order, computed in threads of all ranks, unless it is
  /// to end before.
  ///
  /// - Throws: the first error in the order of the pieces, or `Stopped`.
  public static func map<T: Codable & Sendable>(
    _ pieces: Int, while shouldContinue: @Sendable () -> Bool,
    _ body: @Sendable (Int) throws -> T
  ) throws -> [T] {
    guard sharesWork else { return try Workers.map(pieces, while: shouldContinue, body) }
    let all = shared(pieces) { mine in
      Workers.map(mine.count) { place in
        Piece(while: shouldContinue) { try body(mine[place]) }
      }
    }
    return try results(of: all, body)
  }

  /// The results of `body` for 0 ..< pieces, in order, which each rank computes one after the other,
  /// unless it is to end before.
  ///
  /// - Throws: the first error in the order of the pieces, or `Stopped`.
  public static func mapInTurn<T: Codable>(
    _ pieces: Int, while shouldContinue: () -> Bool, _ body: (Int) throws -> T
  ) throws -> [T] {
    let all = shared(pieces) { mine in
      mine.map { place in Piece(while: shouldContinue) { try body(place) } }
    }
    return try results(of: all, body)
  }

  private static func results<T>(
    of pieces: [Piece<T>], _ body: (Int) throws -> T
  ) throws -> [T] {
    try pieces.indices.map { place in
      switch pieces[place] {
      case .done(let result): return result
      case .missing: throw Stopped()
      // It fails again here, and tells all ranks why.
      case .failed: return try $isByItself.withValue(true) { try body(place) }
      }
    }
  }

  /// The results of `body` for the parts of a sum, each of which also leaves its buffer; and the
  /// buffers to be added, of which a rank has only its own where the work was divided.
  public static func map<T: Codable & Sendable>(
    adding buffers: [Buffer], _ body: @Sendable (Int) -> T
  ) -> (results: [T], toAdd: Addends) {
    let results = map(buffers.count, body)
    // The first may have gone on alone and computed all.
    return (results, Addends(buffers, areDivided: sharesWork && buffers.count > 1))
  }

  /// `transform` of each element, in order, in threads of all ranks; ends early where
  /// `shouldContinue`, which receives how many elements have about been begun, returns false.
  ///
  /// - Returns: the results without those of elements that were not reached.
  public static func map<Element: Sendable, T: Codable & Sendable>(
    _ elements: [Element], while shouldContinue: @Sendable (Int) -> Bool,
    _ transform: @Sendable (Element) -> T
  ) -> [T] {
    guard sharesWork else { return Workers.map(elements, while: shouldContinue, transform) }
    return shared(elements.count) { mine in
      var pieces = [Piece<T>](repeating: .missing, count: mine.count)
      let done = Workers.map(
        Array(mine.indices), while: { shouldContinue(min($0 * count, elements.count)) },
        { ($0, transform(elements[mine[$0]])) })
      for (place, result) in done { pieces[place] = .done(result) }
      return pieces
    }.compactMap(\.result)
  }

  /// What became of all pieces.
  ///
  /// Every rank computes each so many-th: pieces often lie in the order of
  /// how long they take.
  private static func shared<T: Codable>(
    _ pieces: Int, _ compute: ([Int]) -> [Piece<T>]
  ) -> [Piece<T>] {
    guard sharesWork, pieces > 1 else { return compute(Array(0..<pieces)) }
    func part(of rank: Int) -> [Int] { Array(stride(from: rank, to: pieces, by: count)) }
    let own = $isByItself.withValue(true) { compute(part(of: self.own)) }
    // A part that is not whole is that of a rank that Ctrl-C reached.
    let isWhole = own.allSatisfy { if case .missing = $0 { false } else { true } }
    if !isWhole {
      if !isFirst { leave() }
      noteInterrupt()
    }
    let words = packed(Part(own))
    var all = [Piece<T>](repeating: .missing, count: pieces)
    guard let counts = meet(for: "map \(T.self) \(pieces)", words: words.count) else {
      for (place, piece) in zip(part(of: 0), own) { all[place] = piece }
      let rest = all.indices.filter { $0 % count != 0 }
      for (place, piece) in zip(rest, compute(rest)) { all[place] = piece }
      return all
    }
    var received = [Int](repeating: 0, count: counts.reduce(0, +))
    Wire.gatherAll(words, counts, &received)
    var start = 0
    for rank in 0..<count {
      // Its own results are those that it has, not copies.
      let results = rank == self.own ? own : unpackedPieces(received[start..<start + counts[rank]])
      for (place, piece) in zip(part(of: rank), results) { all[place] = piece }
      start += counts[rank]
    }
    return all
  }

  private static func unpackedPieces<T: Codable>(_ words: ArraySlice<Int>) -> [Piece<T>] {
    let part: Part<T> = unpacked(words)
    return part.results.map { $0.map(Piece.done) ?? .failed }
  }

  /// The results of a rank.
  private struct Part<T: Codable>: Codable {
    /// Nil where a piece failed.
    let results: [T?]

    init(_ pieces: [Piece<T>]) {
      results = pieces.map(\.result)
    }
  }
}

extension Processes.Piece: Sendable where T: Sendable {}
