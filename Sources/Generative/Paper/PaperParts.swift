import Numerics
import Tensors

/// The parts of every batch of the paper's objectives, each with a tape, a gradient buffer and random
/// numbers of its own, whatever the number of threads and ranks.
///
/// A network with a graph, whose products are large, has two parts or parts of 64. Without one it is
/// done sooner than the gradients of its parts would be added: there the whole batch is one part.
struct PaperParts {
  private final class Part: @unchecked Sendable {
    let gradients: Buffer
    let tape: Tape

    init(_ parameters: Parameters) {
      gradients = Buffer(count: parameters.count)
      tape = Tape(parameters, gradients: gradients)
    }
  }

  /// A loss, and what to tell of it.
  typealias Losses = (total: Node, values: [(Loss, Node)])

  private let size: Int
  private let parts: [Part]
  /// The gradients of the last batch.
  private(set) var gradients: Addends = []

  init(_ network: PaperNetwork, _ plan: TrainingPlan) {
    size = network.encoder is GraphEncoder ? plan.partSize : plan.batch
    parts = (0..<(plan.batch + size - 1) / size).map { _ in Part(network.parameters) }
  }

  /// Runs the parts of a batch forward and backward.
  ///
  /// - Parameter losses: of some structures of the batch, in the mean.
  mutating func run(
    _ batch: ArraySlice<Int>, from random: RandomGenerator,
    _ losses: @Sendable (ArraySlice<Int>, inout RandomGenerator, Tape) -> Losses
  ) -> TrainingRecord {
    let starts = Array(stride(from: batch.startIndex, to: batch.endIndex, by: size))
    let used = Array(parts[..<starts.count])
    let (records, toAdd) = Processes.map(adding: used.map(\.gradients)) { [size] index in
      let own = batch[starts[index]..<min(starts[index] + size, batch.endIndex)]
      let (tape, share) = (used[index].tape, Float(own.count) / Float(batch.count))
      tape.reset()
      var random = random.branch(index)
      let (total, values) = losses(own, &random, tape)
      tape.backward(from: tape.total([(share, total)]))
      return TrainingRecord(
        Dictionary(values.map { ($0, Double(share) * Double($1.array[0])) }) { first, _ in first })
    }
    gradients = toAdd
    return TrainingRecord(sumOf: records)
  }
}
