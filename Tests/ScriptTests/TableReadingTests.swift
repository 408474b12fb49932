import Foundation
import Script
import Testing

/// Tables and values from text.
struct TableReadingTests {
  private func shown(_ text: String, path: String = "t.csv") throws -> String {
    try #require(try Table(reading: text, path: path)).csv
  }

  @Test(arguments: [
    ("n,rw\n1,0.2\n2,\n", "n,rw\n1,0.2\n2,\n"),
    ("n;rw\r\n1;0,25\r\n", "n,rw\n1,0.25\n"),
    ("# made by\n\nn\trw\n1\t2\n", "n,rw\n1,2\n"),
    ("name,note\nx,\"a, \"\"b\"\"\"\n", "name,note\nx,\"a, \"\"b\"\"\"\n"),
    ("name,n\n\"two\nlines\",1\n", "name,n\n\"two\nlines\",1\n"),
    ("one column\ntwo words\n", "one column\ntwo words\n"),
    (",a\n0,1\n", "column1,a\n0,1\n"),
    ("name\n'=1+1\n", "name\n\"'=1+1\"\n"),
    ("d (Å),G(r)\n1,2\n", "d (Å),G(r)\n1,2\n"),
    ("n,n\n1,2\n", "n,n_2\n1,2\n"),
    ("ok,x\ntrue,nan\n,1e-3\n", "ok,x\ntrue,nan\n,0.001\n"),
    ("only,names\n", "only,names\n"),
  ])
  func tables(_ text: String, _ csv: String) throws {
    #expect(try shown(text) == csv)
  }

  @Test func blanksPartTheColumnsOfOtherFiles() throws {
    #expect(try shown("n rw\n1  0.5\n", path: "t.txt") == "n,rw\n1,0.5\n")
  }

  @Test func unitsAreParted() throws {
    let table = try #require(try Table(reading: "d (Å),T (K)\n2.8,300\n", path: "t.csv"))
    #expect(table.columns.map(\.unit) == ["Å", "K"])
    #expect(table.keys == ["d", "T"])
  }

  @Test(arguments: ["", "1,2\n3,4\n", "# only a comment\n", "n,2\n", "0.5 1.5\n1 2\n", ",\n1,2\n"])
  func withoutNamesThereIsNoTable(_ text: String) throws {
    #expect(try Table(reading: text, path: "t.csv") == nil)
  }

  @Test func unequalRowsAreTold() throws {
    let error = #expect(throws: (any Error).self) {
      try Table(reading: "a,b\n1,2\n\n3\n", path: "t.csv")
    }
    #expect("\(try #require(error))" == "t.csv:4: 1 fields, but 2 names in line 1")
  }

  @Test(arguments: [
    (#"{"b": 1, "a": [true, null, "x\u00e9"]}"#, #"{b: 1, a: [true, none, "xé"]}"#),
    (#"[1, -2.5e3]"#, "[1, -2500]"),
    (#""text""#, "text"),
  ])
  func json(_ text: String, _ value: String) throws {
    #expect(try Value(json: text, path: "t.json").text == value)
  }

  @Test func listsOfObjectsAreTables() throws {
    let value = try Value(json: #"[{"z": 1, "a": "x"}, {"z": 2}]"#, path: "t.json")
    #expect(value.text == "z  a\n─  ─\n1  x\n2  –")
    #expect(try Value(json: value.json, path: "t.json") == value)
  }

  @Test(arguments: ["", "{", "[1 2]", "{1: 2}", String(repeating: "[", count: 300)])
  func noJSON(_ text: String) {
    let error = #expect(throws: (any Error).self) { try Value(json: text, path: "t.json") }
    #expect(error.map { "\($0)".hasPrefix("t.json: this is no JSON") } == true)
  }
}
