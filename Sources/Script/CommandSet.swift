/// All commands and functions that a session knows.
public struct CommandSet: Sendable {
  public let all: [Command]
  /// Lines with which a newcomer may begin.
  public let beginning: [String]
  private let byName: [String: Command]

  /// - Precondition: no two have the same name.
  public init(_ commands: [Command], beginning: [String] = []) {
    self.beginning = beginning
    all = commands.sorted { $0.name < $1.name }
    byName = Dictionary(uniqueKeysWithValues: commands.map { ($0.name, $0) })
  }

  public subscript(name: String) -> Command? { byName[name] }

  public var names: [String] { all.map(\.name) }

  /// Whether a name is reserved and needs no parentheses.
  public func isCommand(_ name: String) -> Bool { byName[name]?.form == .command }
}
