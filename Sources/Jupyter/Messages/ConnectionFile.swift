import Foundation
import Numerics

/// Where a kernel is to listen and how it is to sign: the file that Jupyter writes for it.
///
/// Source: "Connection files" in https://jupyter-client.readthedocs.io/en/stable/kernels.html.
public struct ConnectionFile: Decodable, Sendable {
  let transport: String
  let ip: String
  let shell_port: Int
  let iopub_port: Int
  let stdin_port: Int
  let control_port: Int
  let hb_port: Int
  /// Empty where messages are not signed.
  let key: String
  let signature_scheme: String?

  /// - Throws: `FileError` where it cannot be read, or asks for what there is not.
  public init(reading path: String) throws {
    let data = try Data(readingFile: path, most: 1 << 20)
    do {
      self = try JSONDecoder().decode(ConnectionFile.self, from: data)
    } catch {
      throw FileError(path, "this is no connection file of Jupyter")
    }
    if let scheme = signature_scheme, !scheme.isEmpty, scheme != "hmac-sha256", !key.isEmpty {
      throw FileError(path, "messages are signed by \(scheme), which is not known here")
    }
    guard ["tcp", "ipc"].contains(transport) else {
      throw FileError(path, "the transport \(transport) is not known here")
    }
  }

  /// The address of a socket, as `tcp://127.0.0.1:40885`.
  func address(_ port: Int) -> String {
    transport == "ipc" ? "ipc://\(ip)-\(port)" : "tcp://\(ip):\(port)"
  }
}
