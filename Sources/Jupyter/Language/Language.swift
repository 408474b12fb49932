/// What a kernel must be able to ask of the language that it runs.
///
/// All but `interrupt` is called on one thread.
public protocol Language: AnyObject {
  var name: String { get }
  var version: String { get }
  /// What a client shows when it starts.
  var banner: String { get }
  /// Wishes that what runs ends soon; from any thread.
  var interrupt: @Sendable () -> Void { get }
  /// Whether somebody wishes so.
  var isInterrupted: Bool { get }

  /// Runs a cell.
  ///
  /// - Parameter number: of the cell, as people see it.
  /// - Throws: `Failure`.
  func run(_ code: String, number: Int, output: @escaping (Output) -> Void) throws(Failure)
  /// What an expression comes to.
  func value(of expression: String) throws(Failure) -> Bundle
  /// What can stand at the cursor.
  func completions(before: String, after: String) -> Completions
  /// About the word at the cursor.
  func help(before: String, after: String, isLong: Bool) -> Bundle?
  func completeness(of code: String) -> Completeness
  /// Whether a cell asked to leave.
  var isDone: Bool { get }
}

/// Something to be seen, in several forms by their MIME types. Pictures are in base 64.
public struct Bundle: Sendable {
  var data: [String: String]
  /// Such as a picture's width and height.
  var metadata: [String: [String: Int]] = [:]
}

/// What a cell shows as it runs.
public enum Output: Sendable {
  case text(String, isError: Bool)
  /// Something to be seen; where it has a name, it may be changed.
  case display(Bundle, name: String? = nil)
  /// What is seen by this name becomes something else.
  case update(Bundle, name: String)
  /// What the cell comes to.
  case result(Bundle)
}

/// Why a cell ended before its end.
public struct Failure: Error {
  var name: String
  public var message: String
  /// As people see it, with colours as terminals have them.
  var lines: [String]
}

/// Words that can stand at the cursor.
public struct Completions {
  /// How many Unicode scalars before the cursor they replace.
  var replaced: Int
  var words: [(text: String, kind: String)]
}

/// Whether a piece of code can run, or more lines must follow.
public enum Completeness {
  case complete
  case incomplete(indent: String)
  case invalid
}
