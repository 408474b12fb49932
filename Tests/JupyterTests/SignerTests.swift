import Jupyter
import Testing

struct SignerTests {
  /// Test cases 1 and 2 of RFC 4231, section 4.
  @Test(arguments: [
    (
      String(repeating: "\u{0B}", count: 20), "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      "Jefe", "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
  ])
  func signaturesAreThoseOfTheStandard(key: String, text: String, digits: String) {
    let signer = Signer(key: key)
    // In four parts, as messages are.
    let parts = [Array(text.utf8.prefix(3)), [], Array(text.utf8.dropFirst(3)), []]
    #expect(String(decoding: signer.signature(of: parts), as: UTF8.self) == digits)
    #expect(signer.accepts(Array(digits.utf8), of: parts))
    #expect(!signer.accepts(Array(digits.utf8.dropLast()), of: parts))
    #expect(!signer.accepts([], of: parts))
    #expect(!signer.accepts(Array(digits.replacing("b", with: "c").utf8), of: parts))
  }

  @Test func withoutAKeyNothingIsSigned() {
    #expect(Signer(key: "").signature(of: [[1]]) == [])
    #expect(Signer(key: "").accepts([1, 2], of: [[1]]))
  }
}
