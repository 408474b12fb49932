/// What the programs of neutron sources write, and GSAS-II.
extension HeaderStyle {
  static let pdfgetn = [
    HeaderStyle(
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
    HeaderStyle(
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
    HeaderStyle(
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

  static let gsas = [
    HeaderStyle(
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
    HeaderStyle(
      program: "GSAS-II, plain",
      header: "#T G(R) PDF gold.xye\n#L R     G(R)\n", rows: "%15.6g %15.6g"),
    HeaderStyle(
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

  static let mantid = [
    HeaderStyle(
      program: "Mantid",
      header: """
        #Comment: neutron, Qmin=0.5, Qmax=31.42, Qdamp=0.017659, Qbroad= 0.0191822, Temperature = 300
        ##### start data
        #S 1 - PDF from Mantid 6.8.0
        #L r G(r) dr dG(r)

        """, qmin: 0.5, qmax: 31.42, qdamp: 0.017659, qbroad: 0.0191822, temperature: 300,
      rows: "  %.3f  %.6f  0  0.03"),
    HeaderStyle(
      program: "Mantid without resolution",
      header: """
        #Comment: neutron, Qmin=0.910607, Qmax=34.9906
        ##### start data
        #S 1 - PDF from Mantid 6.10.0.1
        #L r G(r) dr dG(r)

        """, qmin: 0.910607, qmax: 34.9906, rows: "  %.3f  %.6f  0  0.03"),
    HeaderStyle(
      program: "Mantid's columns in text",
      header: "# r , G(r) , dG(r)\n# Qmax: 30.0 , Qmin: 0.7 \n", qmin: 0.7, qmax: 30,
      rows: "%.3f,%.6f,0.01"),
  ]

  static let gudrun = [
    HeaderStyle(
      program: "Gudrun", header: "# 008162.mdor01\n#\n#\n#\n",
      rows: "   %.6E  %.6E  1.000000E-02", path: "008162.mdor01"),
    HeaderStyle(
      program: "Gudrun without a fourth line", header: "# SLS50875.dor01\n# \n",
      rows: "   %.6E  %.6E  0.000000E+00", path: "SLS50875.dor01"),
    HeaderStyle(
      program: "Gudrun with a number and a title",
      header: "#          3\n# gold at 20 C\n#   Qmax= 29.5\n", qmax: 29.5,
      rows: "%.6E %.6E 1.0E-03", path: "gold.mdor1"),
  ]
}
