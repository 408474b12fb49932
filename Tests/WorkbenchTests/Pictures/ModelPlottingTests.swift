import Scattering
import Figures
import Clusters
import Foundation
import Generative
import Numerics
import Script
import Testing
import Workbench

/// The map and the diagram of a small untrained model: where things are drawn does not depend on
/// what it has learned.
@Suite struct ModelPlottingTests {
  let model: Model
  let gold: Element

  init() throws {
    gold = try #require(Element("Au"))
    let shapes = [
      try Recipe.icosahedron(shells: 2).shape(), try Recipe.octahedron(length: 2).shape(),
      try Recipe.sc(layers: [1, 1, 1]).shape(),
    ]
    model = Model(
      LandmarkNetwork(.mmnp, Landmarks(plane: shapes), seed: 1), shapes: shapes,
      plan: TrainingPlan(),
      history: [])
  }

  private func script(_ others: [Value], _ change: (inout PlotOptions) -> Void = { _ in }) throws
    -> String
  {
    var options = PlotOptions()
    change(&options)
    return try model.figure(with: others, options: options).script(for: .svg)
  }

  @Test func aloneItIsADiagram() throws {
    let script = try script([])
    #expect(script.contains("'graph attention"))
    #expect(script.contains("'KL divergence'"))
  }

  @Test func aDataSetHasSeenAndTest() throws {
    let catalogue = try Catalogue.mmnp(atoms: 5...20, elements: [gold])
    let script = try script([.object(Dataset(catalogue, seed: 1))])
    #expect(script.contains("title 'training, validation'") && script.contains("title 'test'"))
    #expect(!script.contains("title 'never seen'"))
  }

  @Test func aCatalogueIsUnseen() throws {
    let catalogue = try Catalogue.mmnp(atoms: 5...20, elements: [gold])
    #expect(try script([.object(catalogue)]).contains("title 'never seen'"))
  }

  @Test func pdfsAreDiamondsWithRingsOrCrosses() throws {
    let pdf = try Cluster.icosahedron(gold, shells: 2).pdf()
    let rings = try script([.list([.object(pdf), .object(pdf)])]) { $0.names = ["one", "two"] }
    #expect(rings.contains("set label 1 'one'") && rings.contains("set label 2 'two'"))
    #expect(rings.components(separatedBy: "1:2 with lines").count - 1 == 6)
    let crosses = try script([.object(pdf)]) { $0.rings = [] }
    #expect(crosses.contains("set label 1 '1'") && crosses.contains("pointtype 2 "))
  }

  /// Where `infer` begins, `latent`, the points of a map and the ring of a PDF are one place.
  @Test func aPDFHasOnePlace() throws {
    let file = try #require(Checkpoint.shipped("mmnp"))
    let model = try Checkpoint(contentsOf: file).model
    let cluster = try Cluster.decahedron(gold, p: 2, q: 2, r: 1)
    var random = RandomGenerator(seed: 1)
    let pdf = try cluster.pdf().noisy(0.3, using: &random)
    let guesses = model.infer(pdf, element: gold, samples: 3, sigma: 3, from: &random)
    let prior = model.network.priors(of: [pdf])[0]
    #expect(guesses.prior.places.count > 1, "a PDF that leaves several shapes open")
    #expect(guesses.list[0].place == prior.place)
    let drawn = LatentMap.experiment(prior, name: "", rings: [3], colour: .ink)
    #expect([drawn.x, drawn.y] == prior.place)
    #expect(drawn.others.count == prior.places.count - 1)
  }

  @Test func aClusterIsDrawnBesideItsPlace() throws {
    let cluster = try Cluster.icosahedron(gold, shells: 2)
    let figure = try model.figure(with: [.object(cluster)], options: PlotOptions())
    #expect(figure.panels[0].insets.count == 1)
    #expect(!figure.script(for: .svg).contains("'core'"))
    #expect(try script([.object(cluster)]) { $0.names = ["core"] }.contains("'core'"))
  }

  @Test func ellipsesHaveTheColoursThatAreGiven() throws {
    let pdf = try Cluster.icosahedron(gold, shells: 2).pdf()
    let script = try script([.object(pdf)]) {
      $0.colours = [Colour(0xFF0000)]
      $0.rings = [3]
    }
    // A little darker than the type's colour.
    #expect(script.contains("with lines linewidth 0.9 linecolor rgb '#CC0000'"))
  }

  @Test func otherThingsAreRefused() throws {
    let error = try #require(throws: Complaint.self) { try script([.number(3)]) }
    #expect(error.message == "cannot plot the number 3 on a latent map")
  }
}
