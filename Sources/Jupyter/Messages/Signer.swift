import COpenSSL

/// Signs messages by HMAC-SHA256 (RFC 2104, FIPS 180-4) of their four parts.
package struct Signer: Sendable {
  /// Empty where messages are not signed.
  let key: [UInt8]

  package init(key: String) { self.key = Array(key.utf8) }

  /// In hexadecimal digits; empty without a key.
  package func signature(of parts: [[UInt8]]) -> [UInt8] {
    guard !key.isEmpty else { return [] }
    let text = Array(parts.joined())
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    guard HMAC(EVP_sha256(), key, Int32(key.count), text, text.count, &digest, &count) != nil
    else { return [] }
    let digits = Array("0123456789abcdef".utf8)
    return digest.prefix(Int(count)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }

  /// Whether a signature is right; the time it takes does not tell how much of it is.
  package func accepts(_ signature: [UInt8], of parts: [[UInt8]]) -> Bool {
    let right = self.signature(of: parts)
    guard !key.isEmpty else { return true }
    return !right.isEmpty && right.count == signature.count
      && CRYPTO_memcmp(right, signature, right.count) == 0
  }
}
