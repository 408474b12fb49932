/// An error from below the language that can say which argument is wrong.
public protocol ArgumentError: Error, CustomStringConvertible {
  /// The label of the argument that is wrong, where it is one.
  var argument: String? { get }
}

/// What a command's body throws when something is wrong that the script can put right.
///
/// The place is added by the interpreter: that of the argument if one is named, else the command's.
public struct Complaint: ArgumentError {
  public let message: String
  public var suggestion: String?
  /// The label of the argument that is wrong.
  public var argument: String?

  public init(_ message: String, argument: String? = nil, suggestion: String? = nil) {
    self.message = message
    self.argument = argument
    self.suggestion = suggestion
  }

  public var description: String { message }
}

/// The user asked to stop.
public struct Interrupted: Error, Sendable {
  public init() {}
}
