import Clusters
import Foundation

/// What a curve of a file is, as it is called in the field.
public enum CurveKind: String, Sendable, Hashable {
  case pdf = "G(r)"
  case total = "T(r)"
  case radial = "R(r)"
  case s = "S(Q)"
  case excess = "S(Q) − 1"
  case f = "F(Q)"
  case intensity = "I(Q)"
}

extension CurveKind {
  /// What a file says of its curve where the columns have no names, and whether a fit wrote it.
  struct Hint {
    let kind: CurveKind?
    let isFit: Bool
  }

  /// What title, output type and ending tell.
  static func hint(
    by header: [DataBlock.Line], _ entries: [HeaderEntry], path: String
  ) -> Hint {
    let file = (path.hasSuffix(".gz") ? (path as NSString).deletingPathExtension : path) as NSString
    let ending = file.pathExtension.lowercased()
    let output = entries.last { $0.name == "outputtype" }?.value.lowercased()
    // '#T S(Q) name' of GSAS-II, '#S 1    G(r)' of PDFgetX2.
    let title = header.last { $0.text.hasPrefix("#T ") || $0.text.hasPrefix("#S ") }
    let titled = title.flatMap { line in
      line.text.split(whereSeparator: \.isWhitespace).dropFirst().compactMap { of($0) }.first
    }
    let isFit =
      ["fgr", "fit"].contains(ending)
      || header.contains { $0.text.contains("PDFgui fit") || $0.text.contains("PDFfit") }
    return Hint(kind: titled ?? output.flatMap { byEnding[$0] } ?? byEnding[ending], isFit: isFit)
  }

  private static func of(_ word: Substring) -> CurveKind? {
    guard word.contains("("), case .curve(let kind, .measured) = ColumnName(word).role else {
      return nil
    }
    return kind
  }

  private static let byEnding: [String: CurveKind] = [
    "gr": .pdf, "cgr": .pdf, "fgr": .pdf, "sq": .s, "fq": .f, "iq": .intensity, "chi": .intensity,
    "mint01": .excess, "mdcs01": .intensity, "mdor01": .pdf, "mgor01": .pdf,
  ]
}
