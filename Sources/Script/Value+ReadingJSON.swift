import Foundation
import Numerics

extension Value {
  /// What JSON holds: objects as records, a list of objects as a table.
  ///
  /// - Throws: `FileError` where it is no JSON, or goes too deep.
  package init(json text: String, path: String) throws(FileError) {
    do {
      let json = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
      let value = json.value(in: text)
      try Value.checkList(count: 1, new: CollectionOfOne(value))
      self = value
    } catch let complaint as Complaint {
      throw FileError(path, complaint.message)
    } catch DecodingError.dataCorrupted(let context) {
      let reason = (context.underlyingError as? NSError)?.userInfo["NSDebugDescription"] as? String
      throw FileError(path, "this is no JSON: \(reason ?? context.debugDescription)")
    } catch {
      throw FileError(path, "this is no JSON")
    }
  }
}

private enum JSON: Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    try Interrupt.check()
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  /// - Parameter text: in which the names of an object stand in the order that a reader wants,
  ///   which decoding loses.
  func value(in text: String) -> Value {
    var places: [String: String.Index] = [:]
    func place(_ key: String) -> String.Index {
      if let place = places[key] { return place }
      let place = text.firstRange(of: Value.quoted(key))?.lowerBound ?? text.endIndex
      places[key] = place
      return place
    }
    func value(_ json: JSON) -> Value {
      switch json {
      case .null: return .none
      case .bool(let bool): return .bool(bool)
      case .number(let number): return .number(number)
      case .text(let text): return .text(text)
      case .list(let items):
        let values = items.map(value)
        return Table(records: values).map(Value.object) ?? .list(values)
      case .object(let members):
        let keys = members.keys.sorted { (place($0), $0) < (place($1), $1) }
        return .record(Record(keys, keys.compactMap { members[$0].map(value) }))
      }
    }
    return value(self)
  }
}
