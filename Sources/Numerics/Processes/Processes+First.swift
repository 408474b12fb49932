import Foundation

extension Processes {
  /// What `body` gives on the first rank, on all ranks.
  ///
  /// - Throws: what it throws there; of errors other than `FileError` the others only learn the words.
  public static func first<T: Codable, Failure: Error>(
    _ body: () throws(Failure) -> T
  ) throws(Failure) -> T {
    guard sharesWork else { return try body() }
    var result: Result<T, Failure>?
    var words: [Int] = []
    if isFirst {
      let made = $isByItself.withValue(true) { Result(catching: body) }
      words = packed(Told(made))
      result = made
    }
    guard let counts = meet(for: "first \(T.self)", words: words.count) else {
      // The others have gone.
      return try (result ?? Result(catching: body)).get()
    }
    if !isFirst { words = [Int](repeating: 0, count: counts[0]) }
    Wire.broadcast(&words)
    if let result { return try result.get() }
    let told: Told<T> = unpacked(words)
    if let value = told.value { return value }
    let error = told.error ?? OtherRanksError(description: "")
    if let error = error as? Failure { throw error }
    preconditionFailure("an error of the first rank is of another kind: \(error)")
  }

  /// Does on the first rank alone what has no result, such as writing a file.
  ///
  /// - Throws: as the other.
  public static func onFirst<Failure: Error>(
    _ body: () throws(Failure) -> Void
  ) throws(Failure) {
    _ = try first { () throws(Failure) -> Bool in
      try body()
      return true
    }
  }

  /// A result for other ranks.
  private struct Told<T: Codable>: Codable {
    var value: T?
    var file: FileError?
    var words: String?

    init(_ result: Result<T, some Error>) {
      switch result {
      case .success(let value): self.value = value
      case .failure(let error):
        file = error as? FileError
        words = "\(error)"
      }
    }

    var error: (any Error)? { file ?? words.map(OtherRanksError.init) }
  }

  /// A value in whole words.
  static func packed(_ value: some Encodable) -> [Int] {
    guard let bytes = try? ByteWriter.bytes(of: value) else {
      preconditionFailure("a value cannot be sent to other ranks")
    }
    var words = [Int](repeating: 0, count: 1 + (bytes.count + 7) / 8)
    words[0] = bytes.count
    words.withUnsafeMutableBytes { $0[8...].copyBytes(from: bytes) }
    return words
  }

  static func unpacked<T: Decodable>(_ words: some Collection<Int>) -> T {
    let words = Array(words)
    let bytes = words.withUnsafeBytes { Array($0[8..<8 + words[0]]) }
    do { return try ByteReader.value(of: bytes) } catch { stop("a value of another rank") }
  }
}

/// What went wrong on another rank, in its words.
struct OtherRanksError: Error, CustomStringConvertible {
  let description: String
}
