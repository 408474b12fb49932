/// What people write by hand.
extension HeaderStyle {
  static let byHand = [
    HeaderStyle(
      program: "spaces in keys", header: "# Q_max = 22\n# q_min = 1\n# sample = Pt\n", qmin: 1,
      qmax: 22, composition: "Pt"),
    HeaderStyle(
      program: "units in brackets", header: "# Qmax (1/A) = 22.0\n# Qmin [A^-1] = 1\n", qmin: 1,
      qmax: 22),
    HeaderStyle(program: "no sign", header: "#Qmin 1.0\n#Qmax 22.0\n", qmin: 1, qmax: 22),
    HeaderStyle(
      program: "a comma as point", header: "# qmax = 22,0; qmin = 1,0\n", qmin: 1, qmax: 22),
    HeaderStyle(
      program: "a unit behind", header: "# Qmax: 22.0 A-1\n# T: 20 C\n# Composition: Pt\n",
      qmax: 22, temperature: 293.15, composition: "Pt"),
    HeaderStyle(program: "nanometres", header: "# Qmax = 220 nm^-1\n", qmax: 22),
    HeaderStyle(program: "two words", header: "% Q max = 22 and Q min = 1\n", qmin: 1, qmax: 22),
    HeaderStyle(program: "a range", header: "# Q range: 1.0 - 22.0 A-1\n", qmin: 1, qmax: 22),
    HeaderStyle(
      program: "JSON", header: "# {\"qmin\": 1.0, \"qmax\": 22.0, \"composition\": \"Pt\"}\n",
      qmin: 1,
      qmax: 22, composition: "Pt"),
    HeaderStyle(
      program: "a name of a metal", header: "# element = Pt\n# Qmax\t22.0 Å⁻¹\n", qmax: 22,
      composition: "Pt"),
    HeaderStyle(
      program: "commas between keys", header: "# qmin 1.0, qmax 22.0\n# material: platinum\n",
      qmin: 1, qmax: 22, composition: "Pt"),
    HeaderStyle(program: "nothing known", header: "# Qmax = unknown\n# Qmin = n/a\n"),
    HeaderStyle(
      program: "a temperature in the name", header: "", temperature: 210, path: "a_210K.gr"),
  ]
}
