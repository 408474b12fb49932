import Clusters
import Foundation
import Numerics
import Testing

/// Structures as other programs write them, made up: a tetrahedron of platinum with 2.775 Å.
struct StructureFileTests {
  private func read(_ text: String, as name: String) throws -> [XYZ.Frame] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: name).path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return try StructureFile.read(path)
  }

  private func expectTetrahedron(_ frame: XYZ.Frame) {
    #expect(frame.cluster.element.symbol == "Pt")
    #expect(frame.cluster.count == 4)
    #expect(frame.cluster.distances.allSatisfy { abs($0 - 2.775) < 2e-3 })
    #expect(abs(frame.cluster.bond - 2.775) < 2e-3)
  }

  private func tetrahedron(_ labels: [String], _ format: String = "%.6f") -> String {
    let places = [
      (0.0, 0.0, 0.0), (2.775, 0, 0), (1.3875, 2.403221, 0), (1.3875, 0.801074, 2.265778),
    ]
    let rows = zip(labels, places).map { label, place in
      ([label] + [place.0, place.1, place.2].map { String(format: format, $0) })
        .joined(separator: " ")
    }
    return "4\ntetrahedron\n" + rows.joined(separator: "\n") + "\n"
  }

  @Test(
    arguments: [
      (["Pt", "Pt", "Pt", "Pt"], nil), (["PT", "PT", "PT", "PT"], "'PT' is read as Pt"),
      (["pt", "pt", "pt", "pt"], "'pt' is read as Pt"),
      (["Pt1", "Pt2", "Pt3", "Pt4"], "'Pt1' is read as Pt"),
      (["78", "78", "78", "78"], "'78' is read as Pt"),
      (["Pt2+", "Pt2+", "Pt0", "Pt"], "'Pt2+' is read as Pt"),
      (["Pt_a", "Pt_b", "Pt_c", "Pt_d"], "'Pt_a' is read as Pt"),
    ] as [([String], String?)])
  func labelsOfManyKinds(_ labels: [String], _ note: String?) throws {
    let frames = try read(tetrahedron(labels), as: "a.xyz")
    try #require(frames.count == 1)
    expectTetrahedron(frames[0])
    #expect(frames[0].notes == (note.map { [$0] } ?? []))
  }

  @Test func fortransNumbersAreRead() throws {
    let pt = ["Pt", "Pt", "Pt", "Pt"]
    expectTetrahedron(try read(tetrahedron(pt, "%.6fD+00"), as: "a.xyz")[0])
    expectTetrahedron(try read(tetrahedron(pt, "%.6fd0"), as: "a.xyz")[0])
  }

  @Test(arguments: [
    // ASE, OVITO, QUIP, chemfiles and others.
    (#"Properties=species:S:1:pos:R:3 pbc="F F F""#, "Pt %@ "),
    (#"Properties=species:S:1:pos:R:3:initial_charges:R:1 energy=-3.2"#, "Pt %@ 0.25"),
    ("Properties=id:I:1:species:S:1:pos:R:3:radius:R:1", "7 Pt %@ 1.0"),
    (#"properties="pos:R:3:Z:I:1" cutoff=3.0 nneightol=1.2"#, "%@ 78"),
    ("Properties=pos:R:3:species:S:1:forces:R:3 virial=[[1, 0], [0, 1]]", "%@ Pt 0 0 0"),
    ("Properties='element:S:1:position:R:3' info={a: 1}", "Pt %@"),
    ("", "Pt %@ 0.25 0.1 0 0"), ("no properties", "1 Pt %@"),
  ])
  func extendedFilesOfAllWriters(_ comment: String, _ row: String) throws {
    let plain = tetrahedron(["", "", "", ""]).split(separator: "\n").dropFirst(2)
    let rows = plain.map { row.replacing("%@", with: $0.trimmingPrefix(" ")) }
    let text = "4\n\(comment)\n" + rows.joined(separator: "\n") + "\n"
    expectTetrahedron(try #require(try read(text, as: "a.extxyz").first))
  }

  @Test func aCellIsLeftOutWithAWord() throws {
    let text = tetrahedron(["Pt", "Pt", "Pt", "Pt"]).replacing(
      "tetrahedron", with: #"Lattice="20 0 0 0 20 0 0 0 20" Properties=species:S:1:pos:R:3"#)
    let frame = try read(text, as: "a.xyz")[0]
    expectTetrahedron(frame)
    #expect(frame.notes == ["its cell is left out; the atoms are a cluster"])
  }

  @Test func overlappingAtomsAndNanometresAreDoubted() throws {
    let pt = ["Pt", "Pt", "Pt", "Pt"]
    #expect(try read(tetrahedron(pt), as: "a.xyz")[0].cluster.doubts.isEmpty)
    let close = tetrahedron(pt).replacing("2.775000 0.000000", with: "0.300000 0.000000")
    #expect(
      try read(close, as: "a.xyz")[0].cluster.doubts == ["two atoms are only 0.3 Å apart"])
    let same = tetrahedron(pt).replacing("2.775000 0.000000", with: "0.000000 0.000000")
    #expect(try read(same, as: "a.xyz")[0].cluster.doubts == ["two atoms are only 0 Å apart"])
    let small = "2\nin nm\nPt 0 0 0\nPt 0.2775 0 0\n"
    #expect(
      try read(small, as: "a.xyz")[0].cluster.doubts
        == ["its nearest atoms are 0.278 Å apart on average; are the coordinates in nm?"])
  }

  @Test(arguments: [
    """
    tetrahedron
    1.0
    20 0 0
    0 20 0
    0 0 20
    Pt
    4
    Cartesian
    0 0 0
    2.775 0 0 T T T
    1.3875 2.403221 0
    1.3875 0.801074 2.265778
    """,
    """
    Pt
    2.0
    10 0 0
    0 10 0
    0 0 10
    4
    Selective dynamics
    Direct
    0 0 0 T T T
    0.13875 0 0 F F F
    0.069375 0.12016105 0 T T T
    0.069375 0.0400537 0.1132889 T T T
    """,
    """
    a volume in place of a scale
    -8000
    1 0 0
    0 1 0
    0 0 1
    Pt Pt
    1 3
    direct
    0 0 0
    0.13875 0 0
    0.069375 0.12016105 0
    0.069375 0.0400537 0.1132889
    """,
  ])
  func vaspFiles(_ text: String) throws {
    for name in ["POSCAR", "a.vasp", "CONTCAR"] {
      let frame = try read(text, as: name)[0]
      expectTetrahedron(frame)
      #expect(frame.notes == ["its cell is left out; the atoms are a cluster"])
    }
  }

  @Test func pdbFiles() throws {
    let atoms = [
      "   0.000   0.000   0.000", "   2.775   0.000   0.000", "   1.388   2.403   0.000",
      "   1.388   0.801   2.266",
    ]
    let long = atoms.enumerated().map {
      "HETATM    \($0 + 1) PT   UNK     1    \($1)  1.00  0.00          PT"
    }
    let short = atoms.enumerated().map { "ATOM      \($0 + 1) PT   UNK     1    \($1)" }
    let title = "TITLE     tetrahedron\n"
    for rows in [long, short] {
      let frames = try read(
        title + rows.joined(separator: "\n") + "\nENDMDL\n" + rows.joined(separator: "\n")
          + "\nEND\n",
        as: "a.pdb")
      #expect(frames.count == 2)
      frames.forEach(expectTetrahedron)
      #expect(frames[0].cluster.label == "tetrahedron")
    }
  }

  @Test func cifFilesOfClusters() throws {
    let fractions = """
      data_tetrahedron
      _cell_length_a 20.0(1)
      _cell_length_b 20
      _cell_length_c 20
      _cell_angle_alpha 90
      _cell_angle_beta 90
      _cell_angle_gamma 90
      _symmetry_space_group_name_H-M 'P 1'   # no symmetry
      loop_
      _symmetry_equiv_pos_as_xyz
      'x, y, z'
      loop_
      _atom_site_label
      _atom_site_type_symbol
      _atom_site_fract_x
      _atom_site_fract_y
      _atom_site_fract_z
      Pt1 Pt 0 0 0
      Pt2 Pt 0.13875(2) 0 0
      Pt3 Pt 0.069375 0.12016105 0
      Pt4 Pt 0.069375 0.0400537 0.1132889
      """
    let cartesian = """
      data_x
      _publ_section_comment
      ;
      loop_ is but a word here
      ;
      loop_
      _atom_site.type_symbol
      _atom_site.Cartn_x
      _atom_site.Cartn_y
      _atom_site.Cartn_z
      PT 0 0 0
      PT 2.775 0 0
      PT 1.3875 2.403221 0
      PT 1.3875 0.801074 2.265778
      """
    for text in [fractions, cartesian] { expectTetrahedron(try read(text, as: "a.cif")[0]) }
  }

  @Test(arguments: [
    (
      "data_x\n_symmetry_Int_Tables_number 225\n",
      "this is a crystal of space group 225, not a cluster"
    ),
    (
      "data_x\nloop_\n_space_group_symop_operation_xyz\n'x,y,z'\n'-x,-y,z'\n",
      "this is a crystal with 2 operations of symmetry, not a cluster"
    ),
    ("data_x\n_cell_length_a 3\n", "no atoms: it has no _atom_site_ loop"),
    (
      "data_x\nloop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n"
        + "_atom_site_fract_z\nPt 0 0 0\n",
      "its coordinates are fractions of a cell that it does not give"
    ),
    ("", "no atoms: it has no _atom_site_ loop"),
  ])
  func otherCIFsAreRefused(_ text: String, _ reason: String) {
    let error = #expect(throws: FileError.self) { try read(text, as: "a.cif") }
    #expect(error?.reason == reason)
  }

  @Test(arguments: [
    ("a.pdb", "END\n"), ("POSCAR", "Pt\n1.0\n"), ("POSCAR", "Pt\nx\n1 0 0\n"),
    ("POSCAR", "Pt\n1\n0 0 0\n0 0 0\n0 0 0\nPt\n1\nD\n0 0 0\n"),
    ("POSCAR", "Pt\n1\n9 0 0\n0 9 0\n0 0 9\nPt\n-1\nD\n0 0 0\n"),
    ("POSCAR", "Pt\n1\n9 0 0\n0 9 0\n0 0 9\nPt\n2\nD\n0 0 0\n"), ("a.pdb", "ATOM\n"),
    ("a.cif", "data_x\nloop_\n_atom_site_label\n_atom_site_Cartn_x\nPt x\n"),
  ])
  func brokenFilesAreRefused(_ name: String, _ text: String) {
    #expect(throws: FileError.self) { try read(text, as: name) }
  }
}
