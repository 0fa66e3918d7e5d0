extension CodeLanguage {
    /// The words of JavaScript (ECMA-262, 12.7.2) and the objects of browsers.
    static let javaScriptVocabulary = scriptVocabulary(words: javaScriptWords)

    static let typeScriptVocabulary: Vocabulary = {
        // The first class of a word counts, so what TypeScript makes of it has to come alone.
        let taken = Set(typeScriptWords.values.flatMap { $0.split(whereSeparator: \.isWhitespace) })
        let rest = javaScriptWords.mapValues { list in
            list.split(whereSeparator: \.isWhitespace).filter { !taken.contains($0) }
                .joined(separator: " ")
        }
        return scriptVocabulary(
            words: rest.merging(typeScriptWords) { $0 + " " + $1 },
            softWords: [.declaration: "type namespace declare module is"])
    }()

    private static func scriptVocabulary(
        words: Vocabulary.Lists, softWords: Vocabulary.Lists = [:]
    ) -> Vocabulary {
        Vocabulary(
            words: words, softWords: softWords,
            introducing: [
                .function: "function", .className: "class interface enum type",
                .module: "namespace",
            ],
            sigils: [UInt8(ascii: "@"): .decorator])
    }

    private static let typeScriptWords: Vocabulary.Lists = [
        .declaration: "enum interface",
        .reserved: """
        abstract implements private protected public readonly keyof infer asserts satisfies
        unique override
        """,
        .type: "any boolean never number object string symbol unknown void bigint",
    ]

    private static let javaScriptWords: Vocabulary.Lists = [
        .operation: "typeof instanceof in void delete new",
        .reserved: """
        constructor from as abstract boolean byte char double enum final float goto implements int
        interface long native package private protected public short synchronized throws transient
        volatile
        """,
        .keyword: """
        for while do break return continue switch case default if else throw try catch
        finally yield await async this of static export import debugger extends super
        """,
        .declaration: "var let const with function class",
        .constant: "true false null NaN Infinity undefined",
        .builtin: """
        Array Boolean Date BigInt Function Math ArrayBuffer Number Object RegExp String
        Promise Proxy decodeURI decodeURIComponent encodeURI encodeURIComponent eval
        isFinite isNaN parseFloat parseInt DataView document window globalThis global
        Symbol Intl WeakSet WeakMap Set Map Reflect JSON Atomics Int8Array Int16Array
        Int32Array Uint8Array Uint16Array Uint32Array Float32Array Float64Array
        Uint8ClampedArray
        """,
        .exception: """
        Error EvalError InternalError RangeError ReferenceError SyntaxError TypeError
        URIError
        """,
    ]
}
