import Figures
import Fitting
import Script

extension Shapes: Savable {
  /// Writes a folder with the families in words, as a table and as structures, and the figure; or
  /// what fits are written as.
  package func save(to path: String) throws {
    let best = Fits(families.map(\.best))
    guard path.ending.isEmpty else { return try best.save(to: path) }
    let folder = try AnswerFolder(path)
    try folder.write(passages.sentence.shown + "\n", as: "shapes.txt")
    try folder.write(table.csv, as: "shapes.csv")
    try folder.write(families[0].siteTable.csv, as: "sites.csv")
    try folder.write(best, as: "shapes.xyz")
    try folder.write(figure(with: [], options: PlotOptions()), as: "shapes")
  }
}

extension JointFit: Savable {
  /// Writes a folder with the fit in words, its tables, curves and structures, and the figure; or the
  /// structures as .csv, .xyz or .json.
  package func save(to path: String) throws {
    guard path.ending.isEmpty else { return try Fits(phases).save(to: path) }
    let folder = try AnswerFolder(path)
    try folder.write(passages.sentence.shown + "\n", as: "fit.txt")
    try folder.write(table.csv, as: "structures.csv")
    try folder.write(errors.csv, as: "parameters.csv")
    for (number, pdf) in measured.enumerated() {
      let name = measured.count == 1 ? "curves.csv" : "curves-\(number + 1).csv"
      try folder.write(Table(measured: pdf, calculated: g[number]).csv, as: name)
    }
    try folder.write(Fits(phases), as: "structures.xyz")
    try folder.write(figure(with: [], options: PlotOptions()), as: "fit")
  }
}

extension FitSeries: Savable {
  /// Writes a folder with the table, the structures and the figure; or the table as .csv or .json.
  package func save(to path: String) throws {
    guard let folder = try AnswerFolder(path, orTable: table, of: "a series of fits") else {
      return
    }
    try folder.write(table.csv, as: "fits.csv")
    try folder.write(Fits(fits), as: "fits.xyz")
    try folder.write(figure(with: [], options: PlotOptions()), as: "fits")
  }
}
