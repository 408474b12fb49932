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
    switch (path as NSString).pathExtension.lowercased() {
    case "xyz", "extxyz", "csv": return try fits.save(to: path)
    case "json": return try (Value(self).json + "\n").write(wholeFile: path)
    case "": break
    default:
      throw Complaint(
        "an answer is written to a folder, or as .xyz, .csv or .json", argument: "to",
        suggestion: "to: \"folder/\"")
    }
    let folder = URL(filePath: path)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch { throw FileError(path, "the folder cannot be made: \(error.localizedDescription)") }
    func file(_ name: String) -> String { folder.appending(path: name).path }
    try answer.pdf.save(to: file("measured.gr"))
    try Fits([answer.best]).save(to: file("best.xyz"))
    try fits.save(to: file("candidates.xyz"))
    try candidates.csv.write(wholeFile: file("candidates.csv"))
    try types.csv.write(wholeFile: file("types.csv"))
    try sizes.csv.write(wholeFile: file("sizes.csv"))
    try (sentence.shown + "\n").write(wholeFile: file("answer.txt"))
    let script = """
      ## # \(answer.pdf.name.shownOnOneLine)
      \(command.replacing("load(\(Value.text(answer.pdf.name).literal))", with: "load(\"measured.gr\")"))
      answer
      plot answer, to: "answer.png"
      """
    try (script + "\n").write(wholeFile: file("solve.deep"))
    for ending in ["png", "pdf"] {
      try figure(with: [], options: PlotOptions()).write(to: file("answer.\(ending)"))
      try answer.best.figure(with: [], options: PlotOptions()).write(to: file("fit.\(ending)"))
    }
  }
}

extension SolutionSeries: Savable {
  /// Writes a folder with the table, all answers in words, the best structures and the plot of
  /// sizes; or the table alone as .csv or .json.
  package func save(to path: String) throws {
    switch (path as NSString).pathExtension.lowercased() {
    case "csv": return try table.csv.write(wholeFile: path)
    case "json": return try (Value(table).json + "\n").write(wholeFile: path)
    case "": break
    default:
      throw Complaint(
        "a series is written to a folder, or as .csv or .json", argument: "to",
        suggestion: "to: \"folder/\"")
    }
    let folder = URL(filePath: path)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch { throw FileError(path, "the folder cannot be made: \(error.localizedDescription)") }
    func file(_ name: String) -> String { folder.appending(path: name).path }
    try table.csv.write(wholeFile: file("answers.csv"))
    try losses.csv.write(wholeFile: file("skipped.csv"))
    let texts = solutions.map { $0.sentence.shown + "\n" }
    try texts.joined(separator: "\n").write(wholeFile: file("answers.txt"))
    try Fits(solutions.map(\.answer.best)).save(to: file("best.xyz"))
    for ending in ["png", "pdf"] {
      try figure(with: [], options: PlotOptions()).write(to: file("sizes.\(ending)"))
    }
  }
}
