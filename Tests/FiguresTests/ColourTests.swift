import Clusters
import Testing
import Figures

@Suite struct ColourTests {
  @Test(arguments: ["", "19ADFF", "#19ADF", "#19ADFG", "#19ADFF0", "#+9ADFF"])
  func wrongSpellingIsNoColour(hex: String) {
    #expect(Colour(hex: hex) == nil)
  }

  @Test func mixingMeetsBothEnds() {
    let blue = Colour(0x19ADFF)
    #expect(blue.mixed(with: .white, 0) == blue)
    #expect(blue.mixed(with: .white, 1) == .white)
    #expect(Colour(0x000000).mixed(with: .white, 0.5) == Colour(0x808080))
  }

  @Test(arguments: Palette.allCases)
  func typesDifferInColour(palette: Palette) {
    let colours = Set(StructureType.allCases.map { palette.colour(of: $0) })
    #expect(colours.count == StructureType.allCases.count)
  }

  @Test func paperPaletteHasThePapersColours() {
    for type in StructureType.allCases {
      #expect(Palette.paper.colour(of: type) == Colour(hex: type.colour))
    }
  }
}
