import Numerics
import Foundation

/// Files of atoms: plain XYZ and extended XYZ, with any number of frames.
///
/// A frame is the number of atoms, a comment, and a line for each atom with its element and its
/// position in Å. In extended XYZ the comment holds `key=value` pairs, of which `Properties`
/// names the columns.
public enum XYZ {
  /// A frame of a file: a cluster and the comment's pairs.
  public struct Frame: Sendable {
    public let cluster: Cluster
    public let comment: String
    public let pairs: [String: String]
    /// What was mended and left out when the frame was read.
    public let notes: [String]
  }

  /// All frames of a file.
  ///
  /// - Throws: `FileError` with the line where the file is malformed.
  public static func read(_ path: String) throws -> [Frame] {
    try parse(String(readingFile: path), path: path)
  }

  /// Writes clusters as frames of extended XYZ, each with its label, type and bond and the
  /// `pairs` given for it.
  ///
  /// - Throws: `FileError` where the file cannot be written; no half file is left.
  public static func write(
    _ clusters: [Cluster], pairs: [[(key: String, value: String)]] = [], to path: String,
    while shouldContinue: () -> Bool = { true }
  ) throws {
    var text = ""
    for (number, cluster) in clusters.enumerated() {
      guard shouldContinue() else { throw Stopped() }
      let own = [
        ("label", cluster.label), ("type", cluster.type.rawValue), ("bond", "\(cluster.bond)"),
      ]
      let all = own + (number < pairs.count ? pairs[number].map { ($0.key, $0.value) } : [])
      let comment = all.map { "\($0.0)=\(quoted($0.1))" }.joined(separator: " ")
      text += "\(cluster.count)\nProperties=species:S:1:pos:R:3 \(comment)\n"
      for p in cluster.positions {
        text += "\(cluster.element.symbol) \(fixed(p.x)) \(fixed(p.y)) \(fixed(p.z))\n"
      }
    }
    try text.write(wholeFile: path)
  }

  private static func fixed(_ x: Double) -> String { String(format: "%.8f", x) }

  /// A value as extended XYZ writes it: `\n` for a line's end, a blank for what else would end
  /// the line or steer.
  private static func quoted(_ value: String) -> String {
    var quoted = ""
    var isPlain = !value.isEmpty
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case _ where scalar.properties.isWhitespace && scalar != " ", _ where scalar.isControl:
        quoted += " "
      default:
        quoted.unicodeScalars.append(scalar)
        if !" ='[{".unicodeScalars.contains(scalar) { continue }
      }
      isPlain = false
    }
    return isPlain ? quoted : "\"\(quoted)\""
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}
