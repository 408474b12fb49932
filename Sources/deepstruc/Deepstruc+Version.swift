import CMark
import CReadline
import Classifying
import Figures
import Numerics
import Scattering

extension Deepstruc {
  /// The version, the build, and the libraries that it runs with.
  static var longVersion: String {
    #if arch(x86_64)
      let machine = "x86_64"
    #elseif arch(arm64)
      let machine = "arm64"
    #else
      let machine = "another machine"
    #endif
    #if DEBUG
      let build = "debug"
    #else
      let build = "release"
    #endif
    #if compiler(>=6.3)
      let compiler = "Swift 6.3 or newer"
    #elseif compiler(>=6.2)
      let compiler = "Swift 6.2"
    #else
      let compiler = "Swift 6.1"
    #endif
    let libraries = [
      ("linear algebra", LinearAlgebra.library), ("HDF5", LabelledGraph.libraryVersion),
      ("XGBoost", TreeTrainer.libraryVersion), ("gnuplot", Gnuplot.version),
      ("cmark-gfm", String(cString: cmark_version_string())),
      ("readline", String(cString: creadline_version())),
    ]
    let width = libraries.map(\.0.count).max() ?? 0
    return "deepstruc \(version)\n\(build) build for \(machine), \(compiler)\n"
      + libraries.map {
        "\($0)\(String(repeating: " ", count: width - $0.count))  \($1)"
      }.joined(separator: "\n")
  }
}
