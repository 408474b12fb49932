import Classifying
import Clusters
import Generative
import Scattering
import Script

extension Command {
  static let classifying = [classify]

  private static let classify = Command(
    "classify", "the shapes that a PDF most probably belongs to, by boosted trees",
    Parameter<TreeClassifier>("tree", "trained trees, such as load(\"tree\")"),
    Parameter<PDF>("pdf", "a measured or simulated PDF"),
    Parameter("top", default: 5, "how many shapes at most").within(1...100_000),
    Parameter<Element?>("element", shown: "the PDF's metal", "metal of the structures").offering(
      .elements),
    topic: "models",
    help: """
      The paper's tree classifier (XGBoost), with a class for each shape: `refine` finds the bond
      length, and ranks the shapes by Rw instead of by probability. The trees see 300 values of G
      laid over r by the peak of nearest neighbours, and qmin, qmax and qdamp.
      """,
    examples: [
      #"""
      measured = simulate icosahedron("Au", shells: 3, bond: 2.8), qmax: 22, qdamp: 0.03
      shapes = classify load("tree"), measured, top: 3
      print refine(shapes, against: measured)[0].structure.type
      """#
    ]
  ) { session, tree, pdf, top, element in
    try requireCurve(pdf)
    warn(ofDoubtsAbout: pdf, session)
    if let lacking = pdf.lacking(2...29) {
      session.warn("\(pdf.name) has \(lacking.replacing("taken as zero", with: "left open"))")
    }
    return try tree.classify(pdf, element: element ?? metal(of: pdf, session), top: top)
  }
}
