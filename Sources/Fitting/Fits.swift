import Clusters

/// Fits of many structures to one PDF, lowest Rw first.
public struct Fits: Sendable {
  public let fits: [Fit]

  public init(_ fits: [Fit]) { self.fits = fits }

  /// Of each structure type the fit of lowest Rw.
  public var byType: Fits {
    var seen: Set<StructureType> = []
    return Fits(fits.filter { seen.insert($0.cluster.type).inserted })
  }
}
