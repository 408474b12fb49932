/// Colours for VS Code: a grammar as TextMate has them, in an extension that is copied into
/// `~/.vscode/extensions`.
///
/// Source: https://code.visualstudio.com/api/language-extensions/syntax-highlight-guide.
struct TextMate {
  let files: [(path: String, text: String)]

  init(_ words: SyntaxWords, version: String) {
    files = [
      ("package.json", Self.package(version)),
      ("language-configuration.json", Self.configuration),
      ("deepstruc.tmLanguage.json", Self.grammar(words)),
    ]
  }

  private static func package(_ version: String) -> String {
    """
    {
      "name": "deepstruc",
      "displayName": "deepstruc",
      "description": "Colours for scripts and notebooks of deepstruc.",
      "version": "\(version)",
      "publisher": "deepstruc",
      "license": "Apache-2.0",
      "engines": { "vscode": "^1.70.0" },
      "categories": ["Programming Languages"],
      "contributes": {
        "languages": [
          {
            "id": "deepstruc",
            "aliases": ["deepstruc"],
            "extensions": [".deep"],
            "mimetypes": ["text/x-deepstruc"],
            "configuration": "./language-configuration.json"
          }
        ],
        "grammars": [
          {
            "language": "deepstruc",
            "scopeName": "source.deepstruc",
            "path": "./deepstruc.tmLanguage.json"
          }
        ]
      }
    }

    """
  }

  private static let configuration = #"""
    {
      "comments": { "lineComment": "#" },
      "brackets": [["{", "}"], ["[", "]"], ["(", ")"]],
      "autoClosingPairs": [["{", "}"], ["[", "]"], ["(", ")"], ["\"", "\""]],
      "surroundingPairs": [["{", "}"], ["[", "]"], ["(", ")"], ["\"", "\""]],
      "indentationRules": {
        "increaseIndentPattern": "^.*[{\\[(]\\s*$",
        "decreaseIndentPattern": "^\\s*[}\\])].*$"
      }
    }

    """#

  private static func grammar(_ words: SyntaxWords) -> String {
    func one(of words: [String]) -> String { "\\\\b(\(words.joined(separator: "|")))\\\\b" }
    return #"""
      {
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "name": "deepstruc",
        "scopeName": "source.deepstruc",
        "patterns": [{ "include": "#code" }],
        "repository": {
          "code": {
            "patterns": [
              { "name": "comment.block.documentation.deepstruc", "match": "##.*$" },
              { "name": "comment.line.number-sign.deepstruc", "match": "#.*$" },
              { "include": "#text" },
              { "name": "constant.numeric.deepstruc", "match": "(\\b\\d+(\\.(?!\\.)\\d*)?|\\.\\d+)([eE][-+]?\\d+)?" },
              { "name": "constant.language.deepstruc", "match": "\#(one(of: words.constants))" },
              { "name": "keyword.operator.word.deepstruc", "match": "\#(one(of: words.operators))" },
              { "name": "keyword.control.deepstruc", "match": "\#(one(of: words.keywords))" },
              { "name": "variable.parameter.deepstruc", "match": "\\b[\\p{L}_][\\p{L}\\p{N}_]*(?=\\s*:)" },
              { "name": "support.function.deepstruc", "match": "\#(one(of: words.commands))" },
              { "name": "keyword.operator.deepstruc", "match": "=>|==|!=|<=|>=|\\.\\.|[-+*/%^<>=]" }
            ]
          },
          "text": {
            "name": "string.quoted.double.deepstruc",
            "begin": "\"",
            "end": "\"|$",
            "patterns": [
              {
                "name": "meta.interpolation.deepstruc",
                "begin": "\\\\\\(",
                "end": "\\)",
                "patterns": [{ "include": "#brackets" }, { "include": "#code" }]
              },
              { "name": "constant.character.escape.deepstruc", "match": "\\\\(u\\{[0-9A-Fa-f]+\\}|.)" }
            ]
          },
          "brackets": {
            "begin": "\\(",
            "end": "\\)",
            "patterns": [{ "include": "#brackets" }, { "include": "#code" }]
          }
        }
      }

      """#
  }
}
