import Clusters
import Figures
import Fitting
import Foundation
import Numerics
import Scattering
import Script

/// A fit as a page with its picture, curves and structure, in a folder.
struct FitReport {
  let fit: Fit

  /// Correlations from here on are named.
  private static let strong = 0.8

  /// - Throws: `FileError` where the folder or a file cannot be written.
  func write(to path: String) throws {
    let folder = try AnswerFolder(path)
    try folder.write(page, as: "report.md")
    try folder.write(Table(measured: fit.measured, calculated: fit.g).csv, as: "curves.csv")
    try folder.write(Fits([fit]), as: "structure.xyz")
    try folder.write(fit.figure(with: [], options: PlotOptions()), as: "fit")
    if let sizes = fit.sizes {
      try folder.write(sizes.figure(with: [], options: PlotOptions()), as: "sizes")
    }
  }

  /// The page in Markdown.
  var page: String {
    let name = fit.measured.name.shownOnOneLine
    return """
      # \(fit.label) against \(name)

      ![measured, calculated and what is left](fit.png)
      \(fit.sizes == nil ? "" : "![sizes of the particles](sizes.png)\n")
      \(Self.lines(["", ""], facts))
      ## Parameters

      \(Self.lines(["parameter", "value", "standard error", "unit", ""], parameters))
      \(noise)

      ## What to mind

      \(remarks.map { "- \($0)\n" }.joined())
      Curves are in `curves.csv`, the structure with its fitted distances is in `structure.xyz`.

      """
  }

  private var facts: [[String]] {
    let part = fit.measured
    var facts = [
      ["Rw", fit.rw.decimals(4)],
      [
        "r",
        "\((part.r.first ?? 0).plain) to \((part.r.last ?? 0).plain) Å, \(part.r.count) points",
      ],
      ["independent points", fit.independentPoints.decimals(0)],
      ["varied", "\(fit.varied.count)"],
      ["first shell", "\(fit.bond.decimals(4)) Å"],
    ]
    if let chi = fit.reducedChiSquared {
      facts.append(["χ² by the file's errors", chi.decimals(3)])
    }
    for constant in fit.lattice {
      let error = constant.error.map { " ± \($0.decimals(4))" } ?? ""
      facts.append([constant.name, "\(constant.value.decimals(4))\(error) Å"])
    }
    if let sizes = fit.sizes {
      let means = sizes.means
      facts.append([
        "mean diameter",
        "\(means.particles.decimals(1)) Å of the particles, \(means.atoms.decimals(1)) Å over the atoms",
      ])
    }
    return facts
  }

  /// What was varied, and then what was kept and is not as usual.
  private var parameters: [[String]] {
    Quantity.fitted.compactMap { quantity in
      let value = fit.values[quantity] ?? quantity.usual
      guard fit.varied.contains(quantity) else {
        let isUsual = value == quantity.usual && quantity != .scale && quantity != .expansion
        return isUsual ? nil : [quantity.name, value.decimals(5), "", quantity.unit ?? "", "kept"]
      }
      return [
        quantity.name, value.decimals(5), fit.error(quantity)?.decimals(5) ?? "",
        quantity.unit ?? "",
        fit.atBounds.contains(quantity) ? "at its bound" : "",
      ]
    }
  }

  private var noise: String {
    """
    Errors take what the fit leaves for noise, and \(fit.independentPoints.decimals(0)) points for \
    independent, (rmax − rmin)·qmax/π. They tell nothing of what the model lacks.
    """
  }

  private var remarks: [String] {
    var remarks = fit.atBounds.map {
      "\($0.name) ended at its bound, and so has no error"
    }
    for (i, a) in fit.varied.enumerated() {
      for b in fit.varied[..<i] {
        guard let correlation = fit.correlation(a, b), abs(correlation) >= Self.strong else {
          continue
        }
        remarks.append(
          "\(b.name) and \(a.name) are correlated by \(correlation.decimals(2)): the PDF tells them "
            + "apart badly")
      }
    }
    if let cutOff = fit.cutOff { remarks.append(cutOff) }
    if fit.rw > 0.22 {
      remarks.append("Rw is above that of right structures of measured particles, 0.1 to 0.2")
    }
    return remarks.isEmpty ? ["no parameter is at a bound or strongly correlated"] : remarks
  }

  private static func lines(_ head: [String], _ rows: [[String]]) -> String {
    let rule = head.map { _ in "---" }
    return ([head, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }
}

extension Table {
  /// A measured G(r) beside a calculated one.
  init(measured: PDF, calculated: [Double]) {
    self.init([
      .init("r", unit: "Å", of: measured.r), .init("measured", unit: "Å⁻²", of: measured.g),
      .init("calculated", unit: "Å⁻²", of: calculated),
      .init("residual", unit: "Å⁻²", of: zip(measured.g, calculated).map(-)),
    ])
  }
}
