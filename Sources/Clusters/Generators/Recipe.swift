/// How to make a shape: its generator with its numbers.
///
/// It prints as the command of the language and reads what it prints.
public enum Recipe: Codable, Hashable, Sendable {
  case sc(layers: [Int])
  case bcc(layers: [Int])
  case fcc(layers: [Int])
  case hcp(size: [Int])
  case icosahedron(shells: Int)
  case decahedron(p: Int, q: Int, r: Int = 0)
  case octahedron(length: Int, cutoff: Int = 0)
  case stacking(StackingSequence, size: [Int])

  /// Makes the shape.
  ///
  /// - Throws: `ClusterError` for impossible numbers.
  public func shape() throws(ClusterError) -> Shape {
    switch self {
    case .sc(let layers): try .cubic(.sc, .simple, layers, self)
    case .bcc(let layers): try .cubic(.bcc, .bodyCentred, layers, self)
    case .fcc(let layers): try .cubic(.fcc, .faceCentred, layers, self)
    case .hcp(let size): try .hcp(size)
    case .icosahedron(let shells): try .icosahedron(shells)
    case .decahedron(let p, let q, let r): try .decahedron(p, q, r)
    case .octahedron(let length, let cutoff): try .octahedron(length, cutoff)
    case .stacking(let sequence, let size): try .stacking(sequence, size)
    }
  }

  /// The command that makes the shape of an element, as `icosahedron "Au", shells: 4`.
  public func label(of element: Element) -> String {
    func text(_ command: String, _ arguments: String) -> String {
      "\(command) \"\(element.symbol)\", \(arguments)"
    }
    return switch self {
    case .sc(let layers): text("sc", "layers: \(layers)")
    case .bcc(let layers): text("bcc", "layers: \(layers)")
    case .fcc(let layers): text("fcc", "layers: \(layers)")
    case .hcp(let size): text("hcp", "size: \(size)")
    case .icosahedron(let shells): text("icosahedron", "shells: \(shells)")
    case .decahedron(let p, let q, let r): text("decahedron", "p: \(p), q: \(q), r: \(r)")
    case .octahedron(let length, 0): text("octahedron", "length: \(length)")
    case .octahedron(let length, let cutoff):
      text("octahedron", "length: \(length), cutoff: \(cutoff)")
    case .stacking(let sequence, let size):
      text("stacking", "\"\(sequence.layers)\", size: \(size)")
    }
  }

  /// Reads a label, of any element and bond length; nil where it is none.
  public init?(label: String) {
    let pattern =
      /([a-z]+) "[A-Z][a-z]?"(?:, "([ABC]+)")?((?:, [a-z]+: (?:[0-9]+|\[[0-9, ]+\]))*?)(?:, bond: [0-9.]+)?/
    guard let match = label.wholeMatch(of: pattern) else { return nil }
    var numbers: [Substring: [Int]] = [:]
    for argument in match.3.matches(of: /([a-z]+): \[?([0-9]+(?:, [0-9]+)*)/) {
      numbers[argument.1] = argument.2.split(separator: ", ").compactMap { Int($0) }
    }
    func number(_ name: Substring) -> Int? { numbers[name]?.first }
    switch match.1 {
    case "sc": self = .sc(layers: numbers["layers"] ?? [])
    case "bcc": self = .bcc(layers: numbers["layers"] ?? [])
    case "fcc": self = .fcc(layers: numbers["layers"] ?? [])
    case "hcp": self = .hcp(size: numbers["size"] ?? [])
    case "icosahedron":
      guard let shells = number("shells") else { return nil }
      self = .icosahedron(shells: shells)
    case "decahedron":
      guard let p = number("p"), let q = number("q") else { return nil }
      self = .decahedron(p: p, q: q, r: number("r") ?? 0)
    case "octahedron":
      guard let length = number("length") else { return nil }
      self = .octahedron(length: length, cutoff: number("cutoff") ?? 0)
    case "stacking":
      guard let layers = match.2, let sequence = try? StackingSequence(String(layers)) else {
        return nil
      }
      self = .stacking(sequence, size: numbers["size"] ?? [])
    default: return nil
    }
  }
}
