import Fitting
import Clusters
import Generative
import Scattering
import Script

/// A value that stands for a structure wherever a command asks for one.
package protocol StructureHolder: ScriptObject {
  var structure: Cluster { get }
}

extension Guess: StructureHolder {}
extension Fit: StructureHolder {}

extension Cluster {
  /// A cluster, or the structure of a guess or a fit.
  public static func from(_ value: Value) throws -> Cluster {
    switch value {
    case .object(let cluster as Cluster): cluster
    case .object(let holder as any StructureHolder): holder.structure
    default: throw Mismatch("a cluster")
    }
  }
}
