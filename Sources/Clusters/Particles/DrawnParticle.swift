/// A particle out of an endless series: which sites of its motif are occupied.
package struct DrawnParticle: Sendable {
  package let table: FacetHeights

  /// Numbers in the table, ascending.
  package let occupied: [Int]

  package let name: String

  package init(table: FacetHeights, occupied: [Int], name: String) {
    (self.table, self.occupied, self.name) = (table, occupied, name)
  }

  package var motif: Motif { table.motif }
  package var count: Int { occupied.count }

  package var positions: [SIMD3<Double>] { occupied.map { table.sites[$0].position } }

  package var shape: Shape { Shape(motif.type, sites: positions, name: name) }
}
