/// What a sample consists of: all its elements and how much there is of each.
public struct Composition: Codable, Sendable, Hashable, CustomStringConvertible {
  /// An element and how often it stands in the formula.
  public struct Part: Codable, Sendable, Hashable {
    public let element: Element
    public let amount: Double

    public init(_ element: Element, _ amount: Double) {
      self.element = element
      self.amount = amount
    }
  }

  /// The elements in the order in which the formula names them, each once.
  public let parts: [Part]

  /// The formula as it was given, such as `Au144 S60 C180`, or as it was mended.
  public let description: String

  /// What was mended and what was left out when the formula was read.
  public let notes: [String]

  init(parts: [Part], description: String, notes: [String]) {
    self.parts = parts
    self.description = description
    self.notes = notes
  }

  /// So many atoms of one element.
  public init(_ element: Element, atoms: Int) {
    self.init(
      parts: [Part(element, Double(atoms))], description: "\(element.symbol)\(atoms)", notes: [])
  }

  /// The share of an element among all atoms, 0…1.
  public func share(of element: Element) -> Double {
    let total = parts.reduce(0) { $0 + $1.amount }
    let own = parts.first { $0.element == element }?.amount ?? 0
    return total > 0 ? own / total : 0
  }

  /// The metal that it has most of; metals of known bond length go before others.
  public var metal: Element? {
    let metals = parts.filter(\.element.isMetal)
    let known = metals.filter { $0.element.bond != nil }
    return (known.isEmpty ? metals : known).max { $0.amount < $1.amount }?.element
  }
}

extension Composition {
  /// What kind of matter a composition belongs to.
  public enum Kind: Sendable, Hashable {
    /// One metal and nothing else.
    case metal
    /// Atoms of one metal and carbon: a metal particle in a shell of organic ligands.
    case coatedMetal
    /// Metals alone.
    case alloy
    /// Metals with something else, such as an oxide.
    case compound
    /// No metal at all.
    case nonmetal
  }

  public var kind: Kind {
    let metals = parts.filter(\.element.isMetal)
    if metals.isEmpty { return .nonmetal }
    if metals.count == parts.count { return metals.count == 1 ? .metal : .alloy }
    // Au25 and its ligands, but not a carbide or a catalyst on carbon.
    let isCluster = metals.count == 1 && metals[0].amount >= 5
    return isCluster && parts.contains { $0.element.symbol == "C" } ? .coatedMetal : .compound
  }

  /// What is to be known before the sample is taken as a particle of one metal, or nil.
  public var caution: String? {
    switch kind {
    case .metal, .coatedMetal: return nil
    case .nonmetal: return "\(self) holds no metal"
    case .alloy, .compound:
      let others = parts.map(\.element).filter { $0 != metal }.map(\.symbol)
      let list = others.joined(separator: ", ")
      return "\(self) holds \(list) besides \(metal?.symbol ?? ""); the program knows particles of "
        + "one metal alone"
    }
  }
}
