import Clusters

/// What is shown on a latent map.
package struct LatentMap: Sendable {
  package enum Part: Sendable, CaseIterable {
    /// What the model has seen: pale.
    case training, validation
    /// What it has not: solid and outlined.
    case test
    /// Another data set: diamonds.
    case unseen
  }

  package struct Point: Sendable {
    package var x: Double
    package var y: Double
    package var type: StructureType
    /// Share of hexagonal layers, where the structure is a sequence of layers.
    package var hexagonality: Double?
    package var atoms: Int
    package var part: Part

    package init(
      x: Double, y: Double, type: StructureType, hexagonality: Double? = nil, atoms: Int, part: Part
    ) {
      self.x = x
      self.y = y
      self.type = type
      self.hexagonality = hexagonality
      self.atoms = atoms
      self.part = part
    }
  }

  /// A measured PDF: a place and what the model's uncertainty about it is.
  package struct Experiment: Sendable {
    package enum Sign: Sendable { case diamond, cross }

    package var name: String
    package var x: Double
    package var y: Double
    package var sigmaX: Double
    package var sigmaY: Double
    /// Less likely places, with their weights.
    package var others: [(x: Double, y: Double, weight: Double)]
    /// Which multiples of σ are drawn as ellipses.
    package var rings: [Double]
    package var sign: Sign
    /// The colour of the ellipses.
    package var colour: Colour

    package init(
      name: String, x: Double, y: Double, sigmaX: Double = 0, sigmaY: Double = 0,
      others: [(x: Double, y: Double, weight: Double)] = [], rings: [Double] = [],
      sign: Sign = .diamond, colour: Colour = .ink
    ) {
      self.name = name
      self.x = x
      self.y = y
      self.sigmaX = sigmaX
      self.sigmaY = sigmaY
      self.others = others
      self.rings = rings
      self.sign = sign
      self.colour = colour
    }
  }

  /// A structure that is drawn near its place, with its name below if it has one.
  package struct Portrait: Sendable {
    package var cluster: Cluster
    package var name: String?
    package var x: Double
    package var y: Double

    package init(_ cluster: Cluster, name: String? = nil, x: Double, y: Double) {
      self.cluster = cluster
      self.name = name
      self.x = x
      self.y = y
    }
  }

  package var points: [Point]
  package var experiments: [Experiment]
  package var portraits: [Portrait] = []
  /// Whether a shade behind the points says how large the structures around are.
  package var showsGrowth = false
  /// Samples drawn for an experiment: x, y.
  package var samples: [(x: Double, y: Double)]

  package init(
    points: [Point], experiments: [Experiment] = [], samples: [(x: Double, y: Double)] = []
  ) {
    self.points = points
    self.experiments = experiments
    self.samples = samples
  }
}
