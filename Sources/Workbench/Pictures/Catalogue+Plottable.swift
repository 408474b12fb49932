import Figures
import Clusters
import Script

extension Catalogue: Plottable {
  /// How many structures there are of each type, and of each size.
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    guard others.isEmpty else {
      throw Complaint("a catalogue is plotted alone", argument: "values")
    }
    let sizes = shapes.map(\.count)
    let types = shapes.map(\.type)
    let atoms = shapeIndex.map { sizes[$0] }
    let kinds = shapeIndex.map { types[$0] }
    let present = StructureType.allCases.filter(kinds.contains)
    let bars = Figure.bars(
      present.map { type in
        (type.rawValue, Double(kinds.count { $0 == type }), options.palette.colour(of: type))
      }, label: "structures")
    let parts = present.map { type in
      (
        colour: options.palette.colour(of: type),
        values: zip(atoms, kinds).filter { $0.1 == type }.map(\.0)
      )
    }
    return .grid(
      [
        bars,
        .histogram(of: parts, bins: options.bins ?? 40, label: "atoms", count: "structures"),
      ], columns: 2)
  }
}
