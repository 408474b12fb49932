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
