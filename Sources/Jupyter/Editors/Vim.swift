/// Colours for vim: files for `~/.vim`.
struct Vim {
  let files: [(path: String, text: String)]

  init(_ words: SyntaxWords) {
    files = [
      ("ftdetect/deepstruc.vim", "autocmd BufRead,BufNewFile *.deep setfiletype deepstruc\n"),
      (
        "ftplugin/deepstruc.vim",
        """
        setlocal commentstring=#\\ %s comments=:##,:# expandtab shiftwidth=2 softtabstop=2
        setlocal cindent cinkeys=0{,0},0),0],o,O indentkeys=0{,0},0),0],o,O

        """
      ),
      ("syntax/deepstruc.vim", Self.syntax(words)),
    ]
  }

  private static func syntax(_ words: SyntaxWords) -> String {
    func list(_ words: [String]) -> String { words.joined(separator: " ") }
    return #"""
      " Colours for deepstruc; made by 'deepstruc debug editors'.
      if exists("b:current_syntax")
        finish
      endif

      syntax match deepLabel "\<\k\+\ze\s*:"
      syntax keyword deepCommand \#(list(words.commands))
      syntax keyword deepKeyword \#(list(words.keywords))
      syntax keyword deepOperator \#(list(words.operators))
      syntax keyword deepConstant \#(list(words.constants))
      syntax match deepNumber "\<\d\+\%(\.\.\@!\d*\)\=\%([eE][-+]\=\d\+\)\="
      syntax match deepComment "#.*$"
      syntax match deepProse "##.*$"
      syntax match deepEscape contained "\\\%(u{\x\+}\|.\)"
      syntax region deepBracket contained transparent start="(" end=")" contains=TOP,deepBracket
      syntax region deepInterpolation contained matchgroup=deepEscape start="\\(" end=")" contains=TOP,deepBracket
      syntax region deepText start=+"+ end=+"\|$+ contains=deepEscape,deepInterpolation

      highlight default link deepLabel Identifier
      highlight default link deepCommand Function
      highlight default link deepKeyword Statement
      highlight default link deepOperator Operator
      highlight default link deepConstant Constant
      highlight default link deepNumber Number
      highlight default link deepComment Comment
      highlight default link deepProse SpecialComment
      highlight default link deepEscape Special
      highlight default link deepText String

      let b:current_syntax = "deepstruc"

      """#
  }
}
