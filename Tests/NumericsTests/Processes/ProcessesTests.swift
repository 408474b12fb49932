import Numerics
import Testing

/// With one process; Tests/RanksTests has those with several.
struct ProcessesTests {
  struct Odd: Error, Equatable { let number: Int }

  @Test func resultsAreInOrder() throws {
    #expect(Processes.map(100) { $0 * $0 } == (0..<100).map { $0 * $0 })
    #expect(try Processes.map(100, while: { true }) { $0 } == Array(0..<100))
    #expect(try Processes.mapInTurn(100, while: { true }) { $0 } == Array(0..<100))
    #expect(Processes.map(Array(0..<100), while: { _ in true }) { -$0 } == (0..<100).map { -$0 })
  }

  @Test func theFirstErrorInTheOrderOfThePiecesIsThrown() {
    let odd = { @Sendable (n: Int) throws -> Int in
      guard n % 2 == 0 else { throw Odd(number: n) }
      return n
    }
    #expect(throws: Odd(number: 1)) { try Processes.map(100, while: { true }, odd) }
    #expect(throws: Odd(number: 1)) { try Processes.mapInTurn(100, while: { true }, odd) }
  }

  @Test func stoppedWorkIsToldOf() {
    #expect(throws: Stopped.self) { try Processes.map(10, while: { false }) { $0 } }
    #expect(throws: Stopped.self) { try Processes.mapInTurn(10, while: { false }) { $0 } }
  }

  @Test func buffersOfOneProcessAreAllToBeAdded() {
    let buffers = [Buffer(count: 3), Buffer(count: 3)]
    let (results, toAdd) = Processes.map(adding: buffers) { $0 }
    #expect(results == [0, 1])
    #expect(toAdd.buffers.map(\.pointer) == buffers.map(\.pointer))
  }

  @Test func errorsOfTheFirstAreThrown() {
    #expect(throws: Odd(number: 3)) {
      try Processes.first { () throws -> Int in throw Odd(number: 3) }
    }
    #expect(Processes.first { 7 } == 7)
  }
}
