#if MPI
  import CMPI
#endif

/// What ranks do together over MPI; in a build without it there is one rank, and nothing of this is
/// called.
enum Wire {
  #if MPI
    static let isRank = cmpi_is_rank() != 0

    /// Joins the others.
    static func start() -> (own: Int, count: Int, here: Int)? {
      var (own, count, here): (Int32, Int32, Int32) = (0, 1, 1)
      guard cmpi_start(&own, &count, &here) == 0 else { return nil }
      return (Int(own), Int(count), Int(here))
    }

    static func widen() -> Int { Int(cmpi_widen()) }

    static func gather(_ own: [Int], _ all: inout [Int]) {
      own.withUnsafeBytes { own in
        all.withUnsafeMutableBytes { all in
          cmpi_gather(
            own.baseAddress?.assumingMemoryBound(to: Int64.self), Int32(own.count / 8),
            all.baseAddress?.assumingMemoryBound(to: Int64.self))
        }
      }
    }

    static func gatherAll(_ own: [Int], _ words: [Int], _ all: inout [Int]) {
      let words = words.map(Int64.init)
      own.withUnsafeBytes { own in
        all.withUnsafeMutableBytes { all in
          cmpi_gather_all(
            own.baseAddress?.assumingMemoryBound(to: Int64.self), words,
            all.baseAddress?.assumingMemoryBound(to: Int64.self))
        }
      }
    }

    static func broadcast(_ words: inout [Int]) {
      words.withUnsafeMutableBytes {
        cmpi_broadcast($0.baseAddress?.assumingMemoryBound(to: Int64.self), Int64($0.count / 8))
      }
    }

    static func exchange(_ buffers: [UnsafeMutablePointer<Float>], _ bounds: [Int]) {
      cmpi_exchange(buffers.map(Optional.init), Int32(buffers.count), bounds.map(Int64.init))
    }

    static func join(_ bounds: [Int], in whole: UnsafeMutablePointer<Float>) {
      cmpi_join(bounds.map(Int64.init), whole)
    }

    static func end() { cmpi_end() }
  #else
    static let isRank = false
    static func start() -> (own: Int, count: Int, here: Int)? { nil }
    static func widen() -> Int { 1 }
    static func gather(_ own: [Int], _ all: inout [Int]) {}
    static func gatherAll(_ own: [Int], _ words: [Int], _ all: inout [Int]) {}
    static func broadcast(_ words: inout [Int]) {}
    static func exchange(_ buffers: [UnsafeMutablePointer<Float>], _ bounds: [Int]) {}
    static func join(_ bounds: [Int], in whole: UnsafeMutablePointer<Float>) {}
    static func end() {}
  #endif
}
