" Vim and Neovim: `:make` runs the checks on the folder that one is in, `:cnext` goes from finding to finding.
set makeprg=chancery\ check
set errorformat=%Eerror[%.%#]:\ %m,%Wwarning[%.%#]:\ %m,%Inote[%.%#]:\ %m,%Z%*[\ ]-->\ %f:%l:%c,%-G%.%#
