import Foundation

/// The kinds of inputs.
enum Kind: String, CaseIterable {
  case gr, xyz, cif, pdb, vasp, csv, deep, calls, prompt, safetensors, hdf5, ipynb, messages

  var ending: String {
    switch self {
    case .calls, .prompt: "deep"
    case .hdf5: "h5"
    default: rawValue
    }
  }

  func target(_ options: Options) -> any Target {
    let mutator = { Mutator(seeds: seeds(options), words: words) }
    return switch self {
    case .deep: ScriptTarget(mutator: mutator(), clock: Clock(milliseconds: 50))
    case .prompt: PromptTarget(mutator())
    case .messages: MessageTarget(mutator: mutator(), clock: Clock(milliseconds: 50))
    case .ipynb: NotebookTarget(mutator: mutator())
    case .calls:
      CallTarget(folder: options.folder, model: wholeModel, clock: Clock(milliseconds: 300))
    default:
      FileTarget(ending, seeds: seeds(options), words: words, folder: options.folder)
    }
  }

  /// The package's folder.
  private var root: String {
    var url = URL(filePath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path
  }

  private var wholeModel: String? {
    let path = "\(root)/Tests/GenerativeTests/damaged/whole-mmnp.safetensors"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// The inputs of the tests, and those of a folder that was named.
  func seeds(_ options: Options) -> [[UInt8]] {
    let endings = self == .csv ? ["csv", "tsv", "txt", "gr"] : [self == .prompt ? "deep" : ending]
    let folders =
      ["\(root)/Tests", "\(root)/scripts", "\(root)/docs/lessons"]
      + (options.seeds.map { [$0] } ?? [])
    var seeds: [[UInt8]] = []
    for folder in folders {
      let files = FileManager.default.enumerator(atPath: folder)
      while let name = files?.nextObject() as? String {
        let isLarge =
          (files?.fileAttributes?[.size] as? Int ?? 0) > (self == .safetensors ? 1 << 16 : 1 << 15)
        guard endings.contains((name as NSString).pathExtension), !isLarge else { continue }
        seeds.append(Array(FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()))
      }
    }
    // The order of a folder is the system's; that of the inputs is not.
    seeds.sort { $0.lexicographicallyPrecedes($1) }
    return seeds + own.map { Array($0.utf8) }
  }

  /// Inputs that no test keeps as a file.
  private var own: [String] {
    switch self {
    case .gr, .csv:
      [
        "# qmax = 22.0\n#### start data\n"
          + (0..<60).map { "\(Double($0) / 10) \($0 % 7)\n" }.joined(),
        "r,G\n0,1\n1,2\n2,3\n3,4\n4,5\n", "name;rw\na;0,5\nb;1,5\n",
      ]
    case .xyz: ["3\nlabel=\"a\" bond=2.8\nAu 0 0 0\nAu 2.8 0 0\nAu 0 2.8 0\n"]
    case .cif:
      [
        """
        data_Au
        _cell_length_a 4.08
        _cell_length_b 4.08
        _cell_length_c 4.08
        _cell_angle_alpha 90
        _cell_angle_beta 90
        _cell_angle_gamma 90
        loop_
        _space_group_symop_operation_xyz
        'x, y, z'
        'x, y+1/2, z+1/2'
        loop_
        _atom_site_label
        _atom_site_type_symbol
        _atom_site_fract_x
        _atom_site_fract_y
        _atom_site_fract_z
        _atom_site_occupancy
        Au1 Au 0 0 0 1

        """
      ]
    case .pdb:
      [
        "ATOM      1 AU   AU  A   1       0.000   0.000   0.000  1.00  0.00          AU\n"
          + "ATOM      2 AU   AU  A   1       2.880   0.000   0.000  1.00  0.00          AU\nEND\n"
      ]
    case .messages: MessageTarget.examples
    case .vasp: ["gold\n1.0\n4.08 0 0\n0 4.08 0\n0 0 4.08\nAu\n2\nDirect\n0 0 0\n0.5 0.5 0\n"]
    default: []
    }
  }

  var words: [String] {
    switch self {
    case .gr, .csv:
      [
        "qmax = ", "Qmin", "composition", "#### start data", "#L r G", "rpoly", "nan", "Å", "\t",
        "[DEFAULT]", "density", "temperature = 300", "S(Q)", "2theta", "# ",
      ]
    case .xyz, .cif, .pdb, .vasp:
      [
        "Properties=species:S:1:pos:R:3", "Lattice=\"", "label=", "bond=", "type=fcc", "Au ", "Pt",
        "loop_", "_atom_site_", "_cell_length_a ", "ATOM  ", "HETATM", "Direct", "Cartesian",
        "Selective dynamics", "'x, -y, z+1/2'", "data_", ";",
      ]
    case .deep, .prompt, .calls:
      [
        "if ", "else ", "while ", "for ", "in ", "def ", "return ", "use ", "not ", "and ", "or ",
        "true", "none", "print ", "[", "]", "(", ")", "{", "}", "\"", "\\(", "\\u{1F600}", "..",
        " by ", "^", "%", "x = ", ".count", "sorted(", "append(", "table(", ".where(", "join(",
        "random(3)", "text(", "?", "??", ":save ", ":", "try ", "x => ",
      ]
    case .safetensors:
      [
        "\"F16\"", "\"F32\"", "\"shape\":[", "\"data_offsets\":[", "__metadata__", "step", "[]",
        "{}",
      ]
    case .ipynb, .messages:
      [
        "\"code\":", "\"cursor_pos\":", "\"silent\":true", "\"store_history\":", "null", "[]", "{}",
        "_request", "execute_request", "complete_request", "history_request", "comm_open",
        "\"user_expressions\":{\"a\":\"1\"}", "\\ud800", "\\u0000", "\"source\":", "markdown",
        "[[[[[[[[[[[[[[[[",
      ]
    case .hdf5: []
    }
  }
}
