/// What PDFgetX3 writes, and the programs around it.
extension HeaderStyle {
  static let pdfgetx3 = [
    HeaderStyle(
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
    HeaderStyle(
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
    HeaderStyle(
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

  static let xpdfsuite = [
    HeaderStyle(
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
    HeaderStyle(
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
    HeaderStyle(
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
}
