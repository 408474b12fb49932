import Classifying
import Clusters
import Foundation
import Generative
import Numerics
import Script

extension Command {
  static let training = [dataset, train, finishTraining]

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
      "epochs", shown: "100, of a tree \(TreePlan().rounds)",
      "passes over as many PDFs as the part has structures; of a tree, rounds of boosting"
    ).within(1e-6...1e7),
    Parameter<Double?>("minutes", unit: "min", shown: "no limit", "time after which training ends")
      .within(0...1e7),
    Parameter<Int?>("batch", shown: "64", "PDFs a step").within(1...4096),
    Parameter<Double?>(
      "rate", shown: "0.001, of a tree \(TreePlan().rate)",
      "highest learning rate"
    ).within(1e-12...1),
    Parameter<RateSchedule?>(
      "schedule", shown: ModelFamily.usual(\.plan.schedule.rawValue),
      "of the learning rate: constant, or up over 200 steps and down to 0 by a cosine"),
    Parameter(options: ModelFamily.parameters),
    .seed,
    Parameter<String?>("checkpoint", "file to write as training goes on, and at the end"),
    Parameter<Int>("every", default: 1000, "steps between two checkpoints").within(1...1e9),
    Parameter("resume", default: false, "go on from the checkpoint, if there is one"),
    topic: "models",
    help: """
      \(ModelFamily.trainingHelp)

      tree: boosted trees for classify. XGBoost trains them on \(TreePlan().pdfs) PDFs of each shape, \
      \(TreePlan().conditions); it takes epochs, minutes, rate and seed.

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
    session, choice, data, epochs, minutes, batch, rate, schedule, options, seed, checkpoint, every,
    resume
      -> Value in
    guard let family = choice.family else {
      let others =
        [
          ("batch", batch != nil), ("schedule", schedule != nil),
          ("checkpoint", checkpoint != nil), ("resume", resume),
        ] + options.values.keys.sorted().map { ($0, true) }
      if let other = others.first(where: \.1) {
        throw Complaint("the training of a tree has no \(other.0)", argument: other.0)
      }
      var plan = TreePlan()
      if let epochs { plan.rounds = max(1, Int(clamping: epochs.rounded())) }
      if let rate { plan.rate = rate }
      plan.seed = seed
      return Value(try TreeTrainer(data, plan: plan).run(minutes: minutes, in: session))
    }
    let checkpoint = checkpoint.map { URL(filePath: $0) }
    var last: Checkpoint?
    let exists = checkpoint.map { file in
      Processes.first { FileManager.default.fileExists(atPath: file.path) }
    }
    if resume, let checkpoint, exists == true {
      last = try Checkpoint(reading: checkpoint, argument: "checkpoint")
    }
    // Better now than after the training.
    if let checkpoint { try Processes.onFirst { _ = try Draft(for: checkpoint.path) } }
    var plan = family.plan
    if let batch { plan.batch = batch }
    if let rate { plan.rate = Float(rate) }
    if let schedule { plan.schedule = schedule }
    plan.seed = seed
    plan.steps = family.steps(of: epochs ?? 100, over: data.training.count, batch: plan.batch)
    let interrupt = session.interrupt
    let objective: any Objective
    do {
      objective = try family.objective(
        on: data, plan: plan, options: options.values, resuming: last,
        while: { !interrupt.isRaised })
    } catch let problem as TrainingProblem {
      throw Complaint(
        problem.description, argument: problem.subject, suggestion: problem.suggestion)
    }
    if let changes = last?.model.plan.changes(to: plan) { session.warn(changes) }
    return Value(
      run(
        Trainer(objective, optimiser: last?.optimiser), history: last?.model.history ?? [],
        minutes: minutes, checkpoint: checkpoint, every: every, in: session))
  }

  static func run(
    _ trainer: Trainer, history: [TrainingRecord], minutes: Double?, checkpoint: URL?,
    every: Int = 1000, in session: Session
  ) -> Model {
    let steps = trainer.objective.plan.steps
    let losses = trainer.objective.network.family.losses
    let progress = session.progress("training", total: steps)
    defer { progress.end() }
    let start = Date()
    let interrupt = session.interrupt
    func failure(_ error: any Error) {
      session.warn("\(error); the training goes on without a checkpoint")
    }
    let model = trainer.run(
      history: history, checkpoint: checkpoint, every: every, failure: failure
    ) {
      progress.update(trainer.step, limit: minutes.map { 60 * $0 }, $0.summary(of: losses))
      return !interrupt.isRaised
        && (minutes.map { -start.timeIntervalSinceNow < $0 * 60 } ?? true)
    }
    if interrupt.isRaised {
      interrupt.clear()
      session.warn(
        trainer.step < steps
          ? "stopped after \(trainer.step) of \(steps) steps; this is the model so far"
          : "stopped when all steps were done; on the map are places from before the last of them")
    }
    return model
  }
}

extension TrainingPlan {
  /// What a training that goes on does otherwise than before, in words; nil where nothing.
  fileprivate func changes(to new: TrainingPlan) -> String? {
    let rows = [
      ("batch", "\(batch)", "\(new.batch)"), ("rate", "\(rate)", "\(new.rate)"),
      ("seed", "\(seed)", "\(new.seed)"),
      ("schedule", schedule.rawValue, new.schedule.rawValue),
    ].filter { $0.1 != $0.2 }
    guard !rows.isEmpty else { return nil }
    let old = rows.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    let new = rows.map { "\($0.0) \($0.2)" }.joined(separator: ", ")
    return "the training goes on with \(new); until now it had \(old)"
  }
}
