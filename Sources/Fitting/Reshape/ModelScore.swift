import Clusters
import Foundation
import Scattering

/// How well a model fits a PDF, and how well it tells what it was not fitted to.
public struct ModelScore: Sendable {
  /// Models, those of least freedom first.
  public enum Kind: String, CaseIterable, Sendable {
    /// Spheres of one size, cut from the motif around any centre.
    case spheres
    /// Spheres with log-normal sizes.
    case spread = "spheres of many sizes"
    /// One of the ideal shapes that are tried.
    case ideal = "ideal shape"
    /// One particle that facets cut.
    case facets
    /// One particle with single atoms moved.
    case atoms
  }

  public let kind: Kind

  /// Numbers that were fitted; of a particle with single atoms moved, its surface sites are counted.
  public let freedom: Int

  /// Atoms in a particle; of many sizes, as averaged over the atoms of the sample.
  public let atoms: Double

  /// Rw over the whole range.
  public let rw: Double

  /// Rw beyond the part that was fitted, to 1.4 diameters, and where that part ended in Å.
  public let predicted: Double
  public let end: Double
}

extension ReshapeProblem {
  /// Scores of the models of a motif that are fitted to this problem's part of a PDF.
  func scores(
    of family: ShapeFamily, knowing shapes: [Cluster], beyond end: Double,
    in whole: ReshapeProblem, _ progress: SharedProgress
  ) -> [ModelScore] {
    guard let guess = firstGuess(family.motif, shapes),
      let first = finish(begin(guess.withoutShapes, progress), progress).first
    else { return [] }
    var scores: [ModelScore] = []
    for isSpread in [false, true] {
      let (bond, values) = (family.chain.bond, family.answer.values)
      guard
        let fitted = SphereModel(
          family.motif, bond: bond, from: values, isSpread: isSpread, in: whole),
        let part = SphereModel(
          family.motif, bond: bond, from: values, isSpread: isSpread, in: self)
      else { continue }
      scores.append(
        ModelScore(
          kind: isSpread ? .spread : .spheres, freedom: isSpread ? 6 : 5, atoms: fitted.atoms,
          rw: whole.rw(fitted.pairs, fitted.values),
          predicted: whole.rw(
            part.pairs, part.values, beyond: end, to: 1.75 * end), end: end))
    }
    func score(
      _ kind: ModelScore.Kind, _ rw: Double, _ fitted: ShapeChain.State, _ part: ShapeChain.State
    ) {
      scores.append(
        ModelScore(
          kind: kind, freedom: 4 + family.chain.freedom(of: fitted, kind),
          atoms: Double(fitted.atoms.count), rw: rw,
          predicted: whole.rw(
            first.table.pairs(of: part.atoms, bond: first.bond), part.values, beyond: end,
            to: 1.75 * end),
          end: end))
    }
    score(.facets, family.ideal.rw, family.idealState, first.ideal)
    score(.atoms, family.free.rw, family.freeState, first.free)
    return scores
  }

  /// The end of the fit in Å.
  var end: Double { measured.r.last ?? 0 }

  /// Rw of pairs with given parameters beyond a distance in Å.
  func rw(
    _ pairs: PairCounts, _ values: [Quantity: Double], beyond start: Double = 0,
    to end: Double = .infinity
  ) -> Double {
    let curve = FitProblem(pairs, in: model, from: values).curve(at: values)
    var (difference, total) = (0.0, 0.0)
    for (i, g) in measured.g.enumerated() where measured.r[i] > start && measured.r[i] <= end {
      difference += (g - curve[i]) * (g - curve[i])
      total += g * g
    }
    return total > 0 ? (difference / total).squareRoot() : 0
  }
}
