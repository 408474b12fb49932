import Generative
import Script

extension Command {
  static let finishTraining = Command(
    "finishTraining", "a trained paper or mlp whose parts have learned on by themselves",
    Parameter<Model>("model", "a model that train has made"),
    Parameter<Dataset>("data", "what it was trained on"),
    Parameter(
      "part", default: FinishedPart.decoder,
      "decoder: prior and decoder learn on; posterior: it learns where the prior puts structures"),
    Parameter(
      "epochs", default: 100.0,
      "passes over its shapes at all their bond lengths; of the posterior, over its structures"
    )
    .within(1e-3...1e7),
    Parameter("bonds", default: 40, "bond lengths of each shape, for the decoder").within(1...1000),
    Parameter(
      "fromPDF", default: 0.0, "share of the prior's loss that is the error from PDFs alone"
    )
    .within(0...1),
    Parameter<Int>("batch", default: 128, "PDFs a step").within(1...4096),
    Parameter("rate", default: 1e-3, "highest learning rate, down to 0 by a cosine")
      .within(1e-9...1),
    .seed,
    topic: "models",
    help: """
      While train moves the map, prior and decoder run after it. Here the posterior, and with it the
      map, stands still, so that they see tens of times more in the same time. The history goes on
      with the same losses.

      Ctrl-C ends after the step and gives the model so far.
      """,
    examples: [
      #"""
      data = dataset catalogue("mmnp", atoms: 5..9)
      model = train "mlp", data, epochs: 1
      model = finishTraining model, data, epochs: 0.1
      print model.name
      """#
    ]
  ) { session, model, data, part, epochs, bonds, share, batch, rate, seed in
    guard !data.training.isEmpty, !data.validation.isEmpty else {
      throw Complaint("the data set has too few structures to train and validate", argument: "data")
    }
    var plan = TrainingPlan.paper
    (plan.batch, plan.rate, plan.schedule, plan.seed) = (batch, Float(rate), .cosine, seed)
    let unfit = Complaint(
      "only paper and mlp are finished so, not \(model.name)", argument: "model")
    let interrupt = session.interrupt
    let shouldContinue: @Sendable () -> Bool = { !interrupt.isRaised }
    func trained(_ objective: any Objective) throws -> Model {
      // The first step is no longer wanted either.
      try session.checkInterrupt()
      return model.trainedFurther(
        to: run(
          Trainer(objective), history: model.history, minutes: nil, checkpoint: nil, in: session))
    }
    switch part {
    case .decoder:
      guard
        let objective = try FinishingObjective(
          model, on: data, plan: plan, epochs: epochs, bonds: bonds, fromPDF: share,
          while: shouldContinue)
      else { throw unfit }
      return try trained(objective)
    case .posterior:
      guard
        let objective = try FollowingObjective(
          model, on: data, plan: plan, epochs: epochs, while: shouldContinue)
      else { throw unfit }
      return try trained(objective)
    }
  }
}

/// What of a trained network learns on.
private enum FinishedPart: String, ScriptChoice { case decoder, posterior }
