import Clusters
import Scattering
import Testing

struct KeptTransformTests {
  /// A PDF is that of a transform made for it, whatever was simulated before, and by which conditions.
  @Test func whatIsKeptChangesNothing() throws {
    let gold = try #require(Element("Au"))
    let clusters = [
      try Cluster.icosahedron(gold, shells: 3), try .octahedron(gold, length: 4),
      try .icosahedron(gold, shells: 3), try .fcc(gold, layers: [3, 4, 4]),
    ]
    let kept = KeptTransform()
    for biso in [0.3, 0.3, 0.8] {
      var conditions = ScatteringConditions()
      conditions.biso = biso
      for cluster in clusters {
        let transform = try kept.transform(conditions, for: [cluster], while: { true })
        #expect(transform.reach >= cluster.diameter && transform.reach < cluster.diameter + 2)
        let alone = try KeptTransform().transform(conditions, for: [cluster], while: { true })
        #expect(transform.pdf(cluster).g == alone.pdf(cluster).g)
        let exact = try cluster.pdf(conditions)
        for (a, b) in zip(transform.pdf(cluster).g, exact.g) {
          #expect(abs(a - b) < 3e-6 * exact.largest)
        }
      }
    }
  }
}
