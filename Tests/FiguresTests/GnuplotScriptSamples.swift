import Clusters
import Figures
import Testing

/// A figure of every kind, small enough that its text can be read.
extension GnuplotScriptTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let figure: @Sendable () throws -> Figure
    var testDescription: String { name }
  }

  static let samples = [
    Sample(name: "fit") {
      .fit(
        FitCurves(
          name: "Au_1.gr", type: .decahedral, atoms: 105, rw: 0.18251, r: [2, 3, 4],
          measured: [0, 5, -1], calculated: [0.5, 4, -0.5]))
    },
    Sample(name: "overlaid") {
      .overlaid([
        Curve(name: "a", x: [0, 1, 2], y: [0, 2, 1]), Curve(name: "b", x: [0, 1], y: [1, .nan]),
      ])
    },
    Sample(name: "stacked") {
      .stacked([
        Curve(name: "a", x: [0, 1, 2], y: [0, 2, 1]),
        Curve(name: "b", x: [0, 1, 2], y: [0, 20, 10], colour: .difference),
      ])
    },
    Sample(name: "map") {
      .map(
        LatentMap(
          points: [
            .init(x: 0, y: 0, type: .fcc, atoms: 100, part: .training),
            .init(x: 1, y: 2, type: .hcp, atoms: 25, part: .test),
            .init(x: 2, y: 1, type: .hcp, atoms: 50, part: .unseen),
          ],
          experiments: [
            .init(
              name: "Au144", x: 1, y: 1, sigmaX: 0.1, sigmaY: 0.05, rings: [3],
              colour: Colour(0xFF8AD8)),
            .init(name: "1", x: 0.5, y: 0.5, sign: .cross),
          ],
          samples: [(x: 1.01, y: 0.98)]))
    },
    Sample(name: "portraits") {
      let gold = try #require(Element("Au"))
      let pair = Cluster(
        gold, type: .fcc, positions: [SIMD3(0, 0, 0), SIMD3(2.68, 0, 0)], bond: 2.68)
      var map = LatentMap(points: [
        .init(x: 0, y: 0, type: .fcc, atoms: 10, part: .test),
        .init(x: 4, y: 4, type: .fcc, atoms: 90, part: .test),
      ])
      map.portraits = [.init(pair, x: 4, y: 4)]
      return .map(map)
    },
    Sample(name: "stacking-map") {
      .map(
        LatentMap(points: [
          .init(x: 0, y: 0, type: .fcc, hexagonality: nil, atoms: 10, part: .validation),
          .init(x: 4, y: 1, type: .stacking, hexagonality: 0.25, atoms: 20, part: .test),
          .init(x: 4, y: 4, type: .hcp, hexagonality: nil, atoms: 30, part: .test),
        ]))
    },
    Sample(name: "growth") {
      var map = LatentMap(points: [
        .init(x: 0, y: 0, type: .sc, atoms: 10, part: .test),
        .init(x: 4, y: 4, type: .sc, atoms: 90, part: .test),
      ])
      map.showsGrowth = true
      // Of the many cells of the shade only a few go into the kept text.
      var figure = Figure.map(map)
      guard case .heat(let x, let y, let values, let ramp) = figure.panels[0].series[0].shape
      else { return figure }
      figure.panels[0].series[0].shape = .heat(
        x: [x[10], x[60]], y: [y[10], y[60]],
        values: [10, 60].map { row in [values[row][10], values[row][60]] }, ramp: ramp)
      return figure
    },
    Sample(name: "solution") {
      let gold = try #require(Element("Au"))
      let pair = Cluster(
        gold, type: .fcc, positions: [SIMD3(0, 0, 0), SIMD3(2.68, 0, 0)], bond: 2.68)
      return .solution(
        FitCurves(
          name: "simulated", type: .fcc, atoms: 2, rw: 0.1, r: [2, 3, 4], measured: [0, 5, -1],
          calculated: [0.5, 4, -0.5], structure: pair), truth: pair)
    },
    Sample(name: "paired-bars") {
      .bars(
        ["fcc", "hcp"], [("before", [0.25, 0.5]), ("after", [0.125, 1])],
        colours: [.ink, .difference], label: "MAE (Å)", across: "type")
    },
    Sample(name: "heat") {
      Figure(panels: [
        Panel(
          margins: Margins(), x: Axis(range: 0...2), y: Axis(range: 0...2),
          series: [
            Series(
              .heat(
                x: [0, 1, 2], y: [0, 1], values: [[1, 2, 3], [4, .nan, 6]],
                ramp: [.white, .ink]),
              title: "Rw")
          ])
      ])
    },
    Sample(name: "boxes") {
      var panel = Panel(margins: Margins(), x: Axis(range: 0...10), y: Axis(range: 0...5))
      panel.hasAxes = false
      panel.boxes = [Box("prior\n64", x: 2, y: 2, width: 2, height: 1, fill: .faint)]
      panel.arrows = [Arrow(from: [3, 2], to: [5, 2])]
      return Figure(panels: [panel])
    },
    Sample(name: "diagram") {
      let gold = try #require(Element("Au"))
      let atom = Cluster(gold, type: .fcc, positions: [.zero], bond: 2.68)
      return .diagram(
        .init(posterior: "a", bond: "b", prior: "c", latent: "d", decoder: "e"), cluster: atom,
        pdf: Curve(name: "", x: [0, 1, 2], y: [0, 3, 1]))
    },
    Sample(name: "parts") {
      .histogram(
        of: [(colour: .ink, values: [1, 2, 2]), (colour: .difference, values: [2, 3])], bins: 2,
        label: "atoms", count: "structures")
    },
    Sample(name: "safe-map") {
      .map(
        LatentMap(points: [.init(x: 0, y: 0, type: .sc, atoms: 8, part: .test)]),
        palette: .safe, width: Figure.oneColumn)
    },
    Sample(name: "cluster") {
      let gold = try #require(Element("Au"))
      let pair = Cluster(
        gold, type: .fcc, positions: [SIMD3(0, 0, 0), SIMD3(2.68, 0, 0)], bond: 2.68)
      return .cluster(pair, caption: "two atoms")
    },
    Sample(name: "history") {
      .columns(
        x: ("epoch", [1, 2, 3]),
        y: [Column("training", [1, 0.1, 0]), Column("validation", [2, 0.3, 0.2])],
        label: "loss", isLogarithmic: true)
    },
    Sample(name: "histogram") { .histogram([1, 2, 2, 3], bins: 2, label: "atoms") },
    Sample(name: "bars") {
      .bars([("fcc", 8, .ink), ("icosahedral", 3, .difference)], label: "structures")
    },
    Sample(name: "columns") {
      .columns(
        x: ("sigma", [3, 5, 7]), y: [Column("rw", [0.3, 0.2, 0.25]), Column("mae", [1, 2, 3])])
    },
    Sample(name: "shades") {
      .shades(x: ("a", [3, 1, 2]), y: ("b", [1, 2, 3]), colour: ("Rw", [0.1, 0.3, 0.2]))
    },
    Sample(name: "error-bars") {
      .columns(
        x: ("T (K)", [90, 200, 300]),
        y: [
          Column("d (Å)", [2.86, 2.87, 2.89], errors: [0.01, 0.01, 0.02], marker: .square),
          Column("model", [2.85, 2.87, 2.88], hasLine: true, isDashed: true),
        ])
    },
    Sample(name: "kinds") {
      .kinds(x: ("a", [1, 2, 3]), y: ("b", [1, 3, 2]), words: ["fcc", "sc", "fcc"]) { number, _ in
        Palette.safe.colour(number: number)
      }
    },
    Sample(name: "many-kinds") {
      // So many that the key needs rows above the axes, and data in all corners.
      let types = StructureType.allCases.map(\.rawValue)
      let places = types.indices.map { Double($0 % 2) }
      return .kinds(
        x: ("atoms", places + [0, 1]),
        y: ("diameter (Å)", types.indices.map(Double.init) + [9, 9]),
        words: types + ["fcc", "sc"]
      ) { number, _ in Palette.safe.colour(number: number) }
    },
    Sample(name: "stack") {
      .stack([
        .columns(x: ("step", [1, 2, 3]), y: [Column("loss", [3, 2, 1])]),
        .columns(x: ("step", [1, 2, 3]), y: [Column("error (%)", [30, 20, 10])]),
      ])
    },
    Sample(name: "many-bars") {
      .bars(
        (1...30).map { "file_\($0).gr" }, [("rw", (1...30).map { 0.01 * Double($0) })],
        colours: [Colour](repeating: .data, count: 30), label: "Rw", across: "name")
    },
    Sample(name: "scatter") { .columns(x: ("a", [3, 1, 2]), y: [Column("b", [1, 2, 3])]) },
    Sample(name: "grid") {
      let one = Figure.overlaid([Curve(name: "a", x: [0, 1], y: [0, 1])])
      return .grid([one, one, one], columns: 2)
    },
    Sample(name: "narrow") {
      // Letters, numbers of axes and names of axes meet in narrow panels.
      let points = Figure.columns(
        x: ("given (Å²)", [0.1, 0.5, 1]), y: [Column("fitted (Å²)", [0.1, 0.5, 1])], isLine: false)
      let shades = Figure.shades(
        x: ("latent 1", [-22, 0, 18]), y: ("latent 2", [-28, 0, 17]), colour: ("Rw", [0.1, 1, 0.5]))
      return .grid([points, .histogram([0.001, 0.002, 0.0021], label: "a"), shades], columns: 3)
    },
    Sample(name: "narrow-keys") {
      // Names that are longer than the axes of their panels.
      let curves = ["icosahedron \"Au\", shells: 3", "decahedron \"Au\", p: 2, q: 2, r: 1"].map {
        Curve(name: $0, x: [0, 3, 30], y: [0, 12, 0])
      }
      let atom = Cluster(
        try #require(Element("Au")), type: .fcc, positions: [.zero], bond: 2.68)
      let fit = Figure.fit(
        FitCurves(
          name: "Au144PET_100K-00000.gr", type: .decahedral, atoms: 105, rw: 0.18251, r: [2, 3, 4],
          measured: [0, 5, -1], calculated: [0.5, 4, -0.5], structure: atom))
      return .grid([.overlaid(curves), fit, fit], columns: 3)
    },
    Sample(name: "bars-below-zero") {
      .bars(
        ["≤ 100", "≤ 200", "≤ 400"], [("", [0.82, 0.9176, -0.0683])],
        colours: [Colour](repeating: .data, count: 3), label: "order", across: "atoms")
    },
    Sample(name: "errors") {
      .errors(
        x: ("T (K)", [90, 200, 300]), y: ("atoms", [55, .nan, 60]), low: [50, .nan, 52],
        high: [60, .nan, 71])
    },
    Sample(name: "fit-series") {
      let curves = FitCurves(
        name: "Au_1.gr", type: .decahedral, atoms: 105, rw: 0.18251, r: [2, 3, 4],
        measured: [0, 5, -1], calculated: [0.5, 4, -0.5])
      return .stacked([curves, curves])
    },
    Sample(name: "sizes") {
      .sizes(
        [10, 12.5, 15], particles: [0.2, 0.5, 0.3], atoms: [0.1, 0.45, 0.45], counts: [13, 55, 147])
    },
    Sample(name: "sizes-of-spheres") {
      .sizes(
        [10, 12.5, 15], particles: [0.02, 0.05, 0.03], atoms: [0.01, 0.045, 0.045], counts: nil)
    },
    Sample(name: "rows") {
      let one = Figure.overlaid([Curve(name: "a", x: [0, 1], y: [0, 1])])
      return .rows([[one], [one, one]])
    },
  ]
}
