import Scattering

/// From pairs to G(r) and its derivatives.
extension FitProblem {
  /// The scaled, damped G(r) at `current`.
  var particles: [Double] {  // [r]
    let scale = current[.scale] ?? 1
    return zip(damping, curves[0]).map { scale * $0 * Double($1) }
  }

  /// The same with its background.
  var calculated: [Double] {  // [r]
    let (offset, slope) = (current[.offset] ?? 0, current[.slope] ?? 0)
    return zip(model.measured.r, particles).map { $1 + offset + slope * $0 }
  }

  /// The scaled, damped G(r) at some parameters, without a fit.
  func curve(at values: [Quantity: Double]) -> [Double] {  // [r]
    compute(values)
    return calculated
  }

  /// Computes the curves at some parameters; those that are left out keep their value.
  func compute(_ values: [Quantity: Double]) {
    let new = self.values.merging(values) { $1 }
    guard new != current || curves.isEmpty else { return }
    if damping.isEmpty || new[.qdamp] != current[.qdamp] {
      damping = model.damping(new[.qdamp] ?? 0)
    }
    if curves.isEmpty || source.moving.contains(where: { new[$0] != current[$0] }) {
      move(new)
    }
    current = new
    let lines = 1 + derived.count
    let grid = grid(transform(new), lines: lines)
    let (points, count) = (model.output.points, model.measured.r.count)
    curves = (0..<lines).map { line in
      [Float](unsafeUninitializedCapacity: count) { buffer, filled in
        grid.withUnsafeBufferPointer { grid in
          guard let start = grid.baseAddress, let target = buffer.baseAddress else { return }
          model.output.read(start + line * points, into: target)
        }
        filled = count
      }
    }
  }

  /// Takes the pairs at other parameters.
  func move(_ at: [Quantity: Double]) {
    spectra = source.spectra(at: at)
    operations += spectra.operations
  }

  /// Curves on the first points of the grid, or on all.
  func grid(_ f: [Float], lines: Int, points: Int? = nil) -> [Float] {  // [lines, points]
    let points = points ?? model.output.points
    operations += 2 * Double(f.count) * Double(points)
    return model.grid(f, lines: lines, points: points)
  }

  /// F(Q) times the quadrature, without derivatives.
  func value(_ at: [Quantity: Double]) -> [Float] {  // [nodes]
    let profile = RadialProfile(at, spectra.pairs.knots, in: model)
    return sums(of: spectra.pairs, at, profile, [profile.value]).lines
  }

  /// F(Q) times the quadrature, and its derivatives by `derived`.
  private func transform(_ at: [Quantity: Double]) -> [Float] {  // [1 + derived, nodes]
    let profile = RadialProfile(at, spectra.pairs.knots, in: model)
    var (lines, rise) = sums(
      of: spectra.pairs, at, profile, [profile.value] + derived.map(profile.line))
    let count = model.q.count
    let expansion = Float(at[.expansion] ?? 1)
    for (place, quantity) in derived.enumerated() {
      let line = (place + 1) * count
      if quantity == .expansion {
        // All distances are stretched, and 1/r falls.
        for k in 0..<count { lines[line + k] = (lines[line + k] + rise[k] - lines[k]) / expansion }
      }
      if let spectrum = spectra.weighed[quantity] {
        let change = sums(of: spectrum, at, profile, [profile.value]).lines
        for k in 0..<count { lines[line + k] += change[k] }
      }
      if let spectrum = spectra.stretched[quantity] {
        let (parts, rise) = sums(of: spectrum, at, profile, [profile.value, profile.stretch])
        for k in 0..<count { lines[line + k] += parts[count + k] + rise[k] - parts[k] }
      }
    }
    return lines
  }

  /// A sum over the knots for each line at all nodes; and how the first of them grows where sin(Qr) is
  /// stretched, Q times its derivative by Q.
  private func sums(
    of spectrum: Spectrum, _ at: [Quantity: Double], _ profile: RadialProfile,
    _ lines: [Spectrum.Line]
  ) -> (lines: [Float], rise: [Float]) {  // [lines, nodes], [nodes]
    let (expansion, biso) = (at[.expansion] ?? 1, at[.biso] ?? 0)
    let q = model.q.map { $0 * expansion }
    var (lines, rises) = spectrum.read(
      at: q, width: model.widths, biso: biso, shares: profile.shares, lines)
    let perAtom = 2 / (max(atoms, 1) * expansion)
    for k in q.indices {
      let factor = model.quadrature[k] * perAtom
      rises[k] *= Float(factor * q[k])
      for line in stride(from: k, to: lines.count, by: q.count) { lines[line] *= Float(factor) }
    }
    return (lines, rises)
  }
}
