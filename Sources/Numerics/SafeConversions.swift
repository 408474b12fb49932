extension Int {
  /// The whole number towards zero, at most ±2⁵³, up to where doubles count one by one; 0 for nan.
  ///
  /// The one conversion of numbers that come from files, scripts and calculations: `Int(_:)` ends
  /// the program where a number is too large, and so does a sum with the ends of `Int`.
  package init(clamping number: Double) {
    let most = 0x1p53
    self = number.isNaN ? 0 : Int(Swift.min(Swift.max(number, -most), most))
  }
}

extension Range<Int> {
  /// From a start to before an end; empty where the end lies before the start.
  package init(from start: Int, to end: Int) {
    self = start..<Swift.max(start, end)
  }
}

extension Double {
  /// The nearest number of a range; its lower end for nan.
  package func clamped(to range: ClosedRange<Double>) -> Double {
    self >= range.lowerBound ? Swift.min(self, range.upperBound) : range.lowerBound
  }
}

extension ClosedRange<Double> {
  /// From the smaller of two numbers to the larger; −1 to 1 where one of them is nan.
  package init(between a: Double, and b: Double) {
    self = a.isNaN || b.isNaN ? -1...1 : Swift.min(a, b)...Swift.max(a, b)
  }
}
