import Clusters
import Fitting
import Scattering
import Script

extension ScatteringError: ArgumentError {
  public var argument: String? { quantity?.name }
}

extension ClusterError: ArgumentError {
  public var argument: String? { parameter }
}

extension Parameter where T == Double {
  /// A quantity, by its label, with the default of a command.
  init(_ quantity: Quantity, default value: Double, _ help: String? = nil) {
    self.init(quantity.name, default: value, unit: quantity.unit, help ?? quantity.help)
    self = within(quantity.possible)
  }
}

extension Parameter where T == Double? {
  /// A quantity, by its label, that may be left out; `shown` tells what is then done.
  init(_ quantity: Quantity, shown: String) {
    self.init(quantity.name, unit: quantity.unit, shown: shown, quantity.help)
    self = within(quantity.possible)
  }
}

extension Parameter where T == Options<StartOrBounds> {
  /// The quantities of a fit, each by its label.
  static var fitted: Parameter {
    Parameter(
      options: Quantity.fitted.map { quantity in
        Parameter<StartOrBounds?>(
          quantity.name, unit: quantity.unit, shown: quantity.start, quantity.help
        ).within(quantity.possible)
      })
  }
}

extension Parameter where T == Options<Double> {
  /// The quantities that widths of peaks depend on, each by its label.
  static var widths: Parameter {
    Parameter(options: PeakWidth.quantities.map { Parameter<Double?>($0, shown: "0") })
  }
}

extension Quantity {
  /// What a fit does with it where nothing is said.
  fileprivate var start: String {
    switch self {
    case .scale: "the best, 1 where it is not varied"
    case .qdamp: "the PDF's, or \(Value.text(of: usual))"
    case _ where Refinement().vary.contains(self):
      "\(Value.text(of: bounds.lowerBound))..\(Value.text(of: bounds.upperBound))"
    default: Value.text(of: usual)
    }
  }
}
