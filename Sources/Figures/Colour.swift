import Clusters

/// A colour on white paper.
package struct Colour: Hashable, Sendable {
  /// Red, green and blue, a byte each, as 0xRRGGBB.
  package var rgb: UInt32
  /// 1 hides what is below, 0 shows nothing.
  package var opacity: Double

  package init(_ rgb: UInt32, opacity: Double = 1) {
    self.rgb = rgb & 0xFFFFFF
    self.opacity = opacity
  }

  /// A colour written as `#RRGGBB`.
  package init?(hex: String) {
    guard hex.utf8.count == 7, hex.first == "#", hex.dropFirst().allSatisfy(\.isHexDigit),
      let rgb = UInt32(hex.dropFirst(), radix: 16)
    else { return nil }
    self.init(rgb)
  }

  package static let ink = Colour(0x1A1A1A)
  package static let axis = Colour(0x4D4D4D)
  package static let data = Colour(0x8C8C8C)
  package static let faint = Colour(0xC8C8C8)
  package static let white = Colour(0xFFFFFF)
  package static let difference = Colour(0x2E8B57)
  package static let cross = Colour(0x7B2D8E)

  /// The colour with a part of another mixed in, 0 … 1.
  package func mixed(with other: Colour, _ part: Double) -> Colour {
    var mixed: UInt32 = 0
    for shift: UInt32 in [16, 8, 0] {
      let own = Double(rgb >> shift & 0xFF)
      let foreign = Double(other.rgb >> shift & 0xFF)
      mixed |= UInt32((own + (foreign - own) * part).rounded()) << shift
    }
    return Colour(mixed, opacity: opacity)
  }

  package func pale(_ part: Double = 0.6) -> Colour { mixed(with: .white, part) }
  package func dark(_ part: Double = 0.35) -> Colour { mixed(with: Colour(0), part) }

  package func opacity(_ opacity: Double) -> Colour { Colour(rgb, opacity: opacity) }
}

/// Which colours a figure uses.
package enum Palette: String, CaseIterable, Sendable {
  /// The colours of the paper's figures.
  case paper
  /// Colours that all kinds of colour vision tell apart (Okabe and Ito, 2008).
  case safe

  package func colour(of type: StructureType) -> Colour {
    switch self {
    case .paper: Colour(hex: type.colour) ?? .ink
    case .safe:
      switch type {
      case .fcc: Colour(0x56B4E9)
      case .bcc: Colour(0x009E73)
      case .sc: Colour(0xD55E00)
      case .hcp: Colour(0xCC79A7)
      case .icosahedral: Colour(0x0072B2)
      case .decahedral: Colour(0xE69F00)
      case .octahedral: Colour(0x000000)
      case .stacking: Colour(0xF0E442).dark(0.15)
      case .unknown: Colour(0x999999)
      }
    }
  }

  /// The colour of a structure: of its type, and of its sequence of layers if it has faults.
  package func colour(of cluster: Cluster) -> Colour {
    colour(
      of: cluster.type,
      hexagonality: cluster.type == .stacking ? cluster.sequence?.hexagonality : nil)
  }

  /// A faulted sequence has a colour between those of fcc and hcp, nearer to the one that more of
  /// its layers are of.
  package func colour(of type: StructureType, hexagonality: Double?) -> Colour {
    guard type == .stacking, let share = hexagonality else { return colour(of: type) }
    switch share {
    case 0: return colour(of: .fcc)
    case 1: return colour(of: .hcp)
    default:
      let pure = colour(of: share < 0.5 ? .fcc : .hcp)
      return colour(of: .stacking).mixed(with: pure, 1.5 * abs(share - 0.5))
    }
  }

  /// Colours from little to much, whose lightness tells the order to everyone: viridis of
  /// matplotlib (van der Walt and Smith, 2015), in nine steps.
  package static let ramp: [Colour] = [
    0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725,
  ].map { Colour($0) }

  /// Colours for lines that have no type, in order; they repeat after the last.
  package func colour(number index: Int) -> Colour {
    let colours: [UInt32] =
      switch self {
      case .paper: [0x005493, 0xD9541A, 0x4F8F00, 0x8E44AD, 0xFF950E, 0x19ADFF, 0x941100, 0x7F7F7F]
      case .safe: [0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x000000, 0x999999]
      }
    return Colour(colours[index % colours.count])
  }
}
