/// The structure types of the paper, stacking sequences, and structures from elsewhere.
public enum StructureType: String, CaseIterable, Codable, Hashable, Sendable {
  case sc, bcc, fcc, hcp, icosahedral, decahedral, octahedral, stacking

  /// A structure of which nobody said what it is, such as one read from a file.
  case unknown

  /// The colour of this type in the paper's figures, as `#RRGGBB`.
  public var colour: String {
    switch self {
    case .fcc: "#19ADFF"
    case .bcc: "#4F8F00"
    case .sc: "#941100"
    case .octahedral: "#212121"
    case .icosahedral: "#005493"
    case .decahedral: "#FF950E"
    case .hcp: "#FF8AD8"
    case .stacking: "#8E44AD"
    case .unknown: "#7F7F7F"
    }
  }
}
