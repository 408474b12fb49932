import Clusters
import Figures
import Fitting
import Foundation
import Numerics
import Scattering
import Script

extension Solution: Savable {
  /// Writes a folder with structures, tables, figures and a script that repeats the answer; or the
  /// candidates as .xyz or .csv, or all fields as .json.
  package func save(to path: String) throws {
    let fits = Fits(answer.fits)
    switch path.ending {
    case "xyz", "extxyz", "csv": return try fits.save(to: path)
    case "json": return try (Value(self).json + "\n").write(wholeFile: path)
    case "": break
    default:
      throw Complaint(
        "an answer is written to a folder, or as .xyz, .csv or .json", argument: "to",
        suggestion: "to: \"folder/\"")
    }
    let folder = try AnswerFolder(path)
    try folder.write(answer.pdf, as: "measured.gr")
    if let tried { try folder.write(tried, as: Self.triedFile) }
    try folder.write(Fits([answer.best]), as: "best.xyz")
    try folder.write(fits, as: "candidates.xyz")
    try folder.write(candidates.csv, as: "candidates.csv")
    try folder.write(types.csv, as: "types.csv")
    try folder.write(sizes.csv, as: "sizes.csv")
    try folder.write(passages.sentence.shown + "\n", as: "answer.txt")
    let script = """
      ## # \(answer.pdf.name.shownOnOneLine)
      \(command.replacing("load(\(Value.text(answer.pdf.name).literal))", with: "load(\"measured.gr\")"))
      answer
      plot answer, to: "answer.png"
      """
    try folder.write(script + "\n", as: "solve.deep")
    try folder.write(figure(with: [], options: PlotOptions()), as: "answer")
    try folder.write(answer.best.figure(with: [], options: PlotOptions()), as: "fit")
  }
}

extension SolutionSeries: Savable {
  /// Writes a folder with the table, all answers in words, the best structures and the plot of
  /// sizes; or the table alone as .csv or .json.
  package func save(to path: String) throws {
    guard let folder = try AnswerFolder(path, orTable: table, of: "a series") else { return }
    try folder.write(table.csv, as: "answers.csv")
    try folder.write(losses.csv, as: "skipped.csv")
    let texts = solutions.map { $0.passages.sentence.shown + "\n" }
    try folder.write(texts.joined(separator: "\n"), as: "answers.txt")
    try folder.write(Fits(solutions.map(\.answer.best)), as: "best.xyz")
    try folder.write(figure(with: [], options: PlotOptions()), as: "sizes")
  }
}
