/// Objective-C and Swift.
extension CodeGrammar {
    /// C23, 6.4.1, and the types of the standard library.
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
}
