import Generative
import Script

/// What `train` makes: a model of a family, or trees.
struct TrainingChoice: ScriptChoice {
  let rawValue: String
  /// Trees have none.
  let family: ModelFamily?

  static let allCases = ModelFamily.all.map { TrainingChoice($0.name, $0) } + [tree]
  private static let tree = TrainingChoice("tree", nil)

  private init(_ name: String, _ family: ModelFamily?) { (rawValue, self.family) = (name, family) }

  init?(rawValue: String) {
    guard let choice = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = choice
  }
}

extension ModelFamily {
  /// The options of all families, as `train` takes them.
  static var parameters: [Parameter<Double?>] {
    let all = all.flatMap(\.options)
    let first = all.enumerated().filter { place, option in
      all.firstIndex { $0.name == option.name } == place
    }
    return first.map { _, option in
      Parameter<Double?>(
        option.name, unit: option.unit,
        shown: usual { family in family.options.first { $0.name == option.name }?.usual },
        "\(option.help), of \(names(with: option.name))"
      ).within(option.range)
    }
  }

  /// What is usual for families: `2 of paper, 8 of mlp`, or `2` where it is for all that have it.
  static func usual(_ text: (ModelFamily) -> String?) -> String {
    let groups = grouped(by: text)
    guard groups.count > 1 else { return groups.first?.key ?? "" }
    return groups.map { "\($0.key) of \($0.names)" }.joined(separator: ", ")
  }

  /// What help says of the training of each, and of what their histories hold.
  static var trainingHelp: String {
    let families = all.map { "\($0.name): \($0.summary). \($0.help)" }
    let histories = grouped(by: \.losses).map { losses, names in
      let rows = losses.map { loss in
        "\(loss.name)\(loss.unit.map { " (\($0))" } ?? ""), \(loss.help)"
      }
      return "The history of \(names) has: \(rows.joined(separator: "; "))."
    }
    return (families + histories).joined(separator: "\n\n")
  }

  /// The names of the families that have something in common, in the order of the first of each.
  private static func grouped<Key: Equatable>(
    by key: (ModelFamily) -> Key?
  ) -> [(key: Key, names: String)] {
    var groups: [(key: Key, names: [String])] = []
    for family in all {
      guard let key = key(family) else { continue }
      if let place = groups.firstIndex(where: { $0.key == key }) {
        groups[place].names.append(family.name)
      } else {
        groups.append((key, [family.name]))
      }
    }
    return groups.map { ($0.key, listed($0.names)) }
  }
}
