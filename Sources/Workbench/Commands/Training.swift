import Classifying
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
    "train", "a model, or trees for classify, trained on a data set",
    Parameter<TrainingChoice>("preset", "what is trained, and how"),
    Parameter<Dataset>("data", "what to train on: its training part"),
    Parameter<Double?>(
      "epochs", shown: "100, of a tree 240",
      "passes over as many PDFs as the part has structures; of a tree, rounds of boosting"),
    Parameter<Double?>("minutes", unit: "min", shown: "no limit", "time after which training ends"),
    Parameter<Int?>("batch", shown: "64", "PDFs a step"),
    Parameter<Double?>(
      "rate", shown: "0.001, of a tree 0.15",
      "highest learning rate"),
    Parameter<RateSchedule?>(
      "schedule", shown: "cosine; of paper and mlp constant",
      "of the learning rate: constant, or up over 200 steps and down to 0 by a cosine"),
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
      cut at 15 to 30 Å. Rare types are drawn more often. stacking also sees what the sequences and
      the blocks of its structures make together.

      paper is the published network with its loss and data: the structures' own PDFs at qmin 0.7,
      qmax 25, biso 0.3, simulated once. The weight of the divergence starts at 0 and rises by
      0.001 after every epoch with a validation error of 1e-4 or less; `beta:` fixes it instead.
      mlp is the same with a perceptron over coordinates and distances in place of the graph.

      tree is trained by XGBoost on 100 PDFs of each shape: qmin 0 to 2 Å⁻¹, qmax 12 to 25 Å⁻¹, qdamp
      0.01 to 0.04 Å⁻¹, biso 0.1 to 1 Å², delta2 2 Å² as in the paper, bond lengths 2.25 to 3.3 Å;
      half of them have up to 3 % noise, a third ends at 15 to 30 Å. It takes epochs, minutes, rate
      and seed.

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
    session, choice, data, epochs, minutes, batch, rate, schedule, latent, beta, seed, checkpoint,
    resume
      -> Value in
    if let batch, !(1...4096).contains(batch) {
      throw Complaint("batch is 1 … 4096, not \(batch)", argument: "batch")
    }
    if let rate, !(rate > 0 && rate < 1) {
      throw Complaint("rate lies between 0 and 1, not at \(rate)", argument: "rate")
    }
    if let epochs, !(epochs > 0 && epochs < 1e7) {
      throw Complaint("epochs is above 0, not \(epochs)", argument: "epochs")
    }
    guard let preset = choice.network else {
      let others = [
        ("batch", batch != nil), ("schedule", schedule != nil), ("latent", latent != nil),
        ("beta", beta != nil),
        ("checkpoint", checkpoint != nil), ("resume", resume),
      ]
      if let other = others.first(where: \.1) {
        throw Complaint("the training of a tree has no \(other.0)", argument: other.0)
      }
      var plan = TreePlan()
      if let epochs { plan.rounds = max(1, Int(epochs.rounded())) }
      if let rate { plan.rate = rate }
      plan.seed = seed
      return Value(try TreeTrainer(data, plan: plan).run(minutes: minutes, in: session))
    }
    let checkpoint = checkpoint.map { URL(filePath: $0) }
    var last: Checkpoint?
    if resume, let checkpoint, FileManager.default.fileExists(atPath: checkpoint.path) {
      last = try Checkpoint(contentsOf: checkpoint)
    }
    var plan = TrainingPlan()
    if let batch { plan.batch = batch }
    if let rate { plan.rate = Float(rate) }
    plan.schedule = schedule
    plan.seed = seed
    plan.steps = preset.steps(
      of: epochs ?? 100, over: data.training.count, batch: plan.batch)
    let objective = try preset.objective(
      on: data, plan, resuming: last, latent: latent, beta: beta)
    return Value(
      try run(
        Trainer(objective, optimiser: last?.optimiser), history: last?.model.history ?? [],
        minutes: minutes, checkpoint: checkpoint, in: session))
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
