import Numerics
import Testing

import Tensors

/// Memory and reuse of a tape.
struct TapeTests {
  @Test func memoryDoesNotGrowWithPasses() {
    let parameters = Parameters()
    let weight = parameters.declare("w", 64, 48, .uniform(1))
    var random = RandomGenerator(seed: 2)
    parameters.allocate(from: &random)
    let tape = Tape(parameters, gradients: Buffer(count: parameters.count))
    func pass(_ rows: Int) {
      tape.reset()
      let x = tape.constant(rows, 48)
      x.withValues { $0.update(repeating: 1) }
      let y = tape.linear(x, tape(weight))
      let ones = tape.constant([Float](repeating: 1, count: y.count), 1, y.count)
      tape.backward(from: tape.linear(tape.reshaped(y, 1, y.count), ones))
    }
    for _ in 0..<50 { pass(1000 + Int(random.next() % 20_000)) }
    pass(21_000)
    pass(100)
    let held = tape.capacity
    for _ in 0..<50 { pass(1000 + Int(random.next() % 20_000)) }
    #expect(tape.capacity == held)
    // Of the largest pass: x, y, its gradients and the ones.
    #expect(held < 21_000 * (48 + 3 * 64) * 11 / 10)
  }

  @Test func gradientsAreThoseOfTheLastPass() {
    let parameters = Parameters()
    let (used, unused) = (
      parameters.declare("used", 1, 2, .constant(1)),
      parameters.declare("unused", 1, 2, .constant(1))
    )
    var random = RandomGenerator(seed: 1)
    parameters.allocate(from: &random)
    let gradients = Buffer(count: parameters.count)
    gradients.array = [Float](repeating: 7, count: gradients.count)
    let tape = Tape(parameters, gradients: gradients)
    for x: [Float] in [[1, 2], [3, 5]] {
      tape.reset()
      tape.backward(from: tape.linear(tape.constant(x, 1, 2), tape(used)))
      #expect(parameters.array(of: used, in: gradients) == x)
      #expect(parameters.array(of: unused, in: gradients) == [0, 0])
    }
  }
}
