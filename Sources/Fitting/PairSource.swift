import Scattering

/// Where the pairs of a structure come from, of which parameters may move or weigh some.
protocol PairSource {
  /// Parameters on which pairs depend, besides the expansion.
  var moving: [Quantity] { get }

  /// The sums over pairs at some parameters, with derivatives by `moving`.
  func spectra(at values: [Quantity: Double]) -> Spectra
}

/// Sums over the pairs of a structure, and what parameters change in them.
struct Spectra {
  let pairs: Spectrum

  /// By parameters that change how many pairs there are: the derivatives of `pairs`.
  var weighed: [Quantity: Spectrum] = [:]

  /// By parameters that change distances: `pairs` where each counts d ln r by the parameter, so that
  /// an expansion would count each once.
  var stretched: [Quantity: Spectrum] = [:]

  /// Floating-point operations of the matrix products that they took.
  var operations: Double {
    (Array(weighed.values) + Array(stretched.values)).reduce(pairs.operations) {
      $0 + $1.operations
    }
  }
}

/// Pairs that stay as they are.
struct FixedPairs: PairSource {
  let spectrum: Spectrum
  var moving: [Quantity] { [] }

  init(_ grid: PairGrid, in model: FitModel, add: (UnsafeMutablePointer<Float>) -> Void) {
    spectrum = Spectrum(grid, in: model, add: add)
  }

  func spectra(at values: [Quantity: Double]) -> Spectra { Spectra(pairs: spectrum) }
}
