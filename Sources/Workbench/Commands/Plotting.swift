import Figures
import Clusters
import Script

extension Command {
  static let plotting = [plot, plots]

  static let plot = Command(
    "plot", "a figure of what it is given",
    Parameter<[Value]>(rest: "values", "what to show"),
    Parameter<String?>("to", "file to write: .png, .svg, .pdf, or .gp for gnuplot's script"),
    Parameter<PlotOptions.Kind?>("kind", "how, if there are several ways"),
    Parameter<[String]>("names", default: [], "what the values are called in the figure"),
    Parameter<String?>("title", "a line above"),
    Parameter<String?>("label", "of the axis of values, with its unit"),
    Parameter<String?>("xlabel", "of the axis across, with its unit"),
    Parameter<String?>("x", "the column of a table that goes across")
      .offering(.columns),
    Parameter("y", default: OneOrMany<String>([]), "the columns of a table that go up")
      .offering(.columns),
    Parameter<String?>("colour", "the column of a table that colours the points")
      .offering(.columns),
    Parameter<Value?>(
      "errors", "how far error bars reach up and down: a column of the table, or a list for lists"),
    Parameter(
      "style", default: OneOrMany<PlotOptions.Style>([]), "of the lines or points, one for each"),
    Parameter("log", default: false, "a logarithmic axis of values"),
    Parameter<Int?>("bins", "of a histogram").within(1...1000),
    Parameter<ClosedRange<Double>?>("xrange", shown: "all", "what is shown of the axis across")
      .within(-1e100...1e100),
    Parameter<ClosedRange<Double>?>("yrange", shown: "all", "what is shown of the axis up").within(
      -1e100...1e100),
    Parameter(
      "colours", default: OneOrMany<String>([]),
      "of PDFs, bars and ellipses: types, such as \"fcc\", or \"#RRGGBB\""),
    Parameter<[Double]?>(
      "rings", shown: "3, 5, 7, or the guesses' own", "multiples of σ drawn as ellipses"
    ).within(0...1000),
    Parameter("growth", default: false, "a shade behind the map says how large structures are"),
    Parameter("palette", default: Palette.safe, "safe suits all kinds of colour vision"),
    Parameter<Double?>("width", unit: "mm", "width in print; a column is 84, two are 171").within(
      20...1000),
    Parameter<Double?>("height", unit: "mm", "height in print").within(20...1000),
    Parameter("dpi", default: 508.0, "dots per inch of a .png").within(30...1200),
    topic: "figures",
    help: """
      | given | shown |
      |---|---|
      | a PDF or several | lines; `kind: "stacked"` puts one above the other |
      | a fit | data grey, fit in its type's colour, difference green below, Rw |
      | a fit and the true structure | the fit between the two structures |
      | a model | its parts as a diagram |
      | a model and a data set, a catalogue, PDFs | the latent map |
      | a model, and besides those clusters or guesses | these drawn beside their places, with `names:` |
      | guesses | the map with their σ ellipses and the samples |
      | a cluster or several | atoms as shaded balls |
      | a catalogue | how many structures of each type and size |
      | a training history | losses over epochs |
      | a list of numbers | a histogram |
      | two and more lists | each against the first |
      | a table | its columns over the first, if it ascends; `x:` and `y:` choose; bars if x holds words |
      | a table with `colour:` | points in the colours of that column, of numbers or of words |
      | a table whose columns have different units | a panel for each unit |

      `errors:` draws error bars: a column of a table for each column shown, or a list for each
      list. With `xrange:` alone, the axis up follows what is shown.

      A figure is a value. Without `to:`, and alone on a line, it is drawn in the terminal: as
      pixels where the terminal can (sixel), else in letters.
      """,
    examples: [
      "plot [1, 2, 2, 3, 3, 3]",
      #"plot 0..10, [n ^ 2 for n in 0..10], label: "n²""#,
      #"t = table(["a", "b", "rw"], [[3, 0, 0.2], [5, 1, 0.1]]); plot t, x: "a", y: "b", colour: "rw""#,
      #"t = table(["type", "mae"], [["sc", 0.1], ["fcc", 0.2]]); plot t, x: "type", label: "MAE (Å)""#,
      #"t = table(["sigma", "rw"], [[3, 0.2], [5, 0.18], [7, 0.21]]); plot t, x: "sigma""#,
      #"""
      t = table({T: [90, 200, 300], d: [2.86, 2.87, 2.89], u: [0.01, 0.01, 0.02]})
      plot t, x: "T", y: "d", errors: "u", style: "squares", xlabel: "T (K)", label: "d (Å)"
      """#,
      #"plot 0..3, [0, 1, 4, 9], [0, 2, 4, 6], names: ["a", "b"], style: ["both", "dashed"], xlabel: "x""#,
    ]
  ) {
    session, values, to, kind, names, title, label, xlabel, x, y, colour, errors, style, log, bins,
    xrange, yrange, colours,
    rings, growth, palette,
    width, height, dpi
    in
    var options = PlotOptions()
    options.kind = kind
    options.names = names
    options.label = label
    options.xlabel = xlabel
    options.errors = errors
    options.styles = style.values
    options.x = x
    options.y = y.values
    options.colour = colour
    options.isLogarithmic = log
    options.bins = bins
    options.xrange = xrange
    options.colours = try colours.values.map { try typeColour($0, palette) }
    options.rings = rings
    options.showsGrowth = growth
    options.width = width
    options.palette = palette
    var figure = try Figure.of(values, options: options)
    if let width {
      // Pictures without axes keep their shape.
      if figure.panels.allSatisfy(\.isSquare) { figure.height *= width / figure.width }
      figure.width = width
    }
    figure.height = height ?? figure.height
    for index in figure.panels.indices where figure.panels[index].hasAxes {
      if let xrange { figure.panels[index].x.range = try proper(xrange, "xrange") }
      if let yrange {
        figure.panels[index].showUp(try proper(yrange, "yrange"))
      } else if xrange != nil {
        figure.panels[index].fitHeight()
      }
      if let xlabel, figure.panels[index].x.label.isEmpty || figure.panels.count == 1 {
        figure.panels[index].x.label = xlabel
      }
    }
    figure.resolution = dpi
    if let title, !figure.panels.isEmpty {
      figure.panels[0].title = title
      figure.panels[0].margins?.top += 4
    }
    return try written(figure, to: to, in: session)
  }

  static let plots = Command(
    "plots", "several figures put together",
    Parameter<[Value]>("figures", "figures, or what plot can show, in a list; or a list of rows"),
    Parameter("columns", default: 2, "figures in a row, if no rows are given").within(1...20),
    Parameter<String?>("to", "file to write: .png, .svg, .pdf, or .gp for gnuplot's script"),
    Parameter("letters", default: true, "mark the figures a, b, c"),
    Parameter("width", default: Figure.twoColumns, unit: "mm", "width in print").within(20...1000),
    Parameter("dpi", default: 508.0, "dots per inch of a .png").within(30...1200),
    topic: "figures",
    help: """
      A list of figures fills cells of the same size. A list of lists is a list of rows: there each
      figure keeps its shape, and those of a row are equally high.
      """,
    examples: [
      "plots [plot([1, 2, 2]), plot(0..3, [0, 1, 4, 9])], columns: 2",
      "a = plot [1, 2, 2]; plots [[a], [a, a]]",
    ]
  ) { session, values, columns, to, letters, width, dpi in
    let rows = values.map { row -> [Value]? in
      guard case .list(let items) = row, !items.isEmpty, (try? [Double].from(row)) == nil else {
        return nil
      }
      return items
    }
    guard !values.isEmpty else { throw Complaint("no figures", argument: "figures") }
    func figure(_ value: Value) throws -> Figure { try .of([value], options: PlotOptions()) }
    let whole = rows.compactMap { $0 }
    var page: Figure =
      try whole.count == rows.count
      ? .rows(whole.map { try $0.map(figure) }, width: width, letters: letters)
      : .grid(values.map(figure), columns: columns, width: width, letters: letters)
    page.resolution = dpi
    return try written(page, to: to, in: session)
  }

  private static func written(
    _ figure: Figure, to path: String?, in session: Session
  ) throws -> Figure {
    var figure = figure
    figure.provenance = session.provenance
    guard let path else { return figure }
    try figure.write(to: path, by: Gnuplot(for: session))
    figure.file = path
    return figure
  }

  private static func proper(
    _ range: ClosedRange<Double>, _ label: String
  ) throws -> ClosedRange<Double> {
    guard range.lowerBound < range.upperBound else {
      throw Complaint("\(label) goes from a number to a larger one", argument: label)
    }
    return range
  }

  /// A colour by the name of the type that has it, or as `#RRGGBB`.
  private static func typeColour(_ name: String, _ palette: Palette) throws -> Colour {
    if let colour = Colour(hex: name) { return colour }
    guard let type = StructureType(rawValue: name) else {
      throw Complaint(
        "'\(name)' is no colour", argument: "colours",
        suggestion: Suggestion.didYouMean(name, among: StructureType.allCases.map(\.rawValue))
          ?? "a type, such as \"fcc\", or \"#RRGGBB\"")
    }
    return palette.colour(of: type)
  }
}
