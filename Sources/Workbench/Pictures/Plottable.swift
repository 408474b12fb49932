import Figures
import Script

/// A value that `plot` can show.
package protocol Plottable: Sendable {
  /// A figure of the value and of those that were given along with it.
  ///
  /// - Throws: `Complaint` about values that do not go together.
  func figure(with others: [Value], options: PlotOptions) throws -> Figure
}

/// What a script may say about a figure.
package struct PlotOptions: Sendable {
  package enum Kind: String, ScriptChoice { case overlaid, stacked, histogram, lines, points }

  /// How one column of numbers is drawn.
  package enum Style: String, ScriptChoice {
    case line, dashed, both, points, circles, squares, diamonds, crosses, stars

    /// As drawn in figures.
    var drawn: (hasLine: Bool, isDashed: Bool, marker: Marker?) {
      switch self {
      case .line: (true, false, nil)
      case .dashed: (true, true, nil)
      case .both: (true, false, .disc)
      case .points: (false, false, .disc)
      case .circles: (false, false, .circle)
      case .squares: (false, false, .square)
      case .diamonds: (false, false, .diamond)
      case .crosses: (false, false, .cross)
      case .stars: (false, false, .star)
      }
    }
  }

  package var kind: Kind?
  package var palette = Palette.safe
  package var label: String?
  package var xlabel: String?
  package var styles: [Style] = []
  /// A column's name, a list of names, a list of numbers, or a list of such lists.
  package var errors: Value?
  package var bins: Int?
  package var x: String?
  package var y: [String] = []
  package var colour: String?
  package var isLogarithmic = false
  package var names: [String] = []
  package var xrange: ClosedRange<Double>?
  package var colours: [Colour] = []
  package var rings: [Double]?
  /// Whether the map's background says how large structures are.
  package var showsGrowth = false
  package var width: Double?

  package init() {}

  /// A column as it is drawn.
  func column(
    _ column: (name: String, values: [Double]), _ place: Int, errors: [Double]?
  ) -> Column {
    let style = styles.isEmpty ? nil : styles[place % styles.count].drawn
    return Column(
      column.name, column.values, errors: errors, hasLine: style?.hasLine,
      isDashed: style?.isDashed ?? false, marker: style?.marker)
  }

  /// The name that the script gives to the value at this place, or its own.
  func name(_ index: Int, or own: String) -> String {
    index < names.count ? names[index] : own
  }
}

extension Palette: ScriptChoice {}

extension Figure {
  /// A figure of what a script wants to see.
  ///
  /// - Throws: `Complaint` if nothing can be made of the values.
  package static func of(_ values: [Value], options: PlotOptions) throws -> Figure {
    var values = values
    // A list of things is as good as the things, a list of numbers is a thing.
    if values.count == 1, case .list(let items) = values[0],
      items.isEmpty || (try? numbers(values[0])) == nil
    {
      values = items
    }
    guard let first = values.first else {
      throw Complaint(
        "nothing to plot", argument: "values", suggestion: "such as plot [1, 4, 9]")
    }
    if case .object(let figure as Figure) = first, values.count == 1 { return figure }
    if case .object(let object as any Plottable) = first {
      return try object.figure(with: Array(values.dropFirst()), options: options)
    }
    let columns = try values.enumerated().map { index, value in
      (name: options.name(index, or: ""), values: try numbers(value))
    }
    guard !columns[0].values.isEmpty else {
      throw Complaint("no numbers to plot", argument: "values")
    }
    return try columns.count == 1 && options.kind != .lines && options.kind != .points
      ? .histogram(columns[0].values, bins: options.bins, label: options.label ?? "value")
      : .columns(columns, options: options)
  }

  /// - Throws: `Complaint` if the value is no list of numbers.
  private static func numbers(_ value: Value) throws -> [Double] {
    guard let items = try value.items(), let list = try? items.map(Double.from) else {
      if case .text = value {
        throw Complaint(
          "cannot plot \(value.mention)", argument: "values",
          suggestion: "a file is read by load: plot load(\"file.gr\")")
      }
      throw Complaint(
        "cannot plot \(value.mention)", argument: "values",
        suggestion: "a list of numbers, a table, a cluster, a PDF, a fit or a model can be plotted")
    }
    return list
  }

  /// Columns of numbers; where there is only one, against 0, 1, 2 …
  static func columns(
    _ columns: [(name: String, values: [Double])], options: PlotOptions
  ) throws -> Figure {
    var columns = columns
    if columns.count == 1 {
      columns.insert((name: "", values: columns[0].values.indices.map(Double.init)), at: 0)
    }
    for column in columns where column.values.count != columns[0].values.count {
      throw Complaint(
        "columns of \(columns[0].values.count) and \(column.values.count) numbers cannot be "
          + "plotted against each other", argument: "values")
    }
    guard !columns[0].values.isEmpty else {
      throw Complaint("no numbers to plot", argument: "values")
    }
    let errors = try options.errors.map { try listedErrors($0, of: columns.dropFirst()) } ?? []
    return .columns(
      x: columns[0],
      y: columns.dropFirst().enumerated().map { place, column in
        options.column(column, place, errors: place < errors.count ? errors[place] : nil)
      },
      palette: options.palette, isLine: options.kind.map { $0 == .lines }, label: options.label,
      isLogarithmic: options.isLogarithmic)
  }

  /// The errors of lists: a list of numbers, or one for each list.
  private static func listedErrors(
    _ value: Value, of columns: ArraySlice<(name: String, values: [Double])>
  ) throws -> [[Double]] {
    let one = (try? [Double].from(value)).map { [$0] }
    if let lists = try? one ?? [[Double]].from(value), lists.count <= columns.count {
      for (errors, column) in zip(lists, columns) where errors.count != column.values.count {
        throw Complaint(
          "\(errors.count) errors for \(column.values.count) numbers", argument: "errors")
      }
      if let wrong = lists.joined().first(where: { $0 < 0 }) {
        throw Complaint(
          "an error is not below 0, as \(Value.text(of: wrong)) is", argument: "errors")
      }
      return lists
    }
    throw Complaint(
      "errors are a list of numbers, or one for each list that goes up, not \(value.mention)",
      argument: "errors")
  }
}

extension Value {
  /// The value as one more of what is plotted already.
  ///
  /// - Throws: `Complaint` if it is of another kind.
  func like<Kind: Plottable>(_: Kind.Type, _ kind: String) throws -> Kind {
    if case .object(let object) = self, let same = object as? Kind { return same }
    throw Complaint("cannot plot \(mention) together with \(kind)", argument: "values")
  }
}
