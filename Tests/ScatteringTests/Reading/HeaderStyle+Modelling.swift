/// What programs that model write.
extension HeaderStyle {
  static let rmcprofile = [
    HeaderStyle(
      program: "RMCProfile's data", header: "                  60\ngold.gr\n",
      rows: "%15.6g %15.6g"),
    HeaderStyle(
      program: "RMCProfile's results", header: " r, PDF(RMC), PDF(Expt)\n",
      rows: "%.4f, 0.5, %.6f", path: "gold_PDF1.csv"),
    HeaderStyle(
      program: "RMCProfile's results with units", header: "r (A), G(r)_expt, G(r)_rmc\n",
      rows: "%.4f, %.6f, 0.5", path: "gold_PDF.csv"),
  ]

  static let discus = [
    HeaderStyle(program: "DISCUS", header: "", rows: " %9.4f  %20.10f      0.00   1.00"),
    HeaderStyle(
      program: "DISCUS with a title",
      header: "# PDF of a gold cluster by DISCUS\n#   Qmax : 25.0\n#   Qdamp : 0.03\n",
      qmax: 25, qdamp: 0.03, rows: " %9.4f  %20.10f"),
    HeaderStyle(
      program: "PDFFIT",
      header: """
        # PDFFIT data, qmax=25.0 qsig=0.035 qalp=0.01
        ##### start data
        #L r(A) G(r) d_r d_Gr

        """, qmax: 25, qdamp: 0.035, qbroad: 0.01, rows: "%.4f %.6f 0.0 1.0"),
  ]
}
