/// A kind of catalogue: its name, what it holds, and how it is made.
public struct CatalogueKind: Sendable {
  public let name: String

  /// What it holds, in sentences.
  public let help: String

  /// Makes it.
  public let make: @Sendable (Wish) throws(ClusterError) -> Catalogue

  /// What somebody wants of a catalogue.
  public struct Wish {
    /// Numbers of atoms; nil for those that are usual.
    public let atoms: ClosedRange<Int>?

    /// Only these elements; nil for those that are usual.
    public let elements: [Element]?

    /// Is asked for every shape, and ends the work by false.
    public let shouldContinue: () -> Bool

    public init(
      atoms: ClosedRange<Int>? = nil, elements: [Element]? = nil,
      while shouldContinue: @escaping () -> Bool = { true }
    ) {
      (self.atoms, self.elements, self.shouldContinue) = (atoms, elements, shouldContinue)
    }

    /// The one element of a catalogue that has no more.
    func element(_ name: String) throws(ClusterError) -> Element {
      guard let elements else { return .gold }
      guard let element = elements.first, elements.count == 1 else {
        throw ClusterError("the \(name) catalogue is of one element", of: "element")
      }
      return element
    }
  }

  /// All kinds, by which they are made, listed and described.
  public static let all = [mmnp, stacking, common]
}
