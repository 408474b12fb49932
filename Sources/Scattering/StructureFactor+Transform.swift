import Clusters
import Foundation
import Numerics

extension StructureFactor {
  /// The PDF.
  ///
  ///     G(r) = (2/π) ∫ F(Q) sin(Qr) dQ   from qmin to qmax
  ///
  /// Between its points F(Q) is a straight line, whose integral with the sine is exact; what is
  /// left is how far F departs from those lines, (ΔQ)²/12 of its second derivative. Distances
  /// beyond π/ΔQ fold back; `foldsBack` is that limit.
  ///
  /// - Parameters:
  ///   - qmin: Å⁻¹; the first point's where it is nil.
  ///   - qmax: Å⁻¹; the last point's where it is nil.
  ///   - r: distances in Å, [points].
  /// - Throws: `ScatteringError` where the file has no such Q.
  public func pdf(
    qmin: Double? = nil, qmax: Double? = nil, r: [Double]
  ) throws(ScatteringError) -> PDF {
    let (first, last) = (q.first ?? 0, q.last ?? 0)
    let low = qmin ?? first
    let high = qmax ?? last
    guard low < high else {
      throw ScatteringError("qmin is \(low.plain) Å⁻¹, but must be below qmax, \(high.plain) Å⁻¹")
    }
    for (name, value) in [("qmin", low), ("qmax", high)]
    where value < first - 1e-9 || value > last + 1e-9 {
      throw ScatteringError(
        "\(name) is \(value.plain) Å⁻¹, but \(self.name) has \(first.plain) to \(last.plain) Å⁻¹")
    }
    guard r.count * q.count <= 1_000_000_000 else {
      throw ScatteringError("rstep makes too many distances for \(q.count) points of Q")
    }
    let line = cut(low, high)
    var pdf = PDF(
      name: name, r: r, g: r.map { line.sineIntegral($0) * 2 / Double.pi }, qmin: low, qmax: high,
      qdamp: qdamp, composition: composition)
    pdf.qbroad = qbroad
    pdf.temperature = temperature
    pdf.header = header
    pdf.notes = notes + ["transformed from \(kind.rawValue)"]
    return pdf
  }

  /// The distance in Å from which on points of Q this far apart fold the PDF back onto itself.
  public var foldsBack: Double {
    guard q.count > 1, let first = q.first, let last = q.last, last > first else { return 0 }
    return Double.pi * Double(q.count - 1) / (last - first)
  }

  /// F(Q) from `low` to `high`, with points at both ends.
  private func cut(_ low: Double, _ high: Double) -> Polygon {
    let f = f
    func value(_ at: Double) -> Double {
      guard let behind = q.firstIndex(where: { $0 >= at }) else { return f.last ?? 0 }
      guard behind > 0 else { return f[0] }
      let share = (at - q[behind - 1]) / (q[behind] - q[behind - 1])
      return f[behind - 1] + share * (f[behind] - f[behind - 1])
    }
    let inside = q.indices.filter { q[$0] > low && q[$0] < high }
    return Polygon(
      x: [low] + inside.map { q[$0] } + [high],
      y: [value(low)] + inside.map { f[$0] } + [value(high)])
  }
}

/// A function that is straight between its points.
private struct Polygon {
  let x: [Double]
  let y: [Double]

  /// ∫ y sin(xr) dx.
  ///
  /// By parts, −[y cos(xr)]/r + ∫ y′ cos(xr) dx / r; of a straight piece the last integral is
  /// y′ (sin(x₂r) − sin(x₁r))/r². For small r these terms cancel each other, and the sine itself is
  /// nearly straight, so that Simpson's rule is exact enough.
  func sineIntegral(_ r: Double) -> Double {
    if r == 0 { return 0 }
    var sum = 0.0
    var (sine, cosine) = (sin(x[0] * r), cos(x[0] * r))
    for i in x.indices.dropLast() {
      let (width, rise) = (x[i + 1] - x[i], y[i + 1] - y[i])
      let (nextSine, nextCosine) = (sin(x[i + 1] * r), cos(x[i + 1] * r))
      if width * r < 0.05 {
        let middle = sin((x[i] + x[i + 1]) / 2 * r)
        sum += width / 6 * (y[i] * sine + 2 * (y[i] + y[i + 1]) * middle + y[i + 1] * nextSine)
      } else {
        sum += (y[i] * cosine - y[i + 1] * nextCosine) / r
        sum += rise / width * (nextSine - sine) / (r * r)
      }
      (sine, cosine) = (nextSine, nextCosine)
    }
    return sum
  }
}
