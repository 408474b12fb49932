import Testing

import Clusters

struct CatalogueTests {
  /// Counts of the paper's data set (its Table S1 gives them by type).
  @Test(arguments: [
    (StructureType.hcp, 2014), (.decahedral, 703), (.sc, 361), (.bcc, 361), (.fcc, 152),
    (.octahedral, 95), (.icosahedral, 57),
  ])
  func mmnpHasThePapersCounts(_ type: StructureType, _ count: Int) throws {
    let part = try Catalogue.mmnp().filtered(types: [type])
    #expect(part.count == count)
    #expect(part.allSatisfy { $0.type == type })
    #expect(part.shapes.count * 19 == count)
  }

  @Test func mmnpHas3743Structures() throws {
    let catalogue = try Catalogue.mmnp()
    #expect(catalogue.count == 3743)
    #expect(catalogue.shapes.count == 197)
    #expect(Set(catalogue.map(\.bond)).count == 19)
    #expect(catalogue.allSatisfy { (5...200).contains($0.count) })
    #expect(Set(catalogue.map(\.label)).count == 3743)
  }

  @Test func structuresAreTheirShapesScaled() throws {
    let catalogue = try Catalogue.mmnp()
    for index in stride(from: 0, to: catalogue.count, by: 97) {
      let cluster = catalogue[index]
      let shape = catalogue.shapes[catalogue.shapeIndex[index]]
      #expect(cluster.bond == cluster.element.paperBond)
      #expect(cluster.positions == shape.sites.map { $0 * cluster.bond })
      #expect(Recipe(label: cluster.label) == shape.recipe)
    }
  }

  @Test func aDuplicateKeepsTheTypeOfThePaper() throws {
    let shapes = try Catalogue.mmnp().shapes
    #expect(shapes.filter { $0.count == 19 && $0.type == .fcc }.isEmpty)
    #expect(shapes.contains { $0.count == 19 && $0.type == .octahedral })
    #expect(shapes.filter { $0.count == 7 && $0.type == .bcc }.isEmpty)
    #expect(shapes.contains { $0.count == 7 && $0.type == .sc })
    let octahedra = shapes.filter { $0.type == .octahedral }.map(\.count)
    #expect(octahedra == [6, 19, 44, 85, 146])
    #expect(shapes.filter { $0.type == .icosahedral }.map(\.count) == [13, 55, 147])
  }

  @Test func filtersKeepTheOrder() throws {
    let gold = try #require(Element("Au"))
    let catalogue = try Catalogue.mmnp(elements: [gold])
    #expect(catalogue.count == 197)
    #expect(catalogue.allSatisfy { $0.element == gold })
    let small = catalogue.filtered(atoms: 5...20)
    #expect(small.map(\.label) == catalogue.filter { $0.count <= 20 }.map(\.label))
    #expect(try Catalogue.mmnp().filtered(atoms: 1...4).isEmpty)
    let silver = try #require(Element("Ag"))
    #expect(try Catalogue.mmnp(elements: [gold, silver, gold]).count == 2 * 197)
  }

  @Test func largerParticlesContainTheSmallOnes() throws {
    let large = try Catalogue.mmnp(atoms: 5...1000)
    #expect(large.allSatisfy { (5...1000).contains($0.count) })
    let icosahedra = large.shapes.filter { $0.type == .icosahedral }.map(\.count)
    #expect(icosahedra == [13, 55, 147, 309, 561, 923])
    #expect(large.count == large.shapes.count * 19)
  }

  @Test func stackingHas1620Structures() throws {
    let gold = try #require(Element("Au"))
    let catalogue = try Catalogue.stacking(gold)
    #expect(catalogue.count == 1620)
    #expect(Set(catalogue.map(\.label)).count == 1620)
    #expect(catalogue.map(\.count).max() == 200)
    #expect((4...8).map { StackingSequence.all(layers: $0).count } == [3, 6, 10, 20, 36])
  }

  /// Half a million pairs would be compared one by one.
  @Test func duplicatesTakeFewComparisons() throws {
    var shapes: [Shape] = []
    for a in 1...10 {
      for b in a...10 {
        for c in b...10 { shapes.append(try Recipe.fcc(layers: [a, b, c]).shape()) }
      }
    }
    var comparisons = 0
    let distinct = try #require(Distinct.shapes(shapes, comparisons: &comparisons))
    let exhaustive = Set(shapes.map { $0.distances.map { ($0 * 100).rounded() } })
    #expect(distinct.count == exhaustive.count)
    #expect(comparisons < 10 * shapes.count)
  }
}
