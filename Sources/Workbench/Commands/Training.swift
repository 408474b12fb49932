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
    "train", "a model trained on the shapes of a data set, under random measuring conditions",
    Parameter<TrainingPreset>("preset", "mmnp or stacking: the sizes of the networks"),
    Parameter<Dataset>("data", "what to train on: its training part"),
    Parameter<Double?>(
      "epochs", shown: "100", "passes over as many PDFs as the part has structures"),
    Parameter<Double?>("minutes", unit: "min", shown: "no limit", "time after which training ends"),
    Parameter("batch", default: 64, "PDFs a step"),
    Parameter("rate", default: 1e-3, "highest learning rate; it falls to 0 by a cosine"),
    .seed,
    Parameter<String?>("checkpoint", "file to write every 1000 steps and at the end"),
    Parameter("resume", default: false, "go on from the checkpoint, if there is one"),
    topic: "models",
    help: """
      Every step simulates fresh PDFs: qmin 0.5 to 1.5 Å⁻¹, qmax 18 to 28 Å⁻¹, qdamp 0 to 0.05 Å⁻¹,
      biso 0.1 to 1 Å², bond lengths 2.15 to 3.4 Å, up to 3 % noise, cut at 15 to 30 Å. Rare types
      are drawn more often. Ctrl-C ends after the step and gives the model so far.
      """,
    examples: [
      #"""
      data = dataset catalogue("mmnp", atoms: 5..20)
      model = train "mmnp", data, epochs: 0.2, batch: 8
      print model.steps
      """#
    ]
  ) {
    session, preset, data, epochs, minutes, batch, rate, seed, checkpoint, resume in
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
    var plan = TrainingPlan()
    plan.batch = batch
    plan.rate = Float(rate)
    plan.seed = seed
    let perEpoch = Double(data.training.count) / Double(batch)
    plan.steps = max(1, Int((epochs * perEpoch).rounded()))
    return try run(
      preset, data, plan, minutes: minutes, checkpoint: checkpoint.map { URL(filePath: $0) },
      resume: resume, in: session)
  }

  private static func run(
    _ preset: TrainingPreset, _ data: Dataset, _ plan: TrainingPlan, minutes: Double?,
    checkpoint: URL?, resume: Bool, in session: Session
  ) throws -> Model {
    let shapes = data.trainingShapes.map { data.catalogue.shapes[$0] }
    guard let largest = shapes.map(\.count).max(), largest <= preset.architecture.atoms else {
      throw Complaint(
        "a model has room for \(preset.architecture.atoms) atoms, the data set has larger structures",
        argument: "data", suggestion: "catalogue takes atoms: 5..\(preset.architecture.atoms)")
    }
    var history: [TrainingRecord] = []
    var trainer: Trainer
    if resume, let checkpoint, FileManager.default.fileExists(atPath: checkpoint.path) {
      let last = try Checkpoint(contentsOf: checkpoint)
      history = last.model.history
      trainer = Trainer(
        last.model.network, on: shapes, plan: plan, optimiser: last.optimiser, dreams: last.dreams)
    } else {
      let network = GraphCVAE(
        preset.architecture, try preset.landmarks(of: shapes), seed: plan.seed)
      trainer = Trainer(network, on: shapes, plan: plan)
    }
    let progress = session.progress("training", total: plan.steps)
    defer { progress.end() }
    let start = Date()
    let interrupt = session.interrupt
    var isStopped = false
    let model = try trainer.run(shapes: shapes, history: history, checkpoint: checkpoint) {
      progress.update($0.step, $0.losses)
      isStopped = interrupt.isRaised
      return !isStopped && (minutes.map { -start.timeIntervalSinceNow < $0 * 60 } ?? true)
    }
    if isStopped {
      interrupt.clear()
      session.warn("stopped after \(trainer.step) of \(plan.steps) steps; this is the model so far")
    }
    return model
  }
}

/// The sizes that `train` knows.
enum TrainingPreset: String, ScriptChoice {
  case mmnp, stacking

  var architecture: Architecture {
    switch self {
    case .mmnp: .mmnp
    case .stacking: .stacking
    }
  }

  /// The places on the map.
  func landmarks(of shapes: [Cluster]) throws -> Landmarks {
    switch self {
    case .mmnp: return Landmarks(plane: shapes)
    case .stacking:
      guard let landmarks = Landmarks(stacking: shapes) else {
        throw Complaint(
          "this preset is for stacking sequences", argument: "data",
          suggestion: "dataset catalogue(\"stacking\")")
      }
      return landmarks
    }
  }
}

extension TrainingRecord {
  /// The losses in a few words.
  fileprivate var losses: String {
    String(
      format: "structure %.4f d  surprise %.3f  bond %.3f %%", structureError, surprise,
      correctionError
    )
  }
}
