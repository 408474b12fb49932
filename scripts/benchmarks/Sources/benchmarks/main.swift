// How fast PDFs and fits are, beside the work's own limits, each with its result checked:
//
//     swift run -c release -Xcc -march=native --package-path scripts/benchmarks
import Clusters

let gold = Element.metals[26]
try Simulation.run(gold)
try Fitting.run(gold)
