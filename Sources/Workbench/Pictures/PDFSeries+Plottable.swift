import Figures
import Scattering
import Script

extension PDFSeries: Plottable {
  /// Its PDFs, stacked where they are more than four.
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    guard let first = pdfs.first else { throw Complaint("an empty series", argument: "values") }
    return try first.figure(with: pdfs.dropFirst().map { Value($0) } + others, options: options)
  }
}

extension PDFSeries {
  /// What figures draw it over: the order of the files where there is nothing else. Few whole numbers
  /// have tics at whole numbers alone.
  var across: (name: String, values: [Double], tics: Axis.Tics?) {
    let name = order.map { $0.name + ($0.unit.map { " (\($0))" } ?? "") } ?? "number of the file"
    let values =
      order?.values.map { $0 ?? .nan } ?? pdfs.indices.map { Double($0 + 1) }
    let span = (values.max() ?? 0) - (values.min() ?? 0)
    let isWhole = values.allSatisfy { $0 == $0.rounded() }
    return (name, values, isWhole && span <= 16 ? .every(span > 8 ? 2 : 1) : nil)
  }
}

extension StructureFactor: Plottable {
  /// F(Q) over Q, or S(Q) where that is what the file holds.
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    let factors = try [self] + others.map { try $0.like(StructureFactor.self, "an S(Q)") }
    let columns = factors.enumerated().map { index, factor in
      (name: options.name(index, or: factor.name), values: kind == .f ? factor.f : factor.s)
    }
    guard factors.allSatisfy({ $0.q == q }) else {
      throw Complaint("structure factors at different Q are plotted one by one", argument: "values")
    }
    var options = options
    options.kind = options.kind ?? .lines
    options.label = options.label ?? (kind == .f ? "F(Q) (Å⁻¹)" : "S(Q)")
    return try .columns([(name: "Q (Å⁻¹)", values: q)] + columns, options: options)
  }
}
