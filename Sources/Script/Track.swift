/// A list that shows how far the loop has come that goes through it.
public final class Track: ScriptSequence {
  public static let typeName = "tracked list"
  public static let fields: [Field<Track>] = [Field("count", "number of elements") { $0.length }]
  private let items: [Value]
  // It stays on the thread of its session.
  private nonisolated(unsafe) let progress: Progress

  init(_ items: [Value], _ progress: Progress) {
    self.items = items
    self.progress = progress
  }

  public var summary: String { "tracked list of \(items.count)" }
  public var length: Int { items.count }
  public func element(_ index: Int) -> Value {
    progress.update(index)
    return items[index]
  }

  func end() { progress.end() }
}
