/// Buffers whose sum, in their order, is wanted.
public struct Addends: ExpressibleByArrayLiteral {
  package let buffers: [Buffer]
  /// Whether each rank has computed every so many-th of them, and has nothing in the others.
  package let areDivided: Bool

  package init(_ buffers: [Buffer], areDivided: Bool) {
    (self.buffers, self.areDivided) = (buffers, areDivided)
  }

  public init(arrayLiteral buffers: Buffer...) {
    self.init(buffers, areDivided: false)
  }
}
