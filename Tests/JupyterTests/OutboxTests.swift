import Foundation
import Jupyter
import Testing

struct OutboxTests {
  private let outbox = Outbox(Composer(Signer(key: "")))

  private func texts() -> [String] {
    var texts: [String] = []
    while let message = outbox.next().message {
      guard let content = message.frames.last,
        let stream = try? JSONDecoder().decode([String: String].self, from: Data(content))
      else { continue }
      texts.append(stream["text"] ?? "")
    }
    return texts
  }

  @Test func linesGoTogetherAndInTheirOrder() {
    for i in 0..<1000 { outbox.put("\(i)\n", isError: false, parent: [1]) { true } }
    outbox.put("error\n", isError: true, parent: [1]) { true }
    outbox.put("next\n", isError: false, parent: [2]) { true }
    outbox.close()
    let all = (0..<1000).map { "\($0)\n" }.joined()
    #expect(texts() == [all, "error\n", "next\n"])
  }

  @Test func whoPrintsWaitsForRoomAsLongAsHeWants() {
    let line = String(repeating: "x", count: 1 << 16)
    var patience = 3
    for _ in 0..<1000 {
      outbox.put(line, isError: false, parent: []) {
        patience -= 1
        return patience > 0
      }
    }
    // 4 MB, and the line that filled the box.
    #expect(texts().joined().utf8.count <= (4 << 20) + (1 << 16))
    #expect(patience <= 0)
  }
}
