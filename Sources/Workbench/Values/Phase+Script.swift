import Clusters
import Fitting
import Script

extension Phase: ScriptValue {
  public static var typeName: String { "cluster, crystal or ensemble" }

  public static func from(_ value: Value) throws -> Phase {
    switch value {
    case .object(let crystal as Crystal): return .crystal(crystal)
    case .object(let ensemble as Ensemble): return .ensemble(ensemble)
    default:
      do { return .cluster(try Cluster.from(value)) } catch is Mismatch {
        throw Mismatch("a cluster, a crystal or an ensemble")
      }
    }
  }

  public var scriptValue: Value {
    switch self {
    case .cluster(let cluster): .object(cluster)
    case .crystal(let crystal): .object(crystal)
    case .ensemble(let ensemble): .object(ensemble)
    }
  }
}

/// What a fit begins with: a structure, or a fit that it goes on from.
struct FitStart: ScriptValue {
  let phase: Phase
  let fit: Fit?

  static let typeName = "structure"

  static func from(_ value: Value) throws -> FitStart {
    guard case .object(let fit as Fit) = value else {
      return FitStart(phase: try Phase.from(value), fit: nil)
    }
    return FitStart(phase: fit.isCluster ? .cluster(fit.structure) : fit.phase, fit: fit)
  }

  var scriptValue: Value { fit.map { .object($0) } ?? phase.scriptValue }
}
