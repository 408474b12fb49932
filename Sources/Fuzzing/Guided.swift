#if COVERAGE
  import Foundation

  /// Inputs that libFuzzer makes, which keeps those that reach new places of the program.
  ///
  /// Its own `main` runs; it ends at the first finding, which it keeps in the working folder. (LLVM,
  /// libFuzzer, https://llvm.org/docs/LibFuzzer.html.)
  enum Guided {
    fileprivate nonisolated(unsafe) static var target: (any Target)?
    fileprivate nonisolated(unsafe) static var folder = ""

    /// What libFuzzer is told.
    fileprivate static func arguments(_ options: Options) -> [String] {
      let corpus = options.folder + "/corpus"
      try? FileManager.default.createDirectory(atPath: corpus, withIntermediateDirectories: true)
      for (i, seed) in options.kind.seeds(options).enumerated() {
        FileManager.default.createFile(atPath: "\(corpus)/\(i)", contents: Data(seed))
      }
      let words = options.folder + "/words"
      FileManager.default.createFile(
        atPath: words, contents: Data(dictionary(options.kind.words).utf8))
      return [
        "-runs=\(options.count)", "-seed=\(options.seed)", "-timeout=100",
        "-rss_limit_mb=2048", "-max_len=131072", "-dict=\(words)",
        "-artifact_prefix=fuzz-\(options.kind.rawValue)-", "-close_fd_mask=1",
        "-print_final_stats=1", corpus,
      ]
    }

    /// The words in libFuzzer's spelling: by their bytes.
    private static func dictionary(_ words: [String]) -> String {
      words.map { word in
        "\"" + word.utf8.map { String(format: "\\x%02X", $0) }.joined() + "\"\n"
      }.joined()
    }
  }

  typealias Words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  /// Is called first, by this name; it may change the program's arguments.
  @_cdecl("LLVMFuzzerInitialize")
  func begin(_ count: UnsafeMutablePointer<Int32>, _ words: UnsafeMutablePointer<Words?>) -> Int32 {
    guard let options = Options(Array(CommandLine.arguments.dropFirst())) else { Fuzz.refuse() }
    signal(SIGPIPE, SIG_IGN)
    Guided.target = options.kind.target(options)
    Guided.folder = options.folder
    atexit { try? FileManager.default.removeItem(atPath: Guided.folder) }
    // The first one, the program's name, has to stay.
    let arguments = Guided.arguments(options).map { strdup($0) }
    let all = [words.pointee?[0]] + arguments + [nil]
    words.pointee = Words.allocate(capacity: all.count)
    words.pointee?.initialize(from: all, count: all.count)
    count.pointee = Int32(arguments.count + 1)
    return 0
  }

  /// Is called with each input, by this name.
  @_cdecl("LLVMFuzzerTestOneInput")
  func tryInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    Guided.target?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
  }
#endif
