import Foundation
import Jupyter
import Script
import Testing

/// What cells show.
struct CellTests {
  private func shown(_ code: String) throws -> String {
    let session = Session()
    let language = SessionLanguage(session, name: "test", version: "", banner: "") { _ in true }
    let program = try session.parse(Source(name: "test", text: code))
    let outputs = try language.outputs(of: program, number: 1)
    return String(decoding: try JSONEncoder().encode(outputs), as: UTF8.self)
  }

  @Test func nothingThatATextHoldsSteersOrRuns() throws {
    let text = try shown(
      #"x = "<script>alert(1)</script>\u{1b}[2J\u{202e}"; x; print x; table([x], [[x]])"#)
    // In the form that browsers read it is text.
    let html = try #require(text.firstRange(of: "<table>"))
    #expect(!text[html.lowerBound...].prefix { $0 != "]" }.contains("<script"))
    #expect(text.contains("&lt;script&gt;"))
    for steering in ["\u{1B}", "\\u001b", "\\u001B", "\u{202E}", "\\u202e"] {
      #expect(!text.contains(steering), "\(steering.debugDescription)")
    }
  }

  @Test func theLastValueIsTheResult() throws {
    let text = try shown("1; print 2; 3")
    #expect(text.firstRange(of: "display_data") != nil)
    #expect(text.firstRange(of: "execute_result") != nil)
    #expect(try !shown("3; x = 1").contains("execute_result"))
  }
}
