import Foundation
import Jupyter
import Numerics
import Script

/// Messages that clients of Jupyter send: the type in the first line, and the content behind it.
///
/// Half of them come signed, as if a client were wild; the others are what a stranger sends.
struct MessageTarget: Target {
  let mutator: Mutator
  private let clock: Clock
  private let kernel: Kernel
  private let outbox: Outbox
  private let signer = Signer(key: "key")

  init(mutator: Mutator, clock: Clock) {
    self.mutator = mutator
    self.clock = clock
    let language = SessionLanguage(
      Session(interrupt: clock.interrupt), name: "fuzz", version: "", banner: ""
    ) { _ in true }
    let composer = Composer(signer)
    outbox = Outbox(composer)
    kernel = Kernel(language, composer, outbox) { 0 }
  }

  static let examples = [
    #"execute_request{"code":"print 6 * 7","silent":false,"store_history":true,"stop_on_error":true,"user_expressions":{"a":"1"}}"#,
    #"execute_request{"code":"for i in 1..3 {\n  print i\n}\n[1, 2]"}"#,
    #"complete_request{"code":"x = 1; pri","cursor_pos":10}"#,
    #"inspect_request{"code":"print 1","cursor_pos":3,"detail_level":1}"#,
    #"is_complete_request{"code":"for i in 1..3 {"}"#,
    #"history_request{"output":true,"raw":true,"hist_access_type":"range","session":0,"start":1,"stop":9}"#,
    #"history_request{"hist_access_type":"search","pattern":"*a?b*","n":3,"unique":true,"output":false}"#,
    #"comm_open{"comm_id":"a","target_name":"b","data":{"c":[1,2.5,null,true]}}"#,
    "comm_info_request{}", "kernel_info_request{}", #"shutdown_request{"restart":true}"#,
  ].map { $0.replacing("{", with: "\n{", maxReplacements: 1) }

  func input(from random: inout RandomGenerator) -> [UInt8] { mutator.input(from: &random) }

  func run(_ input: [UInt8]) {
    let lines = input.split(separator: 10, maxSplits: 1, omittingEmptySubsequences: false)
    let header =
      Array(#"{"msg_id":"1","session":"s","msg_type":""#.utf8) + lines[0] + Array("\"}".utf8)
    let parts = [
      header, Array("{}".utf8), Array("{}".utf8), lines.count > 1 ? Array(lines[1]) : [],
    ]
    clock.start()
    if let message = Message(
      [[1, 2], Message.delimiter, signer.signature(of: parts)] + parts, signer)
    {
      kernel.handle(message, number: 1)
    }
    clock.stop()
    while outbox.next().message != nil {}
    // A stranger's: frames as they come.
    let frames = input.split(separator: 0, omittingEmptySubsequences: false).map(Array.init)
    _ = Message(frames, signer)
    _ = Message([Message.delimiter] + frames, Signer(key: ""))
  }
}

/// Notebooks that are read as scripts.
struct NotebookTarget: Target {
  let mutator: Mutator

  func input(from random: inout RandomGenerator) -> [UInt8] { mutator.input(from: &random) }

  func run(_ input: [UInt8]) {
    guard let script = try? NotebookScript(Data(input), path: "input.ipynb") else { return }
    let session = Session()
    guard let program = try? session.parse(Source(name: "input", text: script.text)) else { return }
    _ = NotebookFile(Notebook(program)) { _, _ in nil }.text
  }
}
