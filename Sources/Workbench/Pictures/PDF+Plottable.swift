import Figures
import Scattering
import Script

extension PDF: Plottable {
  /// PDFs overlaid; stacked if that is asked for or they are more than four.
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    let pdfs = try [self] + others.map { try $0.like(PDF.self, "a PDF") }
    let curves = pdfs.enumerated().map { index, pdf in
      // What is not shown is not to move the axes either.
      let shown = pdf.r.indices.filter { options.xrange?.contains(pdf.r[$0]) ?? true }
      return Curve(
        name: options.name(index, or: pdf.name), x: shown.map { pdf.r[$0] },
        y: shown.map { pdf.g[$0] },
        colour: index < options.colours.count ? options.colours[index] : nil)
    }
    let stacks = options.kind == .stacked || (options.kind == nil && pdfs.count > 4)
    guard curves.contains(where: { !$0.x.isEmpty }) else {
      throw Complaint("no points to plot", argument: "values")
    }
    return stacks
      ? .stacked(curves, palette: options.palette) : .overlaid(curves, palette: options.palette)
  }
}
