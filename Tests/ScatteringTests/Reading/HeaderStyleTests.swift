import Clusters
import Scattering
import Testing

/// Headers in the styles of the programs that write PDFs.
struct HeaderStyleTests {
  @Test(arguments: HeaderStyle.all)
  func isRead(_ style: HeaderStyle) throws {
    let text = style.header + MadeUpCurve.rows(style.rows)
    for text in [text, text.replacing("\n", with: "\r\n"), "\u{FEFF}" + text] {
      let pdf = try GRFile.parse(text, path: style.path)
      #expect(pdf.qmin == style.qmin)
      #expect(pdf.qmax == style.qmax)
      #expect(pdf.qdamp == style.qdamp)
      #expect(pdf.qbroad == style.qbroad)
      #expect(pdf.temperature == style.temperature)
      #expect(pdf.composition?.description == style.composition)
      try #require(pdf.r.count == MadeUpCurve.r.count)
      #expect(zip(pdf.r, MadeUpCurve.r).allSatisfy { abs($0 - $1) < 1e-9 })
      // PDFgetN writes three decimals.
      #expect(zip(pdf.g, MadeUpCurve.g).allSatisfy { abs($0 - $1) < 6e-4 })
    }
  }
}
