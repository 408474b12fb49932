extension RandomConditions: Codable {
  private enum Key: String, CodingKey { case rows, paperShare, bondError, foreignPeak }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(rows, forKey: .rows)
    try values.encode(paperShare, forKey: .paperShare)
    try values.encodeIfPresent(bondError, forKey: .bondError)
    try values.encodeIfPresent(foreignPeak, forKey: .foreignPeak)
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    guard values.contains(.rows) else {
      self = try Self(byName: decoder)
      return
    }
    rows = try values.decode([Row].self, forKey: .rows)
    paperShare = try values.decode(Double.self, forKey: .paperShare)
    bondError = try values.decodeIfPresent(BondError.self, forKey: .bondError)
    foreignPeak = try values.decodeIfPresent(ForeignPeak.self, forKey: .foreignPeak)
  }

  /// Older files hold a range under the name of each quantity; only those of classifiers hold a
  /// delta2.
  private init(byName decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: DrawnQuantity.self)
    self = values.contains(.delta2) ? .classifier : .training
    for index in rows.indices where rows[index].quantity != .delta2 {
      rows[index].range = try values.decode(
        ClosedRange<Double>.self, forKey: rows[index].quantity)
    }
  }
}
