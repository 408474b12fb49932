import Scattering
import Script

extension PDF: Plottable {
  /// PDFs overlaid; stacked if that is asked for or they are more than four.
  package func figure(with others: [Value], options: PlotOptions) throws -> Figure {
    let pdfs = try [self] + others.map { try $0.like(PDF.self, "a PDF") }
    let curves = pdfs.enumerated().map { index, pdf in
      Curve(name: options.name(index, or: pdf.name), x: pdf.r, y: pdf.g)
    }
    let stacks = options.kind == .stacked || (options.kind == nil && pdfs.count > 4)
    return stacks
      ? .stacked(curves, palette: options.palette) : .overlaid(curves, palette: options.palette)
  }
}
