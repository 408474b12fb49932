import Clusters

/// A number in a file's name with the letters that tell what it is: 210 K, 30 s, frame 12.
public struct NameNumber: Sendable, Hashable {
  /// The unit or the word beside it, in small letters, or empty.
  public let label: String
  public let value: Double

  /// The numbers of a name without its ending, in their order.
  public static func all(in file: String) -> [NameNumber] {
    let name = file.lastIndex(of: ".").map { file[..<$0] } ?? file[...]
    var numbers: [NameNumber] = []
    var rest = name[...]
    while let start = rest.firstIndex(where: { $0.isASCII && $0.isNumber }) {
      let before = rest[..<start]
      var digits = rest[start...].prefix { $0.isASCII && $0.isNumber }
      let behind = name[digits.endIndex...]
      // A decimal point has digits behind it, as has the p of 1p5.
      if let mark = behind.first, mark == "." || mark == "p",
        behind.dropFirst().first?.isNumber == true
      {
        let decimals = behind.dropFirst().prefix { $0.isASCII && $0.isNumber }
        digits = name[digits.startIndex..<decimals.endIndex]
      }
      rest = name[digits.endIndex...]
      let unit = rest.prefix { $0.isLetter }
      let word = before.split { !$0.isLetter }.last ?? ""
      guard let value = Double(digits.replacing("p", with: ".")) else { continue }
      let isUnit = units.contains(unit.lowercased())
      if isUnit { rest = rest.dropFirst(unit.count) }
      numbers.append(NameNumber(label: (isUnit ? unit : word).lowercased(), value: value))
    }
    return numbers
  }

  private static let units: Set = [
    "k", "c", "degc", "s", "sec", "min", "h", "hr", "nm", "a", "mm", "bar", "gpa", "kpa", "v", "mv",
  ]

  /// The temperature in K that a name such as `sample_210K.gr` tells, or nil.
  static func temperature(in file: String) -> Double? {
    for number in all(in: file) {
      switch number.label {
      case "k" where number.value <= 10_000: return number.value
      case "degc" where number.value <= 10_000: return number.value + 273.15
      default: continue
      }
    }
    return nil
  }
}
