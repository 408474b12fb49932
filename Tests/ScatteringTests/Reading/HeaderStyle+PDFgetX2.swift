/// What PDFgetX2 writes.
extension HeaderStyle {
  static let pdfgetx2 = [
    HeaderStyle(
      program: "PDFgetX2",
      header: """
        History written: Mon Sep 4 10:00:00 2006
        Produced by somebody
        ####### Get_XPDF #######

        ##### General_Setting
        quiet=0    debug=0    autosave_isa=1    savefilenamebase=gold
        datatype=1    (0:SPEC, 1:CHI, 2:nxm column, 3:unknown)
        det#  used  xcol detcol deterrcol xmin  xmax  add_det
          0    1    0    1    3    0.600000    35.0000    0.000000
        temperature=300.000    containermut=0.000500000    filtermut=0.0200000
        ##### Sample_Setup information    num_atoms=1
        #L symbol valence fractions z user_f1 user_f2 user_macoef
          Au    0.00   1.000000    79   0.000000   0.000000   0.001000
        geometry=2    mut=0.50000000    numberdensity=0.00600000
        ## S(q)  qmin=0.400000    qmax=27.000000    qgrid=0.000000
        ## SqOptimization  sqoptfunction=1
        optqmin=15.0000    optqmax=40.0000    optqgrid=0.000000
        ##### start data
        #F gold.gr
        #D Mon Sep 4 10:00:00 2006
        #S 1    G(r)
        #L r(A)    G(r)    d_r    d_Gr

        """, qmin: 0.4, qmax: 27, temperature: 300, composition: "Au",
      rows: "  %.6e   %.6e   -1.0e-2   1.0e-4"),
    HeaderStyle(
      program: "PDFgetX2 with an alloy",
      header: """
        ####### Get_XPDF #######
        title=alloy
        temperature=100.000    containermut=0.02
        ##### Sample_Setup information    num_atoms=3
        #L symbol valence fractions z user_f1 user_f2 user_macoef
          Cu    0.00   1.000000    29   0.000000   0.000000   0.000000
          Ir    0.00   1.760000    77   0.000000   0.000000   0.001000
           S    0.00   4.000000    16   0.000000   0.000000   0.001000
        geometry=3    mut=1.0000000
        smooth_degree  2    2    2    2
        ## S(q)  qmin=0.010000    qmax=25.500000    qgrid=0.000000
        ##### start data
        #L r(A)    G(r)    d_r    d_Gr

        """, qmin: 0.01, qmax: 25.5, temperature: 100, composition: "Cu Ir1.76 S4",
      rows: "  %.6e   %.6e   -1.0e-2   1.0e-4"),
    HeaderStyle(
      program: "PDFgetX2 of old, with its own composition",
      header: """
        History written: Mon Sep 4 10:00:00 2006
        ##### General_Setting
        title=nickel
        ##### Calculation
        qmin=1.33000
        qmax=28.00000
        composition="Ni"
        ##### start data
        #F nickel.gr
        #L r G(r) d_r d_Gr

        """, qmin: 1.33, qmax: 28, composition: "Ni", rows: "%.5f %.6f 0.0 1.0"),
  ]
}
