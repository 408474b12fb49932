import Foundation

/// How ranks meet: each tells how it stands, and all conclude the same from it.
extension Processes {
  private enum Standing: Int { case working, leaving, ended }

  /// What all ranks say.
  private static func standings(
    _ standing: Standing, mark: Int = 0, words: Int = 0
  ) -> [(standing: Standing, mark: Int, words: Int, status: Int32)] {
    let own = [standing.rawValue, mark, words, Int(status)]
    var all = [Int](repeating: 0, count: own.count * count)
    Wire.gather(own, &all)
    return (0..<count).map { rank in
      let said = all[rank * own.count..<(rank + 1) * own.count].map { $0 }
      return (Standing(rawValue: said[0]) ?? .ended, said[1], said[2], Int32(said[3]))
    }
  }

  /// Meets for some work.
  ///
  /// Where Ctrl-C reached any rank, the first goes on alone and the others leave.
  /// - Parameters:
  ///   - work: what it is, the same on all ranks.
  ///   - words: how many this rank will send.
  /// - Returns: how many words each rank will send; nil where the first is alone from now on.
  static func meet(for work: String, words: Int = 0) -> [Int]? {
    meetings += 1
    let isLeaving = isFirst && isInterrupted && !staysTogether
    let all = standings(
      isLeaving ? .leaving : .working, mark: mark(of: work, meetings), words: words)
    let gone = all.indices.dropFirst().filter { all[$0].standing == .ended }
    let failed = gone.filter { all[$0].status != interrupted }
    guard failed.isEmpty || all[0].standing == .ended else { fail(failed[0]) }
    if all[0].standing == .ended { leave(isOver: true) }
    if all[0].standing == .leaving || !gone.isEmpty {
      guard isFirst else { leave() }
      isAlone = true
      return nil
    }
    guard all.allSatisfy({ $0.mark == all[0].mark }) else {
      stop(work)
    }
    return all.map(\.words)
  }

  /// A number that hardly any other work has.
  private static func mark(of work: String, _ number: Int) -> Int {
    var mark = UInt64(number)
    for byte in work.utf8 { mark = (mark ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(mark >> 1)
  }

  /// Ends all ranks where their processors have kernels of their own in OpenBLAS, whose sums would
  /// differ.
  static func requireOneKindOfProcessor() {
    guard count > 1 else { return }
    let kernels = LinearAlgebra.library
    let all = standings(.working, mark: mark(of: kernels, 0))
    guard let other = all.indices.first(where: { all[$0].mark != all[0].mark }) else { return }
    if !isFirst { waitForTheEnd() }
    end(
      with:
        "ranks 0 and \(other) have different kernels, here \(kernels); set OPENBLAS_CORETYPE to "
        + "that of the oldest processor, as Haswell, for all")
  }

  /// Ends a rank that is not the first and whose work nobody wants any more.
  ///
  /// - Parameter isOver: whether the first has ended.
  static func leave(isOver: Bool = false) -> Never {
    status = interrupted
    self.isOver = isOver
    exit(status)
  }

  /// Ends all ranks since one of them failed where the first did not.
  private static func fail(_ rank: Int) -> Never {
    // It tells why itself.
    if own != rank { waitForTheEnd() }
    end(
      with: "rank \(rank) of \(count) failed alone: \(lastError.isEmpty ? "it ended" : lastError)")
  }

  /// Ends all ranks since they do not do the same.
  static func stop(_ work: String) -> Never {
    // The first tells; the others end with it.
    if !isFirst { waitForTheEnd() }
    end(with: "the ranks have come apart at \(work): this is an error of the program")
  }

  private static func end(with message: String) -> Never {
    FileHandle.standardError.write(Data("deepstruc: \(message)\n".utf8))
    _exit(70)
  }

  /// mpirun and srun end all ranks when one has ended by an error; where they do not, this one ends
  /// by itself.
  private static func waitForTheEnd() -> Never {
    sleep(10)
    _exit(70)
  }

  /// Waits for the first rank to end and leaves with it; what is called when the program ends.
  static func end() {
    while count > 1, !isOver {
      let all = standings(.ended)
      if all[0].standing == .ended { break }
      let failed = all.indices.dropFirst().first {
        all[$0].standing == .ended && all[$0].status != interrupted
      }
      if let failed { fail(failed) }
    }
    Wire.end()
    // The status of all is that of the first.
    if !isFirst { _exit(0) }
  }
}
