extension Panel {
  /// The rectangle that the axes enclose, on a page of this size in mm.
  func area(width: Double, height: Double, margins: Margins) -> Frame {
    var area = Frame(
      x: frame.x + margins.left / width, y: frame.y + margins.bottom / height,
      width: frame.width - (margins.left + margins.right) / width,
      height: frame.height - (margins.bottom + margins.top) / height)
    guard isSquare else { return area }
    let side = min(area.width * width, area.height * height)
    area.x += (area.width - side / width) / 2
    area.y += (area.height - side / height) / 2
    area.width = side / width
    area.height = side / height
    return area
  }

  /// How many pt a unit of the x axis is long, on a page of this size in mm.
  func pointsPerUnit(width: Double, height: Double) -> Double {
    guard let margins, let x = x.range else {
      preconditionFailure("discs need margins and an x range")
    }
    let area = area(width: width, height: height, margins: margins)
    return area.width * width / 25.4 * 72 / (x.upperBound - x.lowerBound)
  }
}
