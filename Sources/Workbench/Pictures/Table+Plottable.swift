import Figures
import Clusters
import Script

extension Table: Plottable {
  /// Its columns of numbers against the first that ascends; a single one as a histogram.
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    guard others.isEmpty else {
      throw Complaint("a table is plotted alone", argument: "values")
    }
    if let colour = options.colour {
      guard let x = options.x, let y = options.y.first else {
        throw Complaint(
          "points with colours need columns", argument: "colour", suggestion: "x: and y: name them")
      }
      let (across, up) = (try numbers(of: x), try numbers(of: y))
      guard let words = words(of: colour) else {
        return .shades(x: across, y: up, colour: try numbers(of: colour))
      }
      return .kinds(x: across, y: up, words: words) { number, word in
        StructureType(rawValue: word).map(options.palette.colour(of:))
          ?? options.palette.colour(number: number)
      }
    }
    if let names = options.x.flatMap(words(of:)) { return try bars(names, options: options) }
    let isHistory = keys.prefix(2) == ["step", "seconds"]
    let across = options.x ?? (options.kind == .histogram ? nil : ascending(besides: options.y))
    let x = try across.map { try numbers(of: $0) }
    let errors = try options.errors.map(columnsOfErrors) ?? []
    let aside = Set([across].compactMap { $0 } + errors + (isHistory ? ["seconds"] : []))
    var up = options.y
    if up.isEmpty {
      up = keys.filter { !aside.contains($0) && (try? numbers(of: $0)) != nil }
    }
    guard !up.isEmpty else { throw Complaint("the table has no column of numbers") }
    let y = try up.map { try numbers(of: $0) }
    if options.kind == .histogram || (x == nil && y.count == 1 && options.kind == nil) {
      return .histogram(
        y[0].values, bins: options.bins, label: options.label ?? y[0].name)
    }
    let rows = (name: "", values: (0..<self.rows).map(Double.init))
    let drawn = try zip(up.indices, y).map { place, column in
      let errors = try place < errors.count ? numbers(of: errors[place]).values : nil
      return options.column(column, place, errors: errors)
    }
    let groups = options.label == nil ? unitGroups(up) : [Array(up.indices)]
    let figures = groups.map { group in
      Figure.columns(
        x: x ?? rows, y: group.map { drawn[$0] }, palette: options.palette,
        isLine: options.kind.map { $0 == .lines }, label: options.label,
        isLogarithmic: options.isLogarithmic || isHistory && group.allSatisfy { isPositive(up[$0]) }
      )
    }
    return figures.count == 1 ? figures[0] : .stack(figures)
  }

  /// The first column of numbers, if it ascends and others can be drawn over it: the Q of a
  /// scattering, the steps of a training.
  private func ascending(besides others: [String]) -> String? {
    let names = keys.filter { (try? numbers(of: $0)) != nil }
    guard let first = names.first, names.count > 1, !others.contains(first), rows > 1,
      let values = try? numbers(of: first).values
    else { return nil }
    return zip(values, values.dropFirst()).allSatisfy(<) ? first : nil
  }

  /// The names of the columns that hold error bars, one for each column that goes up.
  private func columnsOfErrors(_ value: Value) throws -> [String] {
    do { return try OneOrMany<String>.from(value).values } catch {
      throw Complaint(
        "errors of a table are columns, such as \"rw_error\", not \(value.mention)",
        argument: "errors")
    }
  }

  private func isPositive(_ name: String) -> Bool {
    ((try? numbers(of: name).values) ?? []).allSatisfy { $0 > 0 }
  }

  /// The places of columns that can share an axis: those of the same unit, and without one those
  /// whose numbers are of a kind.
  private func unitGroups(_ names: [String]) -> [[Int]] {
    var groups: [(unit: String?, size: Double, places: [Int])] = []
    for (place, name) in names.enumerated() {
      let unit = column(name)?.unit
      let values = ((try? numbers(of: name).values) ?? []).filter(\.isFinite).map(abs)
      let size = max(values.max() ?? 0, 1e-300)
      let home = groups.firstIndex {
        $0.unit == unit && (unit != nil || max($0.size / size, size / $0.size) < 30)
      }
      if let home {
        groups[home].places.append(place)
      } else {
        groups.append((unit, size, [place]))
      }
    }
    return groups.map(\.places)
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
    let errors = try options.errors.map(columnsOfErrors) ?? []
    let rest = columns.map(\.name).filter { $0 != options.x && !errors.contains($0) }
    let chosen = options.y.isEmpty ? rest : options.y
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
      across: types.contains(nil) ? options.x ?? "" : "",
      errors: try errors.map { try numbers(of: $0).values.map(abs) })
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
