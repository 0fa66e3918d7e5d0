extension CodeLanguage {
    /// C23, 6.4.1, with the words of GNU C and the types of the standard library.
    static let cVocabulary = Vocabulary(
        words: cWords, introducing: [.className: "struct union enum"], hasLineLabels: true)

    /// C++23, [lex.key].
    static let cPlusPlusVocabulary = Vocabulary(
        words: cWords.merging([
            .keyword: """
            catch const_cast consteval constinit delete dynamic_cast explicit export friend
            mutable new operator private protected public reinterpret_cast static_cast template
            this throw throws try typeid typename using virtual concept requires co_await
            co_return co_yield override final decltype noexcept class namespace import module
            """,
            .type: "char8_t char16_t char32_t",
            .operation: "and and_eq bitand bitor compl not not_eq or or_eq xor xor_eq",
        ]) { $0 + " " + $1 },
        introducing: [
            .className: "struct union enum class concept", .module: "namespace module",
        ])

    private static let cWords: Vocabulary.Lists = [
        .keyword: """
        asm auto break case const constexpr continue default do else enum extern for goto if
        register restricted return sizeof struct static switch typedef typeof typeof_unqual
        volatile while union thread_local alignas alignof static_assert _Pragma _Alignas
        _Alignof _Noreturn _Generic _Thread_local _Static_assert _Imaginary noreturn
        """,
        .reserved: """
        inline _inline __inline __inline__ restrict __restrict __restrict__ __asm __asm__
        __attribute __attribute__ __volatile__ __extension__ __typeof__ __declspec __cdecl
        __stdcall __forceinline
        """,
        .type: """
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
        .builtin: "true false NULL nullptr",
    ]
}
