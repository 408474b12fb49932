import Foundation
import Jupyter
import Testing

struct MessageTests {
  private let composer = Composer(Signer(key: "key"))

  private func frames(_ type: String, _ content: any Encodable) -> [[UInt8]] {
    composer.frames(type, content, parent: nil, addresses: [[0, 7], [9]])
  }

  @Test func whatIsComposedIsRead() throws {
    let message = try #require(
      Message(frames("kernel_info_reply", ["a": "\u{1F600} \" \\ \n / </b>"]), composer.signer))
    #expect(message.type == "kernel_info_reply")
    #expect(message.identities == [[0, 7], [9]])
    #expect(try message.content([String: String].self) == ["a": "\u{1F600} \" \\ \n / </b>"])
  }

  @Test func whatIsChangedOnTheWayIsRefused() {
    let frames = frames("execute_request", ["code": "1"])
    // The signature and the four parts behind it; addresses are not signed.
    for part in 3..<frames.count {
      var changed = frames
      changed[part][0] ^= 1
      #expect(Message(changed, composer.signer) == nil, "\(part)")
    }
    #expect(Message(frames, Signer(key: "another")) == nil)
  }

  @Test(arguments: [
    [], ["<IDS|MSG>"], ["<IDS|MSG>", "", "{}", "{}", "{}", "{}"],
    ["<IDS|MSG>", "", "no JSON", "{}", "{}", "{}"], ["a", "b", "c", "d", "e", "f", "g"],
    ["<IDS|MSG>", "", #"{"msg_id": 1, "msg_type": "a"}"#, "{}", "{}", "{}"],
  ])
  func whatIsNoMessageIsRefused(frames: [String]) {
    #expect(Message(frames.map { Array($0.utf8) }, Signer(key: "")) == nil)
  }

  @Test(arguments: [
    (-3, "", "a\u{1F600}b"), (0, "", "a\u{1F600}b"), (2, "a\u{1F600}", "b"),
    (1_000_000, "a\u{1F600}b", ""), (nil, "a\u{1F600}b", ""),
  ])
  func placesAreCountedInScalars(place: Int?, before: String, after: String) throws {
    let number = place.map { "\($0)" } ?? "null"
    let json = "{\"code\": \"a\u{1F600}b\", \"cursor_pos\": \(number)}"
    let request = try JSONDecoder().decode(CursorRequest.self, from: Data(json.utf8))
    #expect(request.halves == (before, after))
  }

  @Test(arguments: [
    ("", "", true), ("", "*", true), ("ab", "a?", true), ("ab", "a", false), ("ab", "*b", true),
    ("aab", "a*ab", true), ("abcabd", "*ab?", true), ("abc", "?", false), ("a*", "a*", true),
    (String(repeating: "a", count: 2000), String(repeating: "*a", count: 200) + "b", false),
  ])
  func patternsOfHistory(text: String, pattern: String, isMatch: Bool) {
    #expect(Kernel.matches(Array(text.unicodeScalars), Array(pattern.unicodeScalars)) == isMatch)
  }
}
