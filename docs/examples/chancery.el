;; Emacs: `M-x compile' with `chancery check', then `next-error'.
(with-eval-after-load 'compile
  (add-to-list 'compilation-error-regexp-alist 'chancery)
  (add-to-list 'compilation-error-regexp-alist-alist
               '(chancery "^\\(?:error\\|\\(warning\\)\\|\\(note\\)\\)\\[[a-z0-9-]+\\]: .*\n *--> \\(.+\\):\\([0-9]+\\):\\([0-9]+\\)$"
                          3 4 5 (1 . 2))))
