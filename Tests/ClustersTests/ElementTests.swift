import Testing

import Clusters

struct ElementTests {
  @Test func theDataSetHas28MetalsOf19Radii() {
    #expect(Element.metals.count == 28)
    #expect(Set(Element.metals.map(\.singleBondRadius)).count == 19)
    #expect(Element.metals.map(\.symbol).allSatisfy { Element($0)?.bond != nil })
  }

  @Test func otherElementsHaveNoRadius() {
    #expect(Element("S")?.symbol == "S")
    #expect(Element("S")?.bond == nil)
    #expect(Element("au") == nil)
    #expect(Element("") == nil)
  }
}
