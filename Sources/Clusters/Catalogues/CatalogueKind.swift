/// A kind of catalogue: its name, what it holds, and how it is made.
public struct CatalogueKind: Sendable {
  public let name: String

  /// What it holds, in sentences.
  public let help: String

  /// Whether it is as long as one likes, and takes a count and a seed.
  public let isEndless: Bool

  /// Makes it.
  public let make: @Sendable (Wish) throws(ClusterError) -> Catalogue

  /// What somebody wants of a catalogue.
  public struct Wish {
    /// Numbers of atoms; nil for those that are usual.
    public let atoms: ClosedRange<Int>?

    /// Only these elements; nil for those that are usual.
    public let elements: [Element]?

    /// Only these types, where that spares work; nil for all.
    public let types: Set<StructureType>?

    /// Of an endless kind how many, and where its series begins; nil for what is usual.
    public let count: Int?
    public let seed: UInt64?

    /// Of an endless kind the family that all are of, and the one that none is of.
    public let family, without: ParticleFamily?

    /// Is asked for every shape, and ends the work by false.
    public let shouldContinue: () -> Bool

    public init(
      atoms: ClosedRange<Int>? = nil, elements: [Element]? = nil,
      types: Set<StructureType>? = nil, count: Int? = nil, seed: UInt64? = nil,
      family: ParticleFamily? = nil, without: ParticleFamily? = nil,
      while shouldContinue: @escaping () -> Bool = { true }
    ) {
      (self.atoms, self.elements, self.types) = (atoms, elements, types)
      (self.count, self.seed, self.shouldContinue) = (count, seed, shouldContinue)
      (self.family, self.without) = (family, without)
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

  init(
    name: String, help: String, isEndless: Bool = false,
    make: @escaping @Sendable (Wish) throws(ClusterError) -> Catalogue
  ) {
    (self.name, self.help, self.isEndless, self.make) = (name, help, isEndless, make)
  }

  /// All kinds, by which they are made, listed and described.
  public static let all = [mmnp, stacking, common, particles]
}
