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
  /// - Parameter folder: Jupyter's folder of data.
  /// - Returns: the kernel's folder.
  public func install(in folder: String) throws -> String {
    let place = folder + "/kernels/deepstruc"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(self), as: UTF8.self)
    try (text + "\n").write(wholeFile: place + "/kernel.json")
    return place
  }
}
