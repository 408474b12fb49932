import Scattering
import Numerics

/// What a refinement can vary.
public enum FitParameter: String, CaseIterable, Hashable, Sendable {
  /// Factor of the whole PDF.
  case scale
  /// Factor of all distances.
  case expansion
  /// Isotropic displacement parameter, Å².
  case biso
  /// Sharpening of near peaks, Å².
  case delta2
  /// Damping by the instrument's resolution, Å⁻¹.
  case qdamp

  /// Its unit, where it has one.
  public var unit: String? {
    switch self {
    case .scale, .expansion: nil
    case .biso, .delta2: "Å²"
    case .qdamp: "Å⁻¹"
    }
  }
}
