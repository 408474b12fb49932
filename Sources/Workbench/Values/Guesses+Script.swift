import Scattering
import Clusters
import Generative
import Script

extension Guess: ScriptObject {
  public static let typeName = "guess"

  public static let fields: [Field<Guess>] = [
    Field("structure", "the cluster") { $0.structure },
    Field("type", "type of the learned shape it resembles most") { $0.structure.type },
    Field("count", "number of atoms") { $0.structure.count },
    Field("x", "where it is shown on the latent map, across") { $0.shown.x },
    Field("y", "where it is shown on the latent map, upwards") { $0.shown.y },
  ]

  public var summary: String { "\(structure.type.rawValue), \(structure.count) atoms" }
}

extension Guesses: ScriptSequence {
  public static let typeName = "guesses"

  public static let fields: [Field<Guesses>] = [
    Field("pdf", "the PDF they are for") { $0.pdf },
    Field("count", "number of guesses") { $0.list.count },
    Field("place", "the PDF's likeliest place on the latent map") { $0.prior.place },
    Field("deviation", "standard deviations there") { $0.prior.deviation },
    Field("places", "all places of the prior's mixture with weights of 1 % and more, as a table") {
      $0.places
    },
    Field("motifs", "motifs of the structures, their odds and sizes, as a table") {
      table(of: $0.motifs, "motif")
    },
    Field("words", "words of layers, h and c, among them, as a table") {
      table(of: $0.words, "word")
    },
    Field(
      "misfit",
      "Rw of the best of the first twenty, fitted: above 0.4 the PDF is unlike what the model learned"
    ) { try $0.misfit() },
    Field("sigma", "factor on the standard deviations") { $0.sigma },
    Field("bond", unit: "Å", "bond length read off the PDF, where the model does") {
      $0.prior.bond
    },
    Field("structures", "the clusters") { $0.list.map(\.structure) },
    Field("table", "the guesses as a table") { $0.table },
  ]

  public var length: Int { list.count }
  public func element(_ index: Int) -> Value { .object(list[index]) }

  public var summary: String { "\(list.count) guesses for \(pdf.name)" }

  public var passages: [Passage] {
    let place = model.plane.shown(prior.place)
    let deviation = model.plane.shown(deviation: prior.deviation)
    func text(_ value: Double) -> String { Value.text(of: value, digits: 2) }
    let types = Dictionary(grouping: list, by: \.structure.type).mapValues(\.count)
      .sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
      .map { "\($0.value) \($0.key.rawValue)" }.joined(separator: ", ")
    let words =
      "\(list.count) guesses for \(pdf.name), around "
      + "(\(text(place.x)), \(text(place.y))) on the map with σ "
      + "(\(text(deviation.x)), \(text(deviation.y))) times \(text(sigma))"
      + (prior.bond.map { "; bond length \(Value.text(of: $0, digits: 3)) Å" } ?? "")
      + "\nresembling: \(types)"
    return [.text(words)]
  }

  private var places: Table {
    let places = prior.places
    return Table([
      .init("weight", digits: 3, of: places.map(\.weight)),
      .init("x", digits: 3, of: places.map { model.plane.shown($0.place).x }),
      .init("y", digits: 3, of: places.map { model.plane.shown($0.place).y }),
      .init("type", of: places.map { model.type(at: $0.place)?.rawValue ?? "" }),
    ])
  }

  private static func table(of motifs: [MotifOdds], _ name: String) -> Table {
    Table([
      .init(name, of: motifs.map(\.name)),
      .init("odds", unit: "%", digits: 1, of: motifs.map { 100 * $0.share }),
      .init("atoms", of: motifs.map { $0.atoms(at: 0.5) }),
      .init("from", of: motifs.map { $0.atoms(at: 0.05) }),
      .init("to", of: motifs.map { $0.atoms(at: 0.95) }),
    ])
  }

  private var table: Table {
    Table([
      .init("type", of: list.map(\.structure.type.rawValue)),
      .init("atoms", of: list.map(\.structure.count)),
      .init("x", digits: 3, of: list.map(\.shown.x)),
      .init("y", digits: 3, of: list.map(\.shown.y)),
    ])
  }
}
