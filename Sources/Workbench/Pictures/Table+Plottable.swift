import Figures
import Clusters
import Script

extension Table: Plottable {
  /// Its columns of numbers against one another; a single one as a histogram.
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    guard others.isEmpty else {
      throw Complaint("a table is plotted alone", argument: "values")
    }
    if let colour = options.colour {
      guard let x = options.x, let y = options.y.first else {
        throw Complaint(
          "points with colours need columns", argument: "colour", suggestion: "x: and y: name them")
      }
      return .shades(x: try numbers(of: x), y: try numbers(of: y), colour: try numbers(of: colour))
    }
    if let names = options.x.flatMap(words(of:)) { return try bars(names, options: options) }
    let x = try options.x.map { try numbers(of: $0) }
    var y = try options.y.map { try numbers(of: $0) }
    if y.isEmpty {
      y = columns.filter { $0.name != options.x }.compactMap { try? numbers(of: $0.name) }
    }
    guard !y.isEmpty else { throw Complaint("the table has no column of numbers") }
    if options.kind == .histogram || (x == nil && y.count == 1 && options.kind == nil) {
      return .histogram(
        y[0].values, bins: options.bins, label: options.label ?? y[0].name)
    }
    return try .columns((x.map { [$0] } ?? []) + y, options: options)
  }

  /// The column of this name, if all its cells are words.
  private func words(of name: String) -> [String]? {
    guard let values = column(name)?.values, !values.isEmpty else { return nil }
    let words = values.compactMap { value in
      if case .text(let text) = value { text } else { nil }
    }
    return words.count == values.count ? words : nil
  }

  /// A bar for each row and column of numbers, in the colour of its type where it has one.
  private func bars(_ names: [String], options: PlotOptions) throws -> Figure {
    let chosen = options.y.isEmpty ? columns.map(\.name).filter { $0 != options.x } : options.y
    let sets = try chosen.map { try numbers(of: $0) }
    guard !sets.isEmpty else { throw Complaint("the table has no column of numbers") }
    let types = names.map(StructureType.init(rawValue:))
    let colours = types.enumerated().map { index, type in
      index < options.colours.count
        ? options.colours[index] : type.map(options.palette.colour(of:)) ?? Colour(0x4F81BD)
    }
    return .bars(
      names, sets.enumerated().map { (options.name($0, or: $1.name), $1.values) },
      colours: colours, label: options.label ?? (sets.count == 1 ? sets[0].name : ""),
      across: types.contains(nil) ? options.x ?? "" : "")
  }

  /// A column with its unit in its name; cells without a number are left out of the picture.
  func numbers(of name: String) throws -> (name: String, values: [Double]) {
    guard let column = column(name) else {
      throw Complaint(
        "the table has no column '\(name)'",
        suggestion: Suggestion.didYouMean(name, among: columns.map(\.name)))
    }
    let values = try column.values.map { value in
      if case .none = value { return Double.nan }
      guard case .number(let number) = value else {
        throw Complaint("column '\(name)' holds \(value.mention), not only numbers")
      }
      return number
    }
    return (name: name + (column.unit.map { " (\($0))" } ?? ""), values: values)
  }
}
