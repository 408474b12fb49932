" Colours for deepstruc; made by 'deepstruc debug editors'.
if exists("b:current_syntax")
  finish
endif

syntax match deepLabel "\<\k\+\ze\s*:"
syntax keyword deepCommand abs append assert atan bcc catalogue ceil classify clock cos count crystal csv dataset decahedron describe deviation displacement ensemble evaluate exists exp fcc files filter find finishTraining floor graph group hcp head help icosahedron infer join keys latent load log log10 lower map max mean median min mine normal normalise number octahedron particle pi plot plots print random rankCorrelation refine replace resample reshape reversed round save sc scatter seed select simulate sin solve sort sorted split sqrt stacking sum table tan text time track train transform trim unique upper where with wulff
syntax keyword deepKeyword if else while for break continue def return use try
syntax keyword deepOperator and or not in by
syntax keyword deepConstant true false none
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
