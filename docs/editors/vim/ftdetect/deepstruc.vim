autocmd BufRead,BufNewFile *.deep setfiletype deepstruc
