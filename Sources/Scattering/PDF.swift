import Clusters

/// A reduced pair distribution function G(r), measured or simulated.
public struct PDF: Sendable, Equatable {
  /// Where it came from: a file's name or a cluster's label.
  public var name: String
  /// Distances in Å, ascending.
  public var r: [Double]  // [points]
  /// G(r) in Å⁻².
  public var g: [Double]  // [points]
  /// Lower end of the Fourier transform, Å⁻¹, where it is known.
  public var qmin: Double?
  /// Upper end of the Fourier transform, Å⁻¹, where it is known.
  public var qmax: Double?
  /// Damping by the instrument's resolution, Å⁻¹, where it is known.
  public var qdamp: Double?
  /// Chemical composition as the file gives it, such as `Au144 S60 C180`.
  public var composition: String?

  public init(
    name: String, r: [Double], g: [Double], qmin: Double? = nil, qmax: Double? = nil,
    qdamp: Double? = nil, composition: String? = nil
  ) {
    precondition(r.count == g.count, "\(r.count) distances, \(g.count) values")
    self.name = name
    self.r = r
    self.g = g
    self.qmin = qmin
    self.qmax = qmax
    self.qdamp = qdamp
    self.composition = composition
  }

  /// The metal of the composition: of its metals of the data set the most frequent, else its
  /// first element. `Au144 S60 C180` is gold.
  public var metal: Element? {
    let parts = elements
    let metals = parts.filter { $0.element.metallicRadius != nil }
    return metals.max { $0.amount < $1.amount }?.element ?? parts.first?.element
  }

  /// The composition's elements and amounts, as far as it can be read.
  var elements: [(element: Element, amount: Double)] {
    var elements: [(element: Element, amount: Double)] = []
    var rest = Substring(composition ?? "")
    while let letter = rest.popFirst() {
      guard letter.isUppercase else { continue }
      var symbol = String(letter)
      if let second = rest.first, second.isLowercase {
        symbol.append(second)
        rest.removeFirst()
      }
      let number = rest.prefix { $0.isNumber || $0 == "." }
      rest = rest.dropFirst(number.count)
      if let element = Element(symbol) { elements.append((element, Double(number) ?? 1)) }
    }
    return elements
  }
}
