import Clusters

extension Figure {
  /// What the parts of the graph conditional VAE are made of, a line each.
  package struct ModelParts: Sendable {
    /// Of what sees structures, if anything does.
    package var posterior: String?
    /// Of the head that reads the bond length, if there is one.
    package var bond: String?
    package var prior: String
    package var latent: String
    package var decoder: String

    package init(
      posterior: String?, bond: String?, prior: String, latent: String, decoder: String
    ) {
      self.posterior = posterior
      self.bond = bond
      self.prior = prior
      self.latent = latent
      self.decoder = decoder
    }
  }

  /// The way of a structure and of its PDF through the model: above, in blue, what only training
  /// uses; below, in green, what finds a structure for a PDF.
  package static func diagram(
    _ parts: ModelParts, cluster: Cluster, pdf: Curve, palette: Palette = .paper
  ) -> Figure {
    let isSeen = parts.posterior != nil
    let height = isSeen ? 52.0 : 28.0
    var panel = Panel(
      margins: Margins(left: 0, right: 0, bottom: 0, top: 0), x: Axis(range: 0...twoColumns),
      y: Axis(range: 0...height), key: Key(.none))
    panel.hasAxes = false

    let blue = Colour(0xDCE9F7)
    let green = Colour(0xDDF0DD)
    let upper = 40.0
    let lower = 16.0
    let bond = parts.bond.map {
      Box("bond length d\n\($0)", x: 45, y: lower, width: 24, height: 12, fill: green)
    }
    panel.boxes = [parts.posterior].compactMap { $0 }.map {
      Box("posterior\n\($0)", x: 62, y: upper, width: 58, height: 12, fill: blue)
    }
    panel.boxes += [bond].compactMap { $0 }
    panel.boxes += [
      Box("prior\n\(parts.prior)", x: 79, y: lower, width: 24, height: 12, fill: green),
      Box("latent\n\(parts.latent)", x: 108, y: lower, width: 20, height: 12, fill: green),
      Box("decoder\n\(parts.decoder)", x: 136, y: lower, width: 24, height: 12, fill: green),
    ]
    if isSeen { panel.arrows.append(Arrow(from: [22, upper], to: [32.5, upper])) }
    panel.arrows.append(Arrow(from: [25, lower], to: [bond == nil ? 66.5 : 32.5, lower]))
    if bond != nil { panel.arrows.append(Arrow(from: [57, lower], to: [66.5, lower])) }
    panel.arrows += [
      Arrow(from: [91, lower], to: [97.5, lower]), Arrow(from: [118, lower], to: [123.5, lower]),
      Arrow(from: [148, lower], to: [154.5, lower]),
    ]
    if isSeen {
      // Training: the latent comes from the posterior, which the prior is drawn to.
      panel.arrows += [
        Arrow(from: [91, upper], to: [108, upper], hasHead: false),
        Arrow(from: [108, upper], to: [108, lower + 6.5]),
      ]
    }
    if bond != nil {
      // The decoder's structure is multiplied by the bond length.
      panel.arrows += [
        Arrow(from: [45, lower - 6], to: [45, 5], hasHead: false),
        Arrow(from: [45, 5], to: [151, 5], hasHead: false),
        Arrow(from: [151, 5], to: [151, lower - 0.6]),
      ]
    }
    if isSeen {
      panel.labels += [
        Label(
          "training only", x: 62, y: 48.6, anchor: .center, colour: blue.dark(0.5), size: 6.5),
        Label(
          "training and use", x: 79, y: 24.4, anchor: .center, colour: green.dark(0.5), size: 6.5),
        Label("KL divergence", x: 110, y: 29, size: 6.5),
        Label("structure", x: 12, y: 29.3, anchor: .center, size: 6.5),
      ]
      panel.insets.append(Inset(.cluster(cluster, palette: palette), x: 12, y: upper, side: 17))
    }
    panel.labels.append(Label("PDF", x: 13, y: 7, anchor: .center, size: 6.5))
    if bond != nil {
      panel.labels += [
        Label("r/d", x: 61.5, y: lower + 2, anchor: .center, size: 6.5),
        Label("× d", x: 152, y: 9, size: 6.5),
      ]
    }
    panel.labels.append(Label("structure", x: 163, y: 6.5, anchor: .center, size: 6.5))
    panel.insets.append(Inset(.cluster(cluster, palette: palette), x: 163, y: lower, side: 15))
    panel.series = [curve(pdf, centre: SIMD2(13, lower), size: SIMD2(22, 13), palette: palette)]
    return Figure(width: twoColumns, height: height, panels: [panel])
  }

  /// A small curve in a box of the page.
  private static func curve(
    _ curve: Curve, centre: SIMD2<Double>, size: SIMD2<Double>, palette: Palette
  ) -> Series {
    let (left, right) = (curve.x.first ?? 0, curve.x.last ?? 1)
    let (low, high) = (curve.y.min() ?? 0, curve.y.max() ?? 1)
    let across = size.x / max(right - left, .leastNormalMagnitude)
    let up = size.y / max(high - low, .leastNormalMagnitude)
    return .line(
      curve.x.map { centre.x - size.x / 2 + ($0 - left) * across },
      curve.y.map { centre.y - size.y / 2 + ($0 - low) * up },
      colour: curve.colour ?? palette.colour(number: 0), width: 0.7)
  }
}
