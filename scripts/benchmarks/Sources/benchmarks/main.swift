// How fast PDFs, fits and training are, beside the work's own limits, each with its result checked:
//
//     swift run -c release -Xcc -march=native --package-path scripts/benchmarks benchmarks [NAME…]
//
// with the names of the parts to run: goals, simulation, peers, fitting, training; all without. Other programs run beside these where
// scripts/benchmarks/peers has installed them.
import Clusters

let gold = Element.gold
let parts: [(name: String, run: () throws -> Void)] = [
  ("goals", { try Goals.run(gold, Limits.ofACore) }),
  ("simulation", { try Simulation.run(gold, Limits.ofACore) }),
  ("peers", { try Peers.run(gold) }),
  ("fitting", { try FittingCosts.run(gold, Limits.ofACore) }),
  ("training", { try Training.run() }),
]
let wanted = CommandLine.arguments.dropFirst()
check(
  wanted.allSatisfy { name in parts.contains { $0.name == name } },
  "no such part; there are \(parts.map(\.name).joined(separator: ", "))")
for part in parts where wanted.isEmpty || wanted.contains(part.name) { try part.run() }
