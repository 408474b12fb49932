import Clusters

let gold = Element.metals[26]
try Simulation.run(gold)
try Fitting.run(gold)
