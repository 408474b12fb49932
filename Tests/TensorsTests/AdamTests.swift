import Numerics
import Testing

import Tensors

/// Adam against the first two steps worked out by hand from the paper's algorithm 1.
struct AdamTests {
  @Test func firstStepsHaveTheSizeOfTheRate() {
    let x = Buffer(count: 2)
    x.array = [1, -2]
    let gradient = Buffer(count: 2)
    var adam = Adam(count: 2)
    gradient.array = [0.5, -4]
    adam.update(x, gradients: [gradient], rate: 0.1)
    // Step 1: m̂ = g and v̂ = g², so the step is rate · sign(g).
    #expect(abs(x.array[0] - 0.9) < 1e-6 && abs(x.array[1] + 1.9) < 1e-6)
    gradient.array = [-0.5, -4]
    adam.update(x, gradients: [gradient], rate: 0.1)
    // Step 2, first component: m̂ = (0.9·0.05 − 0.05)/0.19, v̂ = 0.25.
    let mean = (0.9 * 0.05 - 0.1 * 0.5) / 0.19
    #expect(abs(Double(x.array[0]) - (0.9 - 0.1 * mean / 0.5)) < 1e-6)
    #expect(abs(x.array[1] + 1.8) < 1e-6)
  }

  @Test func decayIsApartFromTheGradient() {
    let x = Buffer(count: 1)
    x.array = [2]
    var adam = Adam(count: 1, decay: 0.5)
    adam.update(x, gradients: [Buffer(count: 1)], rate: 0.1)
    #expect(abs(x.array[0] - (2 - 0.1 * 0.5 * 2)) < 1e-6)
  }
}
