import Clusters
import Fitting
import Foundation
import Scattering
import Testing

/// Files of other programs, fitted: in `measured` of the folder that DEEPSTRUC_DATA names.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["DEEPSTRUC_DATA"] != nil))
struct OriginFitTests {
  /// diffpy.srfit's cluster of lead and its own G(r), of U 0.02 Å² and qmin 1 Å⁻¹.
  @Test func diffpysLeadClusterIsFitted() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["DEEPSTRUC_DATA"]) + "/measured"
    let cluster = try #require(try StructureFile.read("\(folder)/pb_100.xyz").first).cluster
    #expect(cluster.element.symbol == "Pb" && cluster.count == 100)
    var said = SaidConditions()
    (said.qmin, said.qmax, said.qdamp) = (1, 20, 0)
    let pdf = try GRFile.read("\(folder)/pb_100_qmin1.gr", said: said)
    var refinement = Refinement()
    (refinement.rmin, refinement.rmax) = (1.5, 34)
    refinement.values[.qdamp] = 0
    let fit = try refinement.fit(cluster, to: pdf)
    #expect(fit.rw < 0.005)
    #expect(abs(fit.biso - 8 * Double.pi * Double.pi * 0.02) < 1e-3)
    #expect(abs(fit.expansion - 1) < 1e-5)
  }
}
