import Foundation
import Script
import Testing

/// Scripts that tell what they do.
///
/// `# expect: …` is a line of output, `# error: …` the message of the error that this line gives,
/// `# hint: …` its suggestion, `# trace: …` a line that tells how it came there.
struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "golden")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? [])
    .filter { $0.hasSuffix(".deep") && !$0.hasPrefix("used-") }.sorted()

  @Test(arguments: names) func golden(_ name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    let expected = Expectations(text)
    try #require(!expected.isEmpty, "the script expects nothing")
    var output = ""
    let session = Session(output: { output += $0 })
    session.folders = [Self.folder.path()]
    var failure: Diagnostic?
    do {
      try session.run(Source(name: name, text: text))
    } catch let error as Diagnostic {
      failure = error
    }
    #expect(
      output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .map(String.init) == expected.output)
    let message = failure?.message.replacing(Self.folder.path(), with: "FOLDER")
    #expect(message == expected.error?.message, "\(failure.map { "\($0)" } ?? "")")
    if let line = expected.error?.line {
      #expect(failure?.place.hasPrefix("\(name):\(line):") == true, "\(failure?.place ?? "")")
    }
    #expect(failure?.suggestion == expected.hint)
    for trace in expected.trace { #expect(failure?.trace.contains(trace) == true) }
  }
}

/// What the comments of a golden script say.
private struct Expectations {
  var output: [String] = []
  var error: (line: Int, message: String)?
  var hint: String?
  var trace: [String] = []

  var isEmpty: Bool { output.isEmpty && error == nil }

  init(_ script: String) {
    for (i, line) in script.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if let range = line.range(of: "# expect:") {
        output.append(String(line[range.upperBound...].dropFirst()))
      } else if let range = line.range(of: "# error: ") {
        error = (i + 1, String(line[range.upperBound...]))
      } else if let range = line.range(of: "# hint: ") {
        hint = String(line[range.upperBound...])
      } else if let range = line.range(of: "# trace: ") {
        trace.append(String(line[range.upperBound...]))
      }
    }
  }
}
