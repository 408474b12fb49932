import Script

/// Colours for JupyterLab and Notebook 7: a mode of CodeMirror in an extension that needs no build.
///
/// JupyterLab loads it as a container of Module Federation, which is an object with two functions
/// (https://webpack.js.org/concepts/module-federation/); what it shares of CodeMirror comes from there.
public struct LabExtension {
  /// Paths below `labextensions/deepstruc`, with their texts.
  public let files: [(path: String, text: String)]

  public init(_ commands: CommandSet, version: String) {
    self.init(SyntaxWords(commands), version: version)
  }

  init(_ words: SyntaxWords, version: String) {
    func set(_ words: [String]) -> String {
      "new Set(" + "\(words)".replacing("\", \"", with: "\",\"") + ")"
    }
    files = [
      (
        "package.json",
        """
        {
          "name": "deepstruc",
          "version": "\(version)",
          "description": "Colours for scripts and notebooks of deepstruc.",
          "license": "Apache-2.0",
          "jupyterlab": {
            "extension": true,
            "_build": { "load": "static/remoteEntry.js", "extension": "./extension" }
          }
        }

        """
      ),
      (
        "static/remoteEntry.js",
        """
        // Colours for deepstruc in JupyterLab; made by 'deepstruc debug editors'.
        (() => {
          const constants = \(set(words.constants));
          const operators = \(set(words.operators));
          const keywords = \(set(words.keywords));
          const commands = \(set(words.commands));

        \(Self.mode)
        \(Self.container)
        })();

        """
      ),
    ]
  }

  /// How words are told apart. `open` holds what is open: a text, or a bracket in one.
  private static let mode = #"""
      const mode = {
        name: "deepstruc",
        startState: () => ({ open: [], depth: 0 }),
        copyState: (state) => ({ open: [...state.open], depth: state.depth }),
        token(stream, state) {
          const inside = state.open[state.open.length - 1];
          if (inside === '"') {
            if (stream.match(/^[^"\\]+/)) return "string";
            if (stream.match("\\(")) {
              state.open.push("(");
              return "string.special";
            }
            if (stream.next() === "\\") {
              stream.next();
              return "string.special";
            }
            state.open.pop();
            return "string";
          }
          if (stream.sol()) state.open = [];
          if (stream.eatSpace()) return null;
          if (stream.match(/^##.*/)) return "docComment";
          if (stream.match(/^#.*/)) return "comment";
          if (stream.match(/^(\d+(\.(?!\.)\d*)?|\.\d+)([eE][-+]?\d+)?/)) return "number";
          const name = stream.match(/^[\p{L}_][\p{L}\p{N}_]*/u);
          if (name) {
            const word = name[0];
            if (constants.has(word)) return "atom";
            if (operators.has(word)) return "operatorKeyword";
            if (keywords.has(word)) return "keyword";
            if (stream.match(/^\s*:/, false)) return "propertyName";
            return commands.has(word) ? "variableName.standard" : "variableName";
          }
          const sign = stream.next();
          if (sign === '"') {
            state.open.push('"');
            return "string";
          }
          if (inside && sign === "(") state.open.push("(");
          if (inside && sign === ")") {
            state.open.pop();
            return state.open[state.open.length - 1] === '"' ? "string.special" : "bracket";
          }
          if ("([{".includes(sign)) state.depth += 1;
          if (")]}".includes(sign)) state.depth = Math.max(state.depth - 1, 0);
          return "()[]{}".includes(sign) ? "bracket" : "operator";
        },
        indent(state, after, context) {
          const closes = /^\s*[)\]}]/.test(after) ? 1 : 0;
          return Math.max(state.depth - closes, 0) * context.unit;
        },
        languageData: {
          commentTokens: { line: "#" },
          closeBrackets: { brackets: ["(", "[", "{", '"'] },
          indentOnInput: /^\s*[)\]}]$/,
        },
      };

    """#

  private static let container = #"""
      let scope;
      const shared = async (name) => {
        const versions = Object.values(scope[name]);
        return (await (versions.find((one) => one.loaded) ?? versions[0]).get())();
      };
      const container = {
        init: (given) => {
          scope = given;
        },
        get: async () => {
          const { IEditorLanguageRegistry } = await shared("@jupyterlab/codemirror");
          const { LanguageSupport, StreamLanguage } = await shared("@codemirror/language");
          const plugin = {
            id: "deepstruc:syntax",
            description: "Colours for deepstruc.",
            autoStart: true,
            requires: [IEditorLanguageRegistry],
            activate: (app, languages) => {
              languages.addLanguage({
                name: "deepstruc",
                mime: "text/x-deepstruc",
                extensions: ["deep"],
                load: async () => new LanguageSupport(StreamLanguage.define(mode)),
              });
              app.docRegistry.addFileType({
                name: "deepstruc",
                displayName: "deepstruc script",
                extensions: [".deep"],
                mimeTypes: ["text/x-deepstruc"],
                fileFormat: "text",
              });
            },
          };
          return () => ({ __esModule: true, default: plugin });
        },
      };
      window._JUPYTERLAB = window._JUPYTERLAB ?? {};
      window._JUPYTERLAB["deepstruc"] = container;
    """#
}
