import Languages

/// Languages of builds and editors.
extension CodeGrammar {
    static let cmake = CodeGrammar(
        "cmake",
        words: [
            .k: """
            if elseif else endif foreach endforeach while endwhile function endfunction macro
            endmacro return break continue include block endblock
            """,
            .kc: "on off true false",
            .ow: """
            and or not defined exists strequal equal less greater matches version_less
            version_greater version_equal
            """,
        ],
        interpolations: ["\"": .dollarBraces], sigils: ["$": .nv], names: "-", traits: .calls,
        ignoresCase: true)

    static let vim = CodeGrammar(
        "vim", syntax: LexicalSyntax(strings: [.double, .single]),
        words: [
            .k: """
            if else elseif endif for endfor while endwhile function function! endfunction return
            let unlet call execute try catch finally endtry throw break continue set setlocal
            augroup autocmd command command! map nmap vmap imap noremap nnoremap vnoremap
            inoremap source syntax highlight filetype colorscheme echo echom silent normal
            Plug Plugin Bundle call!
            """,
            .nb: "v g s l a b w t",
        ],
        names: "!", traits: [.calls, .quoteComments])
}
