extension Value {
  /// The most elements that a list can have.
  public static let longestList = 50_000_000

  /// The most bytes that a text can have.
  public static let longestText = 100_000_000

  /// How many lists can stand one in the other: what walks through them needs stack for each.
  public static let deepestList = 200

  /// Throws where a new list would be too long, or where one of its new elements is a list that
  /// goes too deep.
  ///
  /// - Throws: `Complaint` that names the limit.
  static func checkList(count: Int, new elements: some Sequence<Value>) throws {
    try checkList(count: count)
    var known: [UnsafeRawPointer: Int] = [:]
    for element in elements where element.isDeeper(than: deepestList - 1, &known) {
      throw Complaint("lists and records stand at most \(deepestList) deep in each other")
    }
  }

  /// A list of new elements.
  ///
  /// - Throws: `Complaint` that names the limit.
  static func list(checking elements: [Value]) throws -> Value {
    try checkList(count: elements.count, new: elements)
    return .list(elements)
  }

  /// Throws where a list would be too long.
  ///
  /// - Throws: `Complaint` that names the limit.
  public static func checkList(count: Int) throws {
    guard count <= longestList else {
      throw Complaint("a list has at most \(longestList) elements")
    }
  }

  /// Throws where a text would be too long.
  ///
  /// - Throws: `Complaint` that names the limit.
  static func checkText(_ bytes: Int) throws {
    guard bytes <= longestText else { throw Complaint("a text has at most \(longestText) bytes") }
  }

  /// - Parameter known: the room that was enough for each list; one list may
  ///   stand in many.
  private func isDeeper(than room: Int, _ known: inout [UnsafeRawPointer: Int]) -> Bool {
    let items: [Value]
    switch self {
    case .list(let list): items = list
    case .record(let record): items = record.values
    case .object(let table as Table): items = table.columns.flatMap(\.values)
    case .object(let closure as Closure): items = closure.locals.compactMap { $0 }
    default: return false
    }
    guard room > 0 else { return true }
    // A short list of numbers is sooner gone through than remembered.
    guard items.count > 16 || items.contains(where: \.holdsValues) else { return false }
    let address = items.withUnsafeBytes { $0.baseAddress }
    if let address, let enough = known[address], enough <= room { return false }
    for item in items where item.holdsValues && item.isDeeper(than: room - 1, &known) {
      return true
    }
    if let address { known[address] = room }
    return false
  }

  /// Whether further values may stand in it.
  var holdsValues: Bool {
    switch self {
    case .list, .record, .object: true
    default: false
    }
  }

  /// About how much memory a value takes, in words, where it is much.
  var weight: Int {
    switch self {
    case .list(let items): 2 * items.count
    case .record(let record): 2 * record.count
    case .text(let text): text.utf8.count / 8
    default: 0
    }
  }
}
