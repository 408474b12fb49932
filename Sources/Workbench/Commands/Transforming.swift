import Clusters
import Scattering
import Script

extension Command {
  static let transforming = [transform]

  private static let transform = Command(
    "transform", "the PDF of a measured S(Q) or F(Q), by Fourier transform",
    Parameter<StructureFactor>("factor", "an S(Q) or F(Q), such as load(\"x.sq\")"),
    Parameter(.qmin, shown: "its first Q"), Parameter(.qmax, shown: "its last Q"),
    Parameter(.rmin, default: Quantity.rmin.usual), Parameter(.rmax, default: Quantity.rmax.usual),
    Parameter(.rstep, default: Quantity.rstep.usual),
    topic: "scattering",
    help: """
      G(r) = (2/π) ∫ F(Q) sin(Qr) dQ from qmin to qmax with F(Q) = Q (S(Q) − 1), which is taken as
      straight between its points. Nothing is corrected: S(Q) must end at 1. Beyond π/ΔQ the points
      of Q are too far apart to tell distances; a warning says so.
      """,
    examples: [
      #"""
      s = scatter icosahedron("Au", shells: 3), kind: "S"
      save s, to: "/tmp/deepstruc-example.csv"
      transform load("/tmp/deepstruc-example.csv"), qmin: 0.7, qmax: 25
      """#
    ]
  ) { session, factor, qmin, qmax, rmin, rmax, rstep in
    var conditions = ScatteringConditions()
    (conditions.rmin, conditions.rmax, conditions.rstep) = (rmin, rmax, rstep)
    try conditions.validate()
    if rmax > factor.foldsBack {
      session.warn(
        "the points of \(factor.name) are too far apart for distances above "
          + "\(Value.text(of: factor.foldsBack, digits: 1)) Å")
    }
    return try factor.pdf(qmin: qmin, qmax: qmax, r: conditions.r)
  }
}
