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

  /// How many units of the y axis 1 mm is, on a page of this size in mm.
  func unitsUpPerMillimetre(width: Double, height: Double) -> Double {
    guard let range = y.range else { preconditionFailure("boxes need a y range") }
    let area = area(width: width, height: height, margins: margins ?? Margins())
    return (range.upperBound - range.lowerBound) / (area.height * height)
  }

  /// The panel of an inset with its frame, on a page of this size in mm.
  func framed(_ inset: Inset, width: Double, height: Double) -> Panel {
    guard let margins, let across = x.range, let up = y.range else {
      preconditionFailure("insets need margins and ranges")
    }
    let area = area(width: width, height: height, margins: margins)
    let centre = (
      x: area.x + area.width * (inset.x - across.lowerBound)
        / (across.upperBound - across.lowerBound),
      y: area.y + area.height * (inset.y - up.lowerBound) / (up.upperBound - up.lowerBound)
    )
    var panel = inset.panel
    panel.frame = Frame(
      x: centre.x - inset.side / width / 2, y: centre.y - inset.side / height / 2,
      width: inset.side / width, height: inset.side / height)
    panel.margins = Margins(left: 0, right: 0, bottom: 0, top: 0)
    return panel
  }
}
