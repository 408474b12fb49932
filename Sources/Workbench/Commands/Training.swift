import Clusters
import Foundation
import Generative
import Script

extension Command {
  static let training = [dataset, train]

  private static let dataset = Command(
    "dataset", "a catalogue split into parts to train on, to validate with and to test",
    Parameter<Catalogue>("catalogue", "the structures"),
    .seed,
    Parameter(
      "split", default: Dataset.Split.structure,
      "structure: 60/20/20 one by one, as in the paper; shape: whole shapes are held out"),
    topic: "models",
    examples: [
      #"data = dataset catalogue("mmnp"); print data.training.count, data.test.count"#
    ]
  ) { _, catalogue, seed, split in
    Dataset(catalogue, seed: seed, split: split)
  }

  private static let train = Command(
    "train", "a model trained on a data set",
    Parameter<TrainingPreset>("preset", "mmnp, stacking, paper or mlp: what is trained, and how"),
    Parameter<Dataset>("data", "what to train on: its training part"),
    Parameter<Double?>(
      "epochs", shown: "100", "passes over as many PDFs as the part has structures"),
    Parameter<Double?>("minutes", unit: "min", shown: "no limit", "time after which training ends"),
    Parameter("batch", default: 64, "PDFs a step"),
    Parameter(
      "rate", default: 1e-3,
      "highest learning rate; it falls to 0 by a cosine, but for paper and mlp"),
    Parameter<Int?>("latent", shown: "2; of mlp 8", "dimensions of the map of paper and mlp"),
    Parameter<Double?>(
      "beta", shown: "the paper's rule", "constant weight of the divergence of paper and mlp"),
    .seed,
    Parameter<String?>("checkpoint", "file to write every 1000 steps and at the end"),
    Parameter("resume", default: false, "go on from the checkpoint, if there is one"),
    topic: "models",
    help: """
      mmnp and stacking learn shapes: every step simulates fresh PDFs, qmin 0.5 to 1.5 Å⁻¹, qmax 18
      to 28 Å⁻¹, qdamp 0 to 0.05 Å⁻¹, biso 0.1 to 1 Å², bond lengths 2.15 to 3.4 Å, up to 3 % noise,
      cut at 15 to 30 Å. Rare types are drawn more often.

      paper is the published network with its loss and data: the structures' own PDFs at qmin 0.7,
      qmax 25, biso 0.3, simulated once. The weight of the divergence starts at 0 and rises by
      0.001 after every epoch with a validation error of 1e-4 or less; `beta:` fixes it instead.
      mlp is the same with a perceptron over coordinates and distances in place of the graph.

      Ctrl-C ends after the step and gives the model so far.
      """,
    examples: [
      #"""
      data = dataset catalogue("mmnp", atoms: 5..20)
      model = train "mmnp", data, epochs: 0.2, batch: 8
      print model.steps
      """#
    ]
  ) {
    session, preset, data, epochs, minutes, batch, rate, latent, beta, seed, checkpoint, resume in
    guard (1...4096).contains(batch) else {
      throw Complaint("batch is 1 … 4096, not \(batch)", argument: "batch")
    }
    guard rate > 0, rate < 1 else {
      throw Complaint("rate lies between 0 and 1, not at \(rate)", argument: "rate")
    }
    let epochs = epochs ?? 100
    guard epochs > 0, epochs < 1e7 else {
      throw Complaint("epochs is above 0, not \(epochs)", argument: "epochs")
    }
    let checkpoint = checkpoint.map { URL(filePath: $0) }
    var last: Checkpoint?
    if resume, let checkpoint, FileManager.default.fileExists(atPath: checkpoint.path) {
      last = try Checkpoint(contentsOf: checkpoint)
    }
    var plan = TrainingPlan()
    plan.batch = batch
    plan.rate = Float(rate)
    plan.seed = seed
    plan.steps = preset.steps(of: epochs, over: data.training.count, batch: batch)
    let objective = try preset.objective(
      on: data, plan, resuming: last, latent: latent, beta: beta)
    return try run(
      Trainer(objective, optimiser: last?.optimiser), history: last?.model.history ?? [],
      minutes: minutes, checkpoint: checkpoint, in: session)
  }

  private static func run(
    _ trainer: Trainer, history: [TrainingRecord], minutes: Double?, checkpoint: URL?,
    in session: Session
  ) throws -> Model {
    let steps = trainer.objective.plan.steps
    let progress = session.progress("training", total: steps)
    defer { progress.end() }
    let start = Date()
    let interrupt = session.interrupt
    var isStopped = false
    let model = try trainer.run(history: history, checkpoint: checkpoint) {
      progress.update($0.step, $0.losses)
      isStopped = interrupt.isRaised
      return !isStopped && (minutes.map { -start.timeIntervalSinceNow < $0 * 60 } ?? true)
    }
    if isStopped {
      interrupt.clear()
      session.warn("stopped after \(trainer.step) of \(steps) steps; this is the model so far")
    }
    return model
  }
}

extension TrainingRecord {
  /// The losses in a few words.
  fileprivate var losses: String {
    if let paper {
      return String(
        format: "error %.5f  divergence %.1f  beta %.3f", paper.error, paper.divergence, paper.beta)
    }
    return String(
      format: "structure %.4f d  surprise %.3f  bond %.3f %%", structureError, surprise,
      correctionError
    )
  }
}
