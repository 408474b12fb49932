import Clusters
import Scattering
import Testing

/// Headers in the styles of the programs that write PDFs, made up after the programs' habits.
struct HeaderStyleTests {
  struct Style: CustomTestStringConvertible, Sendable {
    let program: String
    let header: String
    var qmin: Double?
    var qmax: Double?
    var qdamp: Double?
    var qbroad: Double?
    var temperature: Double?
    var composition: String?
    var rows = "%.2f %.6f"
    var path = "a.gr"

    var testDescription: String { "\(program): \(header.prefix(60))" }
  }

  private static let pdfgetx3 = [
    Style(
      program: "PDFgetX3",
      header: """
        [DEFAULT]

        version = pdfgetx3-2.2.1
        # input and output specifications
        dataformat = twotheta
        inputfile = gold.chi
        outputtype = gr
        # PDF calculation setup
        mode = xray
        wavelength = 0.1867
        composition = Au
        bgscale = 0.9
        qmaxinst = 29.5
        qmin = 0.9
        qmax = 26.0
        # End of config --------------------------------------

        #### start data
        #S 1
        #L r($\\AA$)  G($\\AA^{-2}$)

        """, qmin: 0.9, qmax: 26, composition: "Au"),
    Style(
      program: "PDFgetX3, all keys after 'DEFAULT'",
      header: """
        [DEFAULT]
        composition = Pt0.5 Ni0.5
        qmaxinst = 24
        qmin = 0.5
        qmax = 23.1
        rmin = 0.0
        rmax = 60.0
        rstep = 0.01
        rpoly = 1.1
        temperature = 300 K

        #### start data
        #S 1
        #L r  G

        """, qmin: 0.5, qmax: 23.1, temperature: 300, composition: "Pt0.5 Ni0.5"),
    Style(
      program: "PDFgetX3 with quotes and Windows paths",
      header: """
        [DEFAULT]
        version = pdfgetx3-1.2
        inputfile = C:\\data\\sample: one.chi
        composition = "Pd"
        qmin = 1.1
        qmax = 21.5

        #### start data
        #S 1
        #L r($\\AA$)  G($\\AA^{-2}$)

        """, qmin: 1.1, qmax: 21.5, composition: "Pd"),
  ]

  private static let xpdfsuite = [
    Style(
      program: "xPDFsuite",
      header: """
        # xPDFsuite Configuration #
        [PDF]
        wavelength = 0.1
        composition = Ag
        qmaxinst = 30.0
        qmin = 0.8
        qmax = 25.0
        rpoly = 0.9

        [Misc]
        inputdir = /home/somebody
        savedir = /home/somebody

        #### start data
        #S 1
        #L r($\\AA$)  G($\\AA^{-2}$)

        """, qmin: 0.8, qmax: 25, composition: "Ag"),
    Style(
      program: "xPDFsuite with a temperature",
      header: """
        # xPDFsuite Configuration #
        [PDF]
        temperature = 120
        composition = Au25 S18 C144 H180
        qmin = 0.6
        qmax = 27.25
        xmax = 100.0

        #### start data
        #S 1
        #L r  G

        """, qmin: 0.6, qmax: 27.25, temperature: 120, composition: "Au25 S18 C144 H180"),
    Style(
      program: "PDFgetXgui",
      header: """
        # PDFgetXgui Configuration #
        [PDF]
        mode = xray
        composition = co
        qmin = 0.7
        qmax = 24

        #### start data
        #S 1
        #L r($\\AA$)  G($\\AA^{-2}$)

        """, qmin: 0.7, qmax: 24, composition: "Co"),
  ]

  private static let pdfgetx2 = [
    Style(
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
    Style(
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
    Style(
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

  private static let pdfgetn = [
    Style(
      program: "PDFgetN",
      header: """
        History written: Tue Dec  3 10:36:58 2013
        ##### Run Information     runCorrection=T
        prep=gsas     machine=npdf
        in beam: radius=0.45325     height=4.5
        temp=15     runTitle=Run 7334: oxide - #0000750 T=15 K, TL_displex
        ##### Sample Material     numElements=2     NormLaue=0.95485
        Element relAtomNum atomMass atomCoherCS atomIncoherCS atomAbsorpCS
          Mn        0.5000   54.931     -1.7500        0.4000     13.30000
           O        0.5000   15.999      4.2320        0.0008      0.00019
        density=2.00     effDensity=2.1862
        bank   angle   blendQmin   blendQmax       (0.0 means no info)
          1     45.0        0.85    21.00
        ## Damp     Qmin=0.85     Qmax=35     startDampQ=35    QAveMin=0.6
        ##### start data
        #O0 rg_int sig_rg_int low_int sig_low_int rmax rhofit
        #S 1 - PDF from PDFgetN
        #P0 **********    7.02817    0.42135    0.21782    1.50  ******
        #L r G(r) dr dG(r)

        """, qmin: 0.85, qmax: 35, temperature: 15, composition: "Mn0.5 O0.5",
      rows: "%7.3f %10.3f   0.0     1.5"),
    Style(
      program: "PDFgetN behind comment signs",
      header: """
        # History written: Tue May  6 11:04:33 2008
        # ##### Run Information     runCorrection=T
        # temp=300     runTitle=Run 3315: Ni commercial, RT_stick
        # Element relAtomNum atomMass atomCoherCS atomIncoherCS atomAbsorpCS
        #   Ni        1.0000   58.693     13.3000        5.2000      4.49000
        # density=7.0     effDensity=2.8777
        #   1     46.6        0.87    21.63
        # ## Damp     Qmin=0.87     Qmax=27.0     startDampQ=27.0    QAveMin=0.6
        ##### start data
        #S 1 - PDF from PDFgetN
        #L r G(r) dr dG(r)

        """, qmin: 0.87, qmax: 27, temperature: 300, composition: "Ni"),
    Style(
      program: "PDFgetN with colons and Fortran's numbers",
      header: """
        # qmin: 1.33
        # QMAX: 28.0
        # formula: Au
        ##### start data
        #P0 -22.0 1.1 0.3
        #L r G(r) dr dG(r)

        """, qmin: 1.33, qmax: 28, composition: "Au", rows: "%.2fD+00 %.6fD+00 0.0 1.0"),
  ]

  private static let gsas = [
    Style(
      program: "GSAS-II for PDFgui",
      header: """
        [DEFAULT]

        version = GSAS-II-v5.2.0

        # input and output specifications
        dataformat = Qnm
        inputfile = PWDR gold.xye
        backgroundfile =
        outputtype = gr

        # PDF calculation setup
        mode = xray
        wavelength = 0.18250
        composition = Pt3Co1
        bgscale = 1.000
        qmaxinst = 25.98
        qmin = 0.50234
        qmax = 23.9981
        rmin = 1.50
        rmax = 50.00
        rstep = 0.01

        # End of config ------------------------------------------------
        #### start data
        #S 1
        #L r($\\AA$)  G($\\AA^{-2}$)

        """, qmin: 0.50234, qmax: 23.9981, composition: "Pt3Co1", rows: "%15.2f %15.6f"),
    Style(
      program: "GSAS-II, plain",
      header: "#T G(R) PDF gold.xye\n#L R     G(R)\n", rows: "%15.6g %15.6g"),
    Style(
      program: "GSAS-II for PDFgui, shares with decimals",
      header: """
        [DEFAULT]
        version = GSAS-II-v4947
        composition = Au0.75Ag0.25
        mode = neutron
        qmin = 1.00000
        qmax = 30.0000
        #### start data
        #S 1
        #L r($\\AA$)  G($\\AA^{-2}$)

        """, qmin: 1, qmax: 30, composition: "Au0.75Ag0.25"),
  ]

  private static let mantid = [
    Style(
      program: "Mantid",
      header: """
        #Comment: neutron, Qmin=0.5, Qmax=31.42, Qdamp=0.017659, Qbroad= 0.0191822, Temperature = 300
        ##### start data
        #S 1 - PDF from Mantid 6.8.0
        #L r G(r) dr dG(r)

        """, qmin: 0.5, qmax: 31.42, qdamp: 0.017659, qbroad: 0.0191822, temperature: 300,
      rows: "  %.3f  %.6f  0  0.03"),
    Style(
      program: "Mantid without resolution",
      header: """
        #Comment: neutron, Qmin=0.910607, Qmax=34.9906
        ##### start data
        #S 1 - PDF from Mantid 6.10.0.1
        #L r G(r) dr dG(r)

        """, qmin: 0.910607, qmax: 34.9906, rows: "  %.3f  %.6f  0  0.03"),
    Style(
      program: "Mantid's columns in text",
      header: "# r , G(r) , dG(r)\n# Qmax: 30.0 , Qmin: 0.7 \n", qmin: 0.7, qmax: 30,
      rows: "%.3f,%.6f,0.01"),
  ]

  private static let gudrun = [
    Style(
      program: "Gudrun", header: "# 008162.mdor01\n#\n#\n#\n",
      rows: "   %.6E  %.6E  1.000000E-02", path: "008162.mdor01"),
    Style(
      program: "Gudrun without a fourth line", header: "# SLS50875.dor01\n# \n",
      rows: "   %.6E  %.6E  0.000000E+00", path: "SLS50875.dor01"),
    Style(
      program: "Gudrun with a number and a title",
      header: "#          3\n# gold at 20 C\n#   Qmax= 29.5\n", qmax: 29.5,
      rows: "%.6E %.6E 1.0E-03", path: "gold.mdor1"),
  ]

  private static let rmcprofile = [
    Style(
      program: "RMCProfile's data", header: "                  60\ngold.gr\n",
      rows: "%15.6g %15.6g"),
    Style(
      program: "RMCProfile's results", header: " r, PDF(RMC), PDF(Expt)\n",
      rows: "%.4f, 0.5, %.6f", path: "gold_PDF1.csv"),
    Style(
      program: "RMCProfile's results with units", header: "r (A), G(r)_expt, G(r)_rmc\n",
      rows: "%.4f, %.6f, 0.5", path: "gold_PDF.csv"),
  ]

  private static let discus = [
    Style(program: "DISCUS", header: "", rows: " %9.4f  %20.10f      0.00   1.00"),
    Style(
      program: "DISCUS with a title",
      header: "# PDF of a gold cluster by DISCUS\n#   Qmax : 25.0\n#   Qdamp : 0.03\n",
      qmax: 25, qdamp: 0.03, rows: " %9.4f  %20.10f"),
    Style(
      program: "PDFFIT",
      header: """
        # PDFFIT data, qmax=25.0 qsig=0.035 qalp=0.01
        ##### start data
        #L r(A) G(r) d_r d_Gr

        """, qmax: 25, qdamp: 0.035, qbroad: 0.01, rows: "%.4f %.6f 0.0 1.0"),
  ]

  private static let loose = [
    Style(
      program: "spaces in keys", header: "# Q_max = 22\n# q_min = 1\n# sample = Pt\n", qmin: 1,
      qmax: 22, composition: "Pt"),
    Style(
      program: "units in brackets", header: "# Qmax (1/A) = 22.0\n# Qmin [A^-1] = 1\n", qmin: 1,
      qmax: 22),
    Style(program: "no sign", header: "#Qmin 1.0\n#Qmax 22.0\n", qmin: 1, qmax: 22),
    Style(program: "a comma as point", header: "# qmax = 22,0; qmin = 1,0\n", qmin: 1, qmax: 22),
    Style(
      program: "a unit behind", header: "# Qmax: 22.0 A-1\n# T: 20 C\n# Composition: Pt\n",
      qmax: 22, temperature: 293.15, composition: "Pt"),
    Style(program: "nanometres", header: "# Qmax = 220 nm^-1\n", qmax: 22),
    Style(program: "two words", header: "% Q max = 22 and Q min = 1\n", qmin: 1, qmax: 22),
    Style(program: "a range", header: "# Q range: 1.0 - 22.0 A-1\n", qmin: 1, qmax: 22),
    Style(
      program: "JSON", header: "# {\"qmin\": 1.0, \"qmax\": 22.0, \"composition\": \"Pt\"}\n",
      qmin: 1,
      qmax: 22, composition: "Pt"),
    Style(
      program: "a name of a metal", header: "# element = Pt\n# Qmax\t22.0 Å⁻¹\n", qmax: 22,
      composition: "Pt"),
    Style(
      program: "commas between keys", header: "# qmin 1.0, qmax 22.0\n# material: platinum\n",
      qmin: 1, qmax: 22, composition: "Pt"),
    Style(program: "nothing known", header: "# Qmax = unknown\n# Qmin = n/a\n"),
    Style(program: "a temperature in the name", header: "", temperature: 210, path: "a_210K.gr"),
  ]

  @Test(
    arguments: pdfgetx3 + xpdfsuite + pdfgetx2 + pdfgetn + gsas + mantid + gudrun + rmcprofile
      + discus + loose)
  func isRead(_ style: Style) throws {
    let text = style.header + MadeUpCurve.rows(style.rows)
    for text in [text, text.replacing("\n", with: "\r\n"), "\u{FEFF}" + text] {
      let pdf = try GRFile.parse(text, path: style.path)
      #expect(pdf.qmin == style.qmin)
      #expect(pdf.qmax == style.qmax)
      #expect(pdf.qdamp == style.qdamp)
      #expect(pdf.qbroad == style.qbroad)
      #expect(pdf.temperature == style.temperature)
      #expect(pdf.composition?.description == style.composition)
      try #require(pdf.r.count == MadeUpCurve.r.count)
      #expect(zip(pdf.r, MadeUpCurve.r).allSatisfy { abs($0 - $1) < 1e-9 })
      // PDFgetN writes three decimals.
      #expect(zip(pdf.g, MadeUpCurve.g).allSatisfy { abs($0 - $1) < 6e-4 })
    }
  }
}
