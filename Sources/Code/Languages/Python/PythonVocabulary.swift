extension CodeLanguage {
    /// The keywords and built-in names of Python 3.
    static let pythonVocabulary = Vocabulary(
        words: [
            .keyword: """
            assert async await break continue del elif else except finally for global if lambda
            pass raise nonlocal return try while yield as with def class
            """,
            .importing: "from import", .constant: "True False None", .operation: "in is and or not",
            .builtin: """
            __import__ abs aiter all any bin bool bytearray breakpoint bytes callable chr
            classmethod compile complex delattr dict dir divmod enumerate eval filter float
            format frozenset getattr globals hasattr hash hex id input int isinstance issubclass
            iter len list locals map max memoryview min next object oct open ord pow print
            property range repr reversed round set setattr slice sorted staticmethod str sum
            super tuple type vars zip
            """,
            .own: "self Ellipsis NotImplemented cls",
            .exception: """
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
            .specialMethod: """
            __init__ __new__ __del__ __repr__ __str__ __bytes__ __call__ __len__ __iter__
            __next__ __getitem__ __setitem__ __delitem__ __contains__ __enter__ __exit__
            __aenter__ __aexit__ __getattr__ __setattr__ __eq__ __ne__ __lt__ __le__ __gt__
            __ge__ __hash__ __bool__ __add__ __sub__ __mul__ __get__ __set__ __await__
            """,
            .specialName: """
            __name__ __file__ __doc__ __dict__ __class__ __all__ __module__ __bases__ __slots__
            __annotations__ __qualname__
            """,
        ],
        softWords: [.keyword: "match case type"],
        introducing: [.function: "def", .className: "class", .module: "from import"],
        sigils: [UInt8(ascii: "@"): .decorator], hasDocumentationStrings: true)
}
