import Foundation
import Numerics

extension Figure {
  /// A picture with the words on how it was made, where its format has room for them: a chunk of
  /// text in a PNG, the description of an SVG, a comment behind the end of a PDF.
  func signed(_ picture: Data, as output: Output) -> Data {
    guard let provenance else { return picture }
    switch output {
    case .png: return Self.png(picture, saying: provenance)
    case .svg:
      let text = String(decoding: picture, as: UTF8.self)
      guard let start = text.range(of: "<desc>"), let end = text.range(of: "</desc>"),
        start.upperBound <= end.lowerBound
      else { return picture }
      let words = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")]
        .reduce(provenance) { $0.replacing($1.0, with: $1.1) }
      return Data((text[..<start.upperBound] + words + text[end.lowerBound...]).utf8)
    case .pdf: return picture + Data("% \(provenance)\n".utf8)
    case .sixel, .text: return picture
    }
  }

  /// Text goes into a chunk of its own behind the header (PNG specification, 11.3.4.5: iTXt).
  private static func png(_ picture: Data, saying text: String) -> Data {
    let header = 33  // the signature and the chunk IHDR
    guard picture.count > header else { return picture }
    let chunk = Data("iTXt".utf8) + Data("Description\0\0\0\0\0".utf8) + Data(text.utf8)
    func bigEndian(_ number: UInt32) -> Data {
      withUnsafeBytes(of: number.bigEndian) { Data($0) }
    }
    return picture.prefix(header) + bigEndian(UInt32(chunk.count - 4)) + chunk
      + bigEndian(chunk.checksum) + picture.dropFirst(header)
  }
}
