import Foundation
import Script

extension Bundle {
  /// A text, and the same as Markdown where that is more than the text.
  init(text: String, markdown: String? = nil) {
    data = ["text/plain": text.shown]
    data["text/markdown"] = markdown
  }

  /// A value in all forms that clients may show: figures as SVG and PNG, what has tables as HTML.
  ///
  /// - Parameter warn: is told why there is no picture.
  init(_ value: Value, warn: (any Error) -> Void) {
    data = ["text/plain": value.sentence.shown]
    if case .object(let figure as any ScriptFigure) = value {
      data = ["text/plain": "\(figure.summary): \(figure.digest)".shown]
      do { try add(figure) } catch { warn(error) }
    } else if let passages = value.passages, passages.contains(where: \.isTable) {
      data["text/html"] = passages.map(\.html).joined()
    }
  }

  mutating func add(_ figure: any ScriptFigure) throws {
    let svg = try figure.svg()
    data["image/svg+xml"] = svg
    let picture = try PNG(of: figure)
    data["image/png"] = picture.base64
    metadata["image/png"] = ["width": picture.width, "height": picture.height]
  }
}

/// A figure in pixels, with its size on a screen.
struct PNG {
  let base64: String
  /// In pixels of 1/96 inch.
  let width: Int
  let height: Int

  init(of figure: any ScriptFigure) throws {
    let bytes = try figure.png()
    base64 = Data(bytes).base64EncodedString()
    // Width and height stand in the first chunk: https://www.w3.org/TR/png/#11IHDR.
    func number(_ offset: Int) -> Int {
      bytes.dropFirst(offset).prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }
    (width, height) = (number(16) / 2, number(20) / 2)
  }
}
