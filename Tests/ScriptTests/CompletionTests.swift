import AwkwardText
import Foundation
import Script
import Testing

struct CompletionTests {
  private func complete(_ text: String) throws -> [String] {
    let session = Session(commands: [.particle, .weigh])
    try session.run(
      Source(
        name: "t",
        text: """
          measured = 1; p = particle(13); list = [p]
          t = table(["weight"], [[1]])
          def radius(atoms, bond: 2) { return 1 }
          """))
    return Completion(session).candidates(after: text).words
  }

  @Test(
    arguments: [
      ("part", ["particle"]), ("x = part", ["particle"]), ("meas", ["measured"]),
      ("print meas", ["measured"]), ("sqr", ["sqrt("]), ("rad", ["radius("]), ("whi", ["while"]),
      ("p.", ["bond", "count"]), ("print p.bo", ["bond"]), ("list[0].co", ["count"]),
      ("t.we", ["weight"]), ("t[0].", ["weight"]), ("x = [p.co", ["count"]),
      ("particle 13, bo", ["bond: "]), ("particle(13, bo", ["bond: "]),
      ("particle 13, bond: 2, bo", []), ("print particle(13), bo", []),
      ("x = particle 13, sh", ["shape: "]), ("radius(bo", ["bond: "]),
      ("particle 13, shape: \"", ["fcc\"", "hcp\""]), ("particle 13, shape: \"h", ["hcp\""]),
      ("t.sort(\"", ["weight\""]), ("sort(t, \"we", ["weight\""]),
      ("t.select(\"x\", \"", ["weight\""]),
      ("t.group(\"weight\", mean: \"", ["weight\""]), ("?part", ["particle"]),
      ("??part", ["particle"]), ("print 12", []), ("1..", nil),
      ("unknown.", []), ("print \"a \\(meas", ["measured"]),
    ] as [(String, [String]?)]) func words(_ text: String, _ expected: [String]?) throws
  {
    let words = try complete(text)
    if let expected { #expect(words == expected) } else { #expect(words.contains("measured")) }
  }

  /// What a name offers is text of that name, and nothing else, once it is entered.
  @Test func namesOfFilesStayText() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let names =
      ["\\(1 + 1).gr", "a\"; print 1; \".gr", "a\nb.gr", "\\n.gr", "\u{1B}[2J.gr", "å é.gr"]
      + AwkwardText.all.filter { !$0.contains("/") && !$0.contains("\0") }.map { "a\($0)\"b" }
    for name in names {
      #expect(FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: nil))
    }
    let session = Session()
    session.folders = [folder]
    let words = Completion(session).candidates(after: "x = \"").words
    #expect(words.count == Set(names).count)
    #expect(!words.contains { $0.contains("\n") || $0.contains("\u{1B}") })
    let values = try words.map { word in
      try session.run(Source(name: "t", text: "x = \"\(word)"))
      return session["x"]
    }
    #expect(Set(values.compactMap { $0?.text }) == Set(names))
  }

  @Test func startOfTheWord() throws {
    let session = Session()
    #expect(Completion(session).candidates(after: "print meas").start == 6)
    #expect(Completion(session).candidates(after: "use \"a b/c").start == 5)
  }

  @Test func fileNames() throws {
    let session = Session()
    session.folders = [GoldenTests.folder.path()]
    let words = Completion(session).candidates(after: "use \"used-d").words
    #expect(words == ["used-definitions.deep\""])
  }
}
