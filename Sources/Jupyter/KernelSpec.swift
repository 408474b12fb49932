import Foundation
import Numerics

/// What Jupyter must know of a kernel: how it is started, and how it is called.
///
/// Source: "Kernel specs" in https://jupyter-client.readthedocs.io/en/stable/kernels.html.
public struct KernelSpec: Encodable {
  let argv: [String]
  let display_name = "deepstruc"
  let language = "deepstruc"
  let interrupt_mode = "message"
  let kernel_protocol_version = Composer.protocolVersion

  /// - Parameter program: its path.
  public init(program: String) { argv = [program, "jupyter", "run", "{connection_file}"] }

  /// Writes the files that Jupyter looks for.
  ///
  /// - Parameters:
  ///   - folder: Jupyter's folder of data.
  ///   - colours: for JupyterLab.
  /// - Returns: the kernel's folder.
  public func install(in folder: String, with colours: LabExtension) throws -> String {
    let place = folder + "/kernels/deepstruc/"
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(self), as: UTF8.self)
    try Self.write(text + "\n", to: place + "kernel.json")
    try Self.write(Logo.svg, to: place + "logo-svg.svg")
    for (path, text) in colours.files {
      try Self.write(text, to: folder + "/labextensions/deepstruc/" + path)
    }
    return place
  }

  /// Writes a file, and makes the folders above it.
  public static func write(_ text: String, to path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(wholeFile: path)
  }
}
