/// A set of sites from which one can be drawn at random, in constant time throughout.
package struct SiteList {
  package private(set) var items: [Int32] = []
  private var places: [Int32]  // [sites], −1 where a site is not in it

  init(sites: Int) {
    places = Array(repeating: -1, count: sites)
    items.reserveCapacity(sites)
  }

  var count: Int { items.count }

  subscript(index: Int) -> Int { Int(items[index]) }

  func contains(_ site: Int) -> Bool { places[site] >= 0 }

  mutating func set(_ site: Int, isMember: Bool) {
    let place = Int(places[site])
    if isMember, place < 0 {
      places[site] = Int32(items.count)
      items.append(Int32(site))
    } else if !isMember, place >= 0 {
      let last = items.removeLast()
      if place < items.count {
        items[place] = last
        places[Int(last)] = Int32(place)
      }
      places[site] = -1
    }
  }
}
