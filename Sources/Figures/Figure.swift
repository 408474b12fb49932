/// A picture: panels on a page.
///
/// A figure is a value. It knows what to show and how large, and nothing of files or terminals;
/// `Figure.script(for:)` turns it into a gnuplot script, `Figure.write(to:)` into a file.
public struct Figure: Sendable {
  /// Width in mm. Journals print one column 84 mm wide and two columns 171 mm wide.
  package var width: Double

  /// Height in mm.
  package var height: Double

  package var panels: [Panel]

  /// Dots per inch where it is drawn in pixels; journals ask for about 500 of line art.
  package var resolution = 508.0

  /// How it was made, for the files that it is written to.
  package var provenance: String?

  /// The file that a script has written it to.
  package var file: String?

  package static let oneColumn = 84.0
  package static let twoColumns = 171.0

  package init(width: Double = oneColumn, height: Double = 60, panels: [Panel]) {
    self.width = width
    self.height = height
    self.panels = panels
  }

  /// Figures side by side, row by row, each in a cell of the same size.
  ///
  /// A cell has the shape of the tallest figure.
  package static func grid(
    _ figures: [Figure], columns: Int, width: Double = twoColumns, letters: Bool = true
  ) -> Figure {
    precondition(columns > 0, "a grid of \(columns) columns")
    let columns = min(columns, max(figures.count, 1))
    let rows = (figures.count + columns - 1) / columns
    let cell = width / Double(columns)
    let cellHeight = figures.map { $0.height / $0.width }.max().map { $0 * cell } ?? cell
    let page = Figure(width: width, height: cellHeight * Double(rows), panels: [])
    let frames = figures.indices.map { index in
      Frame(
        x: Double(index % columns) / Double(columns),
        y: 1 - Double(index / columns + 1) / Double(rows),
        width: 1 / Double(columns), height: 1 / Double(rows))
    }
    return page.holding(figures, in: frames, letters: letters)
  }

  /// Rows of figures, each figure with its own shape; those of a row are equally high and fill
  /// the width together.
  package static func rows(
    _ rows: [[Figure]], width: Double = twoColumns, letters: Bool = true
  ) -> Figure {
    let heights = rows.map { row in width / row.reduce(0) { $0 + $1.width / $1.height } }
    let page = Figure(width: width, height: heights.reduce(0, +), panels: [])
    var frames: [Frame] = []
    var top = page.height
    for (row, height) in zip(rows, heights) {
      top -= height
      var left = 0.0
      for figure in row {
        let across = height * figure.width / figure.height
        frames.append(
          Frame(
            x: left / width, y: top / page.height, width: across / width,
            height: height / page.height))
        left += across
      }
    }
    return page.holding(rows.flatMap { $0 }, in: frames, letters: letters)
  }

  private func holding(_ figures: [Figure], in frames: [Frame], letters: Bool) -> Figure {
    var page = self
    for (index, (figure, frame)) in zip(figures, frames).enumerated() {
      for (part, panel) in figure.panels.enumerated() {
        var panel = panel
        panel.frame = panel.frame.placed(in: frame)
        if letters && part == 0 && figures.count > 1 { panel.letter = "(\(Self.letter(index)))" }
        page.panels.append(panel)
      }
    }
    return page
  }

  /// a, b … z, aa, ab …
  private static func letter(_ index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(97 + index % 26)))
    return index < 26 ? last : letter(index / 26 - 1) + last
  }
}

/// A rectangle as fractions of what it stands in, from the lower left corner.
package struct Frame: Hashable, Sendable {
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double

  package static let full = Frame(x: 0, y: 0, width: 1, height: 1)

  package init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  func placed(in outer: Frame) -> Frame {
    Frame(
      x: outer.x + x * outer.width, y: outer.y + y * outer.height,
      width: width * outer.width, height: height * outer.height)
  }
}
