import Languages

/// Python, Ruby and other languages of scripts.
extension CodeGrammar {
    /// https://docs.python.org/3/reference/lexical_analysis.html
    static let python = CodeGrammar(
        "python",
        words: [
            .k: """
            assert async await break continue del elif else except finally for global if lambda
            pass raise nonlocal return try while yield as with def class
            """,
            .kn: "from import", .kc: "True False None", .ow: "in is and or not",
            .nb: """
            __import__ abs aiter all any bin bool bytearray breakpoint bytes callable chr
            classmethod compile complex delattr dict dir divmod enumerate eval filter float
            format frozenset getattr globals hasattr hash hex id input int isinstance issubclass
            iter len list locals map max memoryview min next object oct open ord pow print
            property range repr reversed round set setattr slice sorted staticmethod str sum
            super tuple type vars zip
            """,
            .bp: "self Ellipsis NotImplemented cls",
            .ne: """
            ArithmeticError AssertionError AttributeError BaseException BufferError
            BytesWarning DeprecationWarning EOFError EnvironmentError Exception
            FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
            IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError
            NameError NotImplementedError OSError OverflowError ReferenceError ResourceWarning
            RuntimeError RuntimeWarning StopIteration SyntaxError SyntaxWarning SystemError
            SystemExit TabError TypeError UnboundLocalError UnicodeDecodeError
            UnicodeEncodeError UnicodeError UserWarning ValueError Warning ZeroDivisionError
            BlockingIOError ChildProcessError ConnectionError BrokenPipeError
            ConnectionAbortedError ConnectionRefusedError ConnectionResetError FileExistsError
            FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError
            PermissionError ProcessLookupError TimeoutError StopAsyncIteration
            ModuleNotFoundError RecursionError
            """,
            .fm: """
            __init__ __new__ __del__ __repr__ __str__ __bytes__ __call__ __len__ __iter__
            __next__ __getitem__ __setitem__ __delitem__ __contains__ __enter__ __exit__
            __aenter__ __aexit__ __getattr__ __setattr__ __eq__ __ne__ __lt__ __le__ __gt__
            __ge__ __hash__ __bool__ __add__ __sub__ __mul__ __get__ __set__ __await__
            """,
            .vm: """
            __name__ __file__ __doc__ __dict__ __class__ __all__ __module__ __bases__ __slots__
            __annotations__ __qualname__
            """,
        ],
        softWords: [.k: "match case type"],
        introducing: [.nf: "def", .nc: "class", .nn: "from import"],
        prefixes: [
            "f": .formatted, "F": .formatted, "t": .formatted, "r": .raw, "R": .raw, "b": .plain,
            "B": .plain, "u": .plain, "U": .plain, "rb": .raw, "br": .raw, "Rb": .raw, "bR": .raw,
            "fr": .rawFormatted, "rf": .rawFormatted,
        ],
        sigils: ["@": .nd], suffixes: "jJ", traits: [.calls, .trailingDots, .docstrings])

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

    static let lua = CodeGrammar(
        "lua", lexis: luaLexis,
        words: [
            .k: """
            break do else elseif end for if in repeat return then until while goto function
            """,
            .kd: "local", .kc: "true false nil", .ow: "and or not", .bp: "self",
            .nb: """
            assert collectgarbage dofile error getmetatable ipairs load loadfile next pairs
            pcall print rawequal rawget rawlen rawset require select setmetatable tonumber
            tostring type xpcall
            """,
        ],
        introducing: [.nf: "function"], traits: .calls)

    /// Long brackets of the levels that are written (Lua 5.4, 3.1): `[[`, `[=[`, `[==[`.
    private static let luaLexis: Lexis = {
        let levels = (0...5).map { String(repeating: "=", count: $0) }
        return Lexis(
            line: ["--"], block: levels.map { .init("--[\($0)[", "]\($0)]") },
            strings: levels.map {
                .init("[\($0)[", "]\($0)]", escape: .none, isMultiline: true)
            } + [.double, .single])
    }()

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
        "erlang", lexis: Lexis(line: ["%"], strings: [.init("\"", isMultiline: true), .single]),
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
