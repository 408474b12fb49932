import Numerics
import Clusters

/// A fit of a structure's PDF to a measured one, as it is drawn.
package struct FitCurves: Sendable {
  package var name: String
  package var type: StructureType
  package var atoms: Int
  package var rw: Double
  package var r: [Double]  // Å
  package var measured: [Double]  // Å⁻²
  package var calculated: [Double]  // Å⁻²
  /// The structure, drawn beside the key.
  package var structure: Cluster?
  /// What is said of the structure, if not its type and its atoms.
  package var title: String?

  package init(
    name: String, type: StructureType, atoms: Int, rw: Double,
    r: [Double], measured: [Double], calculated: [Double],
    structure: Cluster? = nil
  ) {
    self.name = name
    self.type = type
    self.atoms = atoms
    self.rw = rw
    self.r = r
    self.measured = measured
    self.calculated = calculated
    self.structure = structure
  }
}

extension Figure {
  /// A fit between the true structure, on the left, and the fitted one.
  package static func solution(
    _ fit: FitCurves, truth: Cluster, palette: Palette = .paper
  ) -> Figure {
    let height = 42.0
    func picture(_ cluster: Cluster, _ name: String) -> Figure {
      var picture = Figure.cluster(
        cluster, palette: palette, width: 17,
        caption: "\(name)\n\(cluster.type.rawValue)\n\(cluster.count) atoms")
      picture.height = height
      return picture
    }
    var middle = self.fit(fit, palette: palette, hasKey: false)
    middle.width = 47
    middle.height = height
    // Room at the right, so that the pictures of neighbours do not look like one pair.
    let space = Figure(width: 4.5, height: height, panels: [])
    let pictures = (
      left: picture(truth, "true"), right: fit.structure.map { picture($0, "predicted") }
    )
    let row = [pictures.left, middle, pictures.right, space].compactMap { $0 }
    return .rows([row], width: row.map(\.width).reduce(0, +), letters: false)
  }

  /// A name that leaves the key of a fit clear of the first peak.
  private static func shortened(_ name: String) -> String {
    name.count > 24 ? name.prefix(23) + "…" : name
  }

  /// Data grey, fit in its type's colour, difference green below.
  ///
  /// - Parameter hasKey: whether a key and the structure stand at the upper right, or only Rw.
  package static func fit(
    _ fit: FitCurves, palette: Palette = .paper, hasKey: Bool = true
  ) -> Figure {
    let difference = zip(fit.measured, fit.calculated).map { $0 - $1 }
    let both = (fit.measured + fit.calculated).filter(\.isFinite)
    let top = both.max() ?? 1
    let bottom = both.min() ?? 0
    let gap = 0.05 * (top - bottom)
    let offset = bottom - gap - (difference.filter(\.isFinite).max() ?? 0)
    let lowest = offset + min(difference.filter(\.isFinite).min() ?? 0, 0)
    let rmin = fit.r.first ?? 0
    let rmax = fit.r.last ?? 1

    // More circles than this melt into a band.
    let shown = stride(from: 0, to: fit.r.count, by: max(fit.r.count / (hasKey ? 400 : 250), 1))

    var panel = Panel(
      margins: Margins(left: 11, right: 2.5, bottom: 9.5, top: 2.5),
      x: Axis("r (Å)", range: .init(between: rmin, and: max(rmax, rmin + 1))),
      y: Axis("G(r) (Å⁻²)"))
    panel.series = [
      .line([rmin, rmax], [offset, offset], colour: .faint, width: 0.5),
      Series(
        .points(
          x: shown.map { fit.r[$0] }, y: shown.map { fit.measured[$0] }, .circle, diameter: 2),
        colour: .data,
        title: shortened(fit.name)),
      .line(
        fit.r, fit.calculated,
        colour: fit.structure.map(palette.colour(of:)) ?? palette.colour(of: fit.type), width: 1.1,
        title: fit.title ?? "\(fit.type.rawValue), \(fit.atoms) atoms"),
      .line(
        fit.r, difference.map { $0 + offset }, colour: .difference, width: 0.8,
        title: "difference"),
    ]
    let highest = panel.roomForKey(
      lines: hasKey ? 5 : 1, bottom: lowest - gap, height: hasKey ? 46 : 30)
    let range = ClosedRange(between: lowest - gap, and: max(highest, lowest.nextUp))
    panel.showUp(range)
    guard hasKey else {
      panel.key.place = .none
      panel.labels = [
        Label("Rw = \(fit.rw.decimals(3))", x: 0.98, y: 0.94, isRelative: true, anchor: .right)
      ]
      return Figure(height: 58, panels: [panel])
    }
    panel.key.place = fit.structure == nil ? .topRight : .topMiddle
    panel.key.notes = [.init("Rw = \(fit.rw.decimals(3))", .none)]
    if let structure = fit.structure {
      panel.insets = [
        Inset(
          .cluster(structure, palette: palette), x: rmin + 0.9 * (rmax - rmin),
          y: range.lowerBound + 0.84 * (range.upperBound - range.lowerBound), side: 14)
      ]
    }
    return Figure(height: 58, panels: [panel])
  }
}
