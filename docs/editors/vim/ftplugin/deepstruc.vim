setlocal commentstring=#\ %s comments=:##,:# expandtab shiftwidth=2 softtabstop=2
setlocal cindent cinkeys=0{,0},0),0],o,O indentkeys=0{,0},0),0],o,O
