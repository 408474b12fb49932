import Tensors

/// What the decoder makes of places that no learned shape has.
///
/// A decoder whose map has several axes knows combinations that it never saw. The prior learns to
/// recognise them from their simulated PDFs, as in the sleep phase of wake and sleep (Hinton, Dayan,
/// Frey and Neal 1995, doi:10.1126/science.7761831): no structure is used that was held out.
public struct Dreams: Sendable {
  /// Positions in units of the bond length for each of the landmarks' unseen combinations.
  let shapes: [[SIMD3<Double>]]

  init(of model: GraphCVAE) {
    let places = model.landmarks.unseen.map(model.landmarks.place)
    shapes = places.isEmpty ? [] : model.decode(places).map(\.positions)
  }

  /// Positions and presence of each shape, zero-padded [dreams, 4 · atoms].
  func tensor(atoms: Int) -> Safetensors.Tensor {
    let rows = shapes.flatMap { shape in
      (0..<atoms).flatMap { atom -> [Float] in
        guard atom < shape.count else { return [0, 0, 0, 0] }
        return [Float(shape[atom].x), Float(shape[atom].y), Float(shape[atom].z), 1]
      }
    }
    return .init(shape: [shapes.count, 4 * atoms], values: rows)
  }

  init(_ tensor: Safetensors.Tensor) {
    let width = tensor.shape.last ?? 1
    shapes = stride(from: 0, to: tensor.values.count, by: max(width, 4)).map { start in
      stride(from: start, to: start + width, by: 4).compactMap { place in
        let x = tensor.values[place..<place + 4]
        guard x[place + 3] > 0 else { return nil }
        return SIMD3(Double(x[place]), Double(x[place + 1]), Double(x[place + 2]))
      }
    }
  }
}
