import Synchronization

/// A name as a small number, so that looking a variable up is indexing an array.
public struct Symbol: Hashable, Sendable {
  let id: Int

  private struct Names {
    var ids: [String: Int] = [:]
    var all: [String] = []
  }
  private static let names = Mutex(Names())

  public init(_ name: String) {
    id = Self.names.withLock { names in
      if let id = names.ids[name] { return id }
      names.ids[name] = names.all.count
      names.all.append(name)
      return names.all.count - 1
    }
  }

  init(id: Int) { self.id = id }

  public var name: String { Self.names.withLock { $0.all[id] } }
}
