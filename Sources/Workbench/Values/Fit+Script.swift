import Fitting
import Clusters
import Scattering
import Script

extension Fit: ScriptObject {
  public static let typeName = "fit"

  public static let fields: [Field<Fit>] =
    [
      Field("structure", "the cluster with its fitted expansion") { $0.structure },
      Field("rw", "√(Σ(G − G_c)²/ΣG²)") { $0.rw },
      Field("bond", unit: "Å", "mean distance of nearest neighbours in the fitted structure") {
        $0.bond
      },
      Field("firstShell", "pairs of nearest neighbours: mean, error, spread, shortest distance") {
        $0.shell
      },
      Field("calculated", "the structure's PDF") { $0.calculated },
      Field("measured", "the fitted part of the measured PDF") { $0.measured },
      Field("residual", "measured less calculated") { $0.residual },
      Field("errors", "varied parameters with their values, standard errors and correlations") {
        $0.errors
      },
      Field("a", unit: "Å", "lattice constant of a fitted crystal") { $0.constant("a") },
      Field("c", unit: "Å", "that along its layers, in hcp") { $0.constant("c") },
      Field("lattice", "lattice constants of a fitted crystal with standard errors") {
        $0.latticeTable
      },
      Field("sizes", "the sizes of the particles of a sample: a plot, a table, means") {
        $0.sizes.map { .object($0) } ?? Value.none
      },
      Field("chi2", "χ² over the points less what was varied, by the errors of the PDF's file") {
        $0.reducedChiSquared
      },
      Field("evaluations", "how often the PDF was computed") { $0.evaluations },
    ]
    + Quantity.fitted.map { quantity in
      Field(quantity.name, unit: quantity.unit, quantity.help) {
        fit in
        Quantity.envelope.contains(quantity) && !fit.isCut
          ? nil : fit.values[quantity] ?? quantity.usual
      }
    }

  public var summary: String {
    guard isCluster else { return "\(label), Rw = \(Value.text(of: rw, digits: 4))" }
    let atoms = "\(cluster.count) \(cluster.element.symbol) atoms"
    return "\(cluster.type.rawValue), \(atoms), Rw = \(Value.text(of: rw, digits: 4))"
  }

  public var passages: [Passage] {
    [
      .text("fit of \(label): Rw = \(Value.text(of: rw, digits: 4)), \(lengths)"),
      varied.isEmpty ? .text("nothing was varied") : .table(errors),
    ] + atBounds.map { .text("\($0.name) ended at its bound") }
      + (cutOff.map { [.text($0)] } ?? [])
  }

  /// That an ensemble ends before the sizes do; nil where it does not.
  var cutOff: String? {
    guard let sizes, let count = sizes.counts?.last, let share = sizes.atoms.last, share > 0.05
    else { return nil }
    return
      "\(Value.text(of: 100 * share, digits: 0)) % of the atoms are in particles of the largest "
      + "size, \(count) atoms: larger ones may be there, which atoms: gives the ensemble"
  }

  /// Whether particles have a diameter that is a parameter.
  private var isCut: Bool {
    !isCluster && (values[.diameter] ?? .infinity) < Quantity.diameter.usual
  }

  /// The structure's command or name.
  var label: String { isCluster ? cluster.label : phase.label }

  private func constant(_ name: String) -> Double? {
    lattice.first { $0.name == name }?.value
  }

  private var latticeTable: Value {
    guard !lattice.isEmpty else { return .none }
    return Value(
      Table([
        .init("constant", of: lattice.map(\.name)),
        .init("value", unit: "Å", digits: 5, of: lattice.map(\.value)),
        .init("error", unit: "Å", digits: 5, of: lattice.map(\.error)),
      ]))
  }

  /// The bond length, or a crystal's lattice constants.
  private var lengths: String {
    guard crystal != nil else {
      return "bond length \(Value.text(of: bond, error: bondError, digits: 4)) Å"
    }
    return lattice.map {
      "\($0.name) = \(Value.text(of: $0.value, error: $0.error, digits: 4)) Å"
    }.joined(separator: ", ")
  }

  /// A table of one row; none for a single atom.
  private var shell: Value {
    guard let firstShell else { return .none }
    return Table([
      .init("mean", unit: "Å", digits: 4, of: [firstShell.mean]),
      .init("error", unit: "Å", digits: 4, of: [bondError]),
      .init("spread", unit: "Å", digits: 4, of: [firstShell.spread]),
      .init("shortest", unit: "Å", digits: 4, of: [firstShell.shortest]),
      .init("pairs", of: [firstShell.pairs]),
    ]).element(0)
  }

  /// A row for each varied parameter.
  var errors: Table {
    let correlations = varied.map { other in
      Table.Column(
        "with \(other.name)", digits: 2,
        varied.map { correlation($0, other).map { .number($0) } ?? Value.none })
    }
    return Table(
      [
        Table.Column("parameter", of: varied.map(\.name)),
        Table.Column("value", digits: 5, of: varied.map { values[$0] }),
        Table.Column("error", digits: 5, of: varied.map { error($0) }),
        Table.Column("unit", varied.map { .text($0.unit ?? "") }),
      ] + correlations)
  }
}

extension Fits: ScriptSequence {
  public static let typeName = "fits"

  public static let fields: [Field<Fits>] = [
    Field("count", "number of fits") { $0.fits.count },
    Field("best", "the fit of lowest Rw") { $0.fits.first },
    Field("byType", "the best fit of each structure type, lowest Rw first") { $0.byType },
    Field("table", "the fits as a table") { $0.table },
  ]

  public var length: Int { fits.count }
  public func element(_ index: Int) -> Value { .object(fits[index]) }
  public func slice(_ indices: [Int]) -> Value? { .object(Fits(indices.map { fits[$0] })) }

  public var summary: String {
    fits.first.map { "\(fits.count) fits, the best: \($0.summary)" } ?? "no fits"
  }

  public var passages: [Passage] {
    guard fits.count > 1 else { return fits.first?.passages ?? [.text("no fits")] }
    return [
      .text("\(fits.count) fits to \(fits[0].measured.name), lowest Rw first"),
      .table(Fits(Array(fits.prefix(10))).table),
    ] + (fits.count > 10 ? [.text("… and \(fits.count - 10) more")] : [])
  }

  /// A row for each fit.
  public var table: Table {
    Table([
      .init("rw", digits: 4, of: fits.map(\.rw)),
      .init("type", of: fits.map(\.cluster.type.rawValue)),
      .init("element", of: fits.map(\.cluster.element.symbol)),
      .init("atoms", of: fits.map { $0.isCluster ? $0.cluster.count : nil }),
      .init("scale", digits: 4, of: fits.map(\.scale)),
      .init("expansion", digits: 4, of: fits.map(\.expansion)),
      .init("biso", unit: "Å²", digits: 3, of: fits.map(\.biso)),
      .init("bond", unit: "Å", digits: 4, of: fits.map(\.bond)),
      .init("structure", of: fits.map(\.label)),
    ])
  }
}

extension Value {
  /// `2.7754 ± 0.0016`, or the value alone where its error is not known.
  static func text(of value: Double, error: Double?, digits: Int) -> String {
    text(of: value, digits: digits) + (error.map { " ± \(text(of: $0, digits: digits))" } ?? "")
  }
}
