import Clusters
import Script

extension Element: ScriptValue {
  public static var typeName: String { "element" }

  public static func from(_ value: Value) throws -> Element {
    guard case .text(let symbol) = value else { throw Mismatch("an element, such as \"Au\"") }
    guard let element = Element(symbol) else {
      let capital = symbol.prefix(1).uppercased() + symbol.dropFirst().lowercased()
      let meant = Element(capital) == nil ? nil : "did you mean \"\(capital)\"?"
      throw Mismatch("an element, such as \"Au\"", suggestion: meant)
    }
    return element
  }

  public var scriptValue: Value { .text(symbol) }
}

extension Offer {
  /// The metals of which a shape is known how far its atoms stand apart.
  static let elements = Offer.words(Element.metals.map(\.symbol))
}

extension StructureType: ScriptChoice {}
