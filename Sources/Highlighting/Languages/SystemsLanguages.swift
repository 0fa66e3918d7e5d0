/// Go, C and their kin.
extension CodeGrammar {
    /// https://go.dev/ref/spec#Keywords
    static let go = CodeGrammar(
        "go",
        words: [
            .k: """
            break default select case defer go else goto switch fallthrough if range continue
            for return
            """,
            .kn: "import package", .kd: "var func struct map chan type interface const",
            .kc: "true false iota nil", .kt: basicGoTypes,
        ],
        calls: [
            .nb: """
            print println panic recover close complex real imag len cap append copy delete new
            make min max clear \(basicGoTypes)
            """
        ],
        introducing: [.nf: "func", .nc: "type", .nn: "package"],
        classes: ["\"": .s, "`": .s], suffixes: "i", traits: [.calls, .trailingDots])

    private static let basicGoTypes = """
        uint uint8 uint16 uint32 uint64 int int8 int16 int32 int64 float32 float64 complex64
        complex128 byte rune string bool error uintptr any comparable
        """

    /// C23, 6.4.1, and the types of the standard library.
    static let c = CodeGrammar(
        "c", words: cWords, introducing: [.nc: "struct union enum"], classes: ["\"": .s],
        prefixes: cPrefixes, names: "$", suffixes: "uUlLfFzZ", directives: .lines,
        traits: [.calls, .trailingDots, .lineLabels])

    private static let cWords: [TokenClass: String] = [
        .k: """
        asm auto break case const constexpr continue default do else enum extern for goto if
        register restricted return sizeof struct static switch typedef typeof typeof_unqual
        volatile while union thread_local alignas alignof static_assert _Pragma _Alignas
        _Alignof _Noreturn _Generic _Thread_local _Static_assert _Imaginary noreturn
        """,
        .kr: """
        inline _inline __inline __inline__ restrict __restrict __restrict__ __asm __asm__
        __attribute __attribute__ __volatile__ __extension__ __typeof__ __declspec __cdecl
        __stdcall __forceinline
        """,
        .kt: """
        bool int long float short double char unsigned signed void _BitInt __int128 _Bool
        _Complex _Atomic size_t ssize_t off_t wchar_t ptrdiff_t sig_atomic_t fpos_t clock_t
        time_t va_list jmp_buf FILE DIR div_t ldiv_t mbstate_t wint_t int8_t int16_t int32_t
        int64_t uint8_t uint16_t uint32_t uint64_t int_least8_t int_least16_t int_least32_t
        int_least64_t uint_least8_t uint_least16_t uint_least32_t uint_least64_t int_fast8_t
        int_fast16_t int_fast32_t int_fast64_t uint_fast8_t uint_fast16_t uint_fast32_t
        uint_fast64_t intptr_t uintptr_t intmax_t uintmax_t atomic_bool atomic_char atomic_int
        atomic_uint atomic_long atomic_ulong atomic_llong atomic_ullong atomic_size_t
        atomic_intptr_t atomic_uintptr_t clockid_t cpu_set_t cpumask_t dev_t gid_t id_t ino_t
        key_t mode_t nfds_t pid_t rlim_t sig_t sighandler_t siginfo_t sigset_t sigval_t
        socklen_t timer_t uid_t
        """,
        .nb: "true false NULL nullptr",
    ]

    private static let cPrefixes: [String: Prefix] = [
        "L": .plain, "u": .plain, "U": .plain, "u8": .plain,
    ]

    /// C++23, [lex.key].
    static let cpp = CodeGrammar(
        "cpp",
        words: cWords.merging([
            .k: """
            \(cWords[.k] ?? "") catch const_cast consteval constinit delete dynamic_cast
            explicit export friend mutable new operator private protected public
            reinterpret_cast static_cast template this throw throws try typeid typename using
            virtual concept requires co_await co_return co_yield override final decltype
            noexcept class namespace import module
            """,
            .kt: "\(cWords[.kt] ?? "") char8_t char16_t char32_t",
            .ow: "and and_eq bitand bitor compl not not_eq or or_eq xor xor_eq",
        ]) { $1 },
        introducing: [.nc: "struct union enum class concept", .nn: "namespace module"],
        classes: ["\"": .s],
        prefixes: cPrefixes.merging([
            "R": .raw, "LR": .raw, "uR": .raw, "UR": .raw, "u8R": .raw,
        ]) { $1 },
        names: "$", suffixes: "uUlLfFzZ", directives: .lines,
        traits: [.calls, .trailingDots, .delimitedRawStrings])

    static let objc = CodeGrammar(
        "objc",
        words: cWords.merging([
            .k: """
            \(cWords[.k] ?? "") in self super id nonatomic atomic strong weak copy assign
            readonly readwrite retain nullable nonnull
            """,
            .kt:
                "\(cWords[.kt] ?? "") BOOL NSInteger NSUInteger CGFloat SEL IMP Class instancetype",
            .nb: "true false NULL nil Nil YES NO TRUE FALSE",
        ]) { $1 },
        introducing: [.nc: "struct union enum"], classes: ["\"": .s], sigils: ["@": .k],
        suffixes: "uUlLfF", directives: .lines, traits: [.calls, .trailingDots])

    /// https://doc.rust-lang.org/reference/keywords.html
    static let rust = CodeGrammar(
        "rust",
        words: [
            .k: """
            as async await box break continue crate dyn else extern for if impl in loop match
            move mut pub ref return static super try unsafe use where while yield macro_rules
            """,
            .kd: "const enum fn let mod struct trait type union", .kc: "true false",
            .bp: "self Self",
            .kt: """
            bool char str u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64 String
            Vec Box Option Result
            """,
            .nb: "Some None Ok Err Default Clone Copy Send Sync Drop Fn FnMut FnOnce Iterator",
        ],
        introducing: [.nf: "fn", .nc: "struct enum trait type union", .nn: "mod crate use"],
        classes: ["\"": .s], prefixes: ["b": .plain, "br": .raw, "c": .plain],
        suffixes: "uif8163426sze", directives: .attributes,
        traits: [.calls, .wordsAfterDots, .lifetimes, .macros])

    /// https://docs.swift.org/swift-book/documentation/the-swift-programming-language/lexicalstructure
    static let swift = CodeGrammar(
        "swift",
        words: [
            .k: """
            as async await break case catch continue default defer do else fallthrough for
            guard if in is repeat return switch throw try where while #selector #keyPath
            """,
            .kr: """
            associativity convenience dynamic didSet final get indirect infix inout lazy left
            mutating none nonmutating optional override postfix precedence prefix Protocol
            required rethrows right set throws Type unowned weak willSet some any consuming
            borrowing nonisolated isolated sending
            """,
            .kc: "false nil self Self super true _ #file #fileID #filePath #line #column #function",
            .kd: """
            actor associatedtype class deinit enum extension func import init internal let
            operator private protocol public static struct subscript typealias var fileprivate
            open package macro
            """,
            .nb: """
            Array Bool Character Dictionary Double Float Float32 Float64 Float80 Int Int8 Int16
            Int32 Int64 UInt UInt8 UInt16 UInt32 UInt64 Optional Range Set String Substring
            Unicode Void Any AnyObject AnyClass Never Result Error Equatable Hashable Comparable
            Codable Encodable Decodable Identifiable Sendable Sequence Collection
            CustomStringConvertible UnsafePointer UnsafeMutablePointer UnsafeRawPointer
            ClosedRange
            """,
            .bp: "print fatalError precondition assert min max abs zip",
            .cp: """
            #if #elseif #else #endif #available #unavailable #warning #error #sourceLocation
            """,
        ],
        introducing: [
            .nf: "func macro", .nc: "class struct enum protocol extension actor typealias",
            .nn: "import", .nv: "let var",
        ],
        classes: ["\"": .s, "\"\"\"": .s, "#\"": .s, "#\"\"\"": .s],
        interpolations: ["\"": .backslash, "\"\"\"": .backslash], sigils: ["@": .nd, "$": .nv],
        directives: .words, traits: [.calls])

    static let protobuf = CodeGrammar(
        "protobuf",
        words: [
            .k: """
            import option optional required repeated reserved default packed ctype extensions
            to max rpc returns oneof stream public weak edition map
            """,
            .kd: "syntax package service message enum extend group",
            .kt: """
            int32 int64 uint32 uint64 sint32 sint64 fixed32 fixed64 sfixed32 sfixed64 float
            double bool string bytes
            """,
            .kc: "true false",
        ],
        introducing: [.nc: "message enum service extend", .nn: "package", .nf: "rpc"])
}
