/// Which nodes each node of a batch of graphs listens to, as compressed rows.
///
/// Node i listens to `sources[offsets[i] ..< offsets[i + 1]]`, itself included; graph g owns the
/// nodes `graphs[g] ..< graphs[g + 1]`.
public struct Neighbours: Codable, Sendable {
  public private(set) var offsets: [Int32] = [0]  // [nodes + 1]
  public private(set) var sources: [Int32] = []  // [edges]
  public private(set) var graphs: [Int32] = [0]  // [graphs + 1]

  public init() {}

  public var nodeCount: Int { offsets.count - 1 }
  public var edgeCount: Int { sources.count }
  public var graphCount: Int { graphs.count - 1 }

  /// The nodes of a graph.
  public func nodes(of graph: Int) -> Range<Int> { Int(graphs[graph])..<Int(graphs[graph + 1]) }

  /// All nodes in pieces of whole graphs, each of at least `size` nodes where there are so many.
  func pieces(of size: Int) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var first = 0
    for graph in 0..<graphCount {
      let end = nodes(of: graph).upperBound
      guard end - first >= size || graph == graphCount - 1 else { continue }
      pieces.append(first..<end)
      first = end
    }
    return pieces
  }

  /// Direct access to the edges of a node and to the sources of edges.
  func withRows(
    _ body: (_ edges: (Int) -> Range<Int>, _ sources: UnsafeBufferPointer<Int32>) -> Void
  ) {
    offsets.withUnsafeBufferPointer { offsets in
      sources.withUnsafeBufferPointer { sources in
        body({ Int(offsets[$0])..<Int(offsets[$0 + 1]) }, sources)
      }
    }
  }

  /// One graph from the list of neighbours of each node, to which the node itself is added.
  public init(_ lists: [[Int]]) {
    for (node, list) in lists.enumerated() {
      sources.append(Int32(node))
      sources.append(contentsOf: list.map(Int32.init))
      offsets.append(Int32(sources.count))
    }
    graphs.append(Int32(lists.count))
  }

  /// Adds the graphs of another batch behind the own ones.
  public mutating func append(_ other: Neighbours) {
    let (nodes, edges) = (Int32(nodeCount), Int32(edgeCount))
    sources.append(contentsOf: other.sources.map { $0 + nodes })
    offsets.append(contentsOf: other.offsets.dropFirst().map { $0 + edges })
    graphs.append(contentsOf: other.graphs.dropFirst().map { $0 + nodes })
  }
}
