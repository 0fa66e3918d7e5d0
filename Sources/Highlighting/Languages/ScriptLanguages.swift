import Languages

/// Ruby and other languages of scripts.
extension CodeGrammar {
    static let ruby = CodeGrammar(
        "ruby",
        words: [
            .k: """
            BEGIN END alias begin break case defined? do else elsif end ensure for if in next
            redo rescue raise retry return super then undef unless until when while yield
            require require_relative include extend attr_accessor attr_reader attr_writer
            private protected public loop lambda proc puts
            """,
            .kd: "class def module", .kc: "true false nil", .bp: "self __FILE__ __LINE__",
            .ow: "and or not",
        ],
        introducing: [.nf: "def", .nc: "class", .nn: "module"],
        interpolations: ["\"": .hash], sigils: ["@": .vi, "$": .vg], names: "?",
        traits: [
            .calls, .regexLiterals, .percentLiterals, .symbols, .hereDocuments, .beginComments,
        ])

    static let perl = CodeGrammar(
        "perl",
        words: [
            .k: """
            and case cmp continue do else elsif eq for foreach ge gt if last le lt my ne next no
            not or our package redo require return sub unless until use when while xor local
            given state BEGIN END
            """,
            .nb: """
            bless chomp chop chr close defined delete die each eof eval exists exit grep index
            join keys lc length map open ord pop pos print printf push ref reverse say scalar
            shift sort splice split sprintf substr uc undef unlink unshift values wantarray warn
            """,
        ],
        introducing: [.nf: "sub", .nn: "package use"], interpolations: ["\"": .dollar],
        quoteWords: [
            "q": .s, "qq": .s, "qw": .s, "qr": .sr, "m": .sr, "s": .sr, "tr": .sr, "y": .sr,
        ],
        sigils: ["$": .nv, "@": .nv, "%": .nv],
        traits: [.calls, .regexLiterals, .hereDocuments])

    static let r = CodeGrammar(
        "r",
        words: [
            .k: "if else repeat while function for in next break return library require",
            .kc: "TRUE FALSE NULL NA Inf NaN NA_integer_ NA_real_ NA_character_ T F",
        ],
        names: ".", suffixes: "L", traits: .calls)

    static let elixir = CodeGrammar(
        "elixir",
        words: [
            .k: """
            after case catch cond do else end fn for if import quote raise receive require
            rescue reraise throw try unless unquote use when with alias
            """,
            .kd: """
            def defp defmodule defprotocol defmacro defmacrop defdelegate defexception
            defstruct defimpl defguard
            """,
            .kc: "true false nil", .ow: "and or not in",
        ],
        introducing: [.nf: "def defp defmacro defmacrop", .nc: "defmodule defprotocol defimpl"],
        interpolations: ["\"": .hash], sigils: ["@": .na], names: "?!",
        traits: [.calls, .symbols, .tildeLiterals])

    /// https://www.erlang.org/doc/system/data_types.html; an atom in quotes is a symbol.
    static let erlang = CodeGrammar(
        "erlang",
        syntax: LexicalSyntax(line: ["%"], strings: [.init("\"", isMultiline: true), .single]),
        words: [
            .k: """
            after begin case catch cond end fun if let of query receive try when maybe else
            """,
            .ow: "and andalso band bnot bor bsl bsr bxor div not or orelse rem xor",
            .kc: "true false undefined",
        ],
        classes: ["'": .ss], sigils: ["?": .no], traits: [.calls, .dollarCharacters])

    static let haskell = CodeGrammar(
        "haskell",
        words: [
            .k: """
            case class data default deriving do else family forall foreign if in infix infixl
            infixr instance let mdo newtype of proc rec then type where
            """,
            .kn: "import module qualified as hiding", .kc: "True False",
            .kt: """
            Int Integer Float Double Char String Bool Maybe Either IO Ordering Rational Word
            """,
        ],
        introducing: [.nn: "import module qualified"], names: "'")
}
