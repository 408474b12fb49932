import Foundation

/// A file that is wrong, or that the world does not give.
public struct FileError: Error, Codable, Hashable, CustomStringConvertible {
  public let path: String

  /// The line in the file, from 1, where there is one.
  public let line: Int?

  /// What is wrong, in a few words.
  public let reason: String

  public init(_ path: String, line: Int? = nil, _ reason: String) {
    self.path = path
    self.line = line
    self.reason = reason
  }

  /// `best.xyz:12: no element 'Xx'`.
  public var description: String {
    "\((path as NSString).lastPathComponent):\(line.map { "\($0):" } ?? "") \(reason)"
  }
}
