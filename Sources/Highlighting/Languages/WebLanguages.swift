/// JavaScript, what is made from it, JSON and query languages of the web.
extension CodeGrammar {
    /// ECMA-262, 12.7.2.
    static let javascript = script("javascript", [:], [])
    static let jsx = script("jsx", [:], .tags)
    static let typescript = script("typescript", typeWords, [])
    static let tsx = script("tsx", typeWords, .tags)

    private static let typeWords: [TokenClass: String] = [
        .kd: "enum interface",
        .kr: """
        abstract implements private protected public readonly keyof infer asserts satisfies
            unique override
        """,
        .kt: "any boolean never number object string symbol unknown void bigint",
    ]

    private static func script(
        _ name: String, _ more: [TokenClass: String], _ traits: Traits
    ) -> CodeGrammar {
        let words: [TokenClass: String] = [
            .ow: "typeof instanceof in void delete new",
            .kr: "constructor from as \(reserved)",
            .k: """
            for while do break return continue switch case default if else throw try catch
            finally yield await async this of static export import debugger extends super
            """,
            .kd: "var let const with function class",
            .kc: "true false null NaN Infinity undefined",
            .nb: """
            Array Boolean Date BigInt Function Math ArrayBuffer Number Object RegExp String
            Promise Proxy decodeURI decodeURIComponent encodeURI encodeURIComponent eval
            isFinite isNaN parseFloat parseInt DataView document window globalThis global
            Symbol Intl WeakSet WeakMap Set Map Reflect JSON Atomics Int8Array Int16Array
            Int32Array Uint8Array Uint16Array Uint32Array Float32Array Float64Array
            Uint8ClampedArray
            """,
            .ne: """
            Error EvalError InternalError RangeError ReferenceError SyntaxError TypeError
            URIError
            """,
        ]
        // The first kind of a word counts, so what TypeScript makes of it has to come alone.
        let taken = Set(more.values.flatMap { $0.split(whereSeparator: \.isWhitespace) })
        let rest = words.mapValues { list in
            list.split(whereSeparator: \.isWhitespace).filter { !taken.contains($0) }
                .joined(separator: " ")
        }
        return CodeGrammar(
            name, words: rest.merging(more) { $0 + " " + $1 },
            softWords: [.kd: more.isEmpty ? "" : "type namespace declare module is"],
            introducing: [.nf: "function", .nc: "class interface enum type", .nn: "namespace"],
            interpolations: ["`": .dollarBraces], sigils: ["@": .nd], names: "$", suffixes: "n",
            traits: [.calls, .regexLiterals, .trailingDots, traits])
    }

    private static let reserved = """
        abstract boolean byte char double enum final float goto implements int interface long native
        package private protected public short synchronized throws transient volatile
        """

    /// JSON, with the comments that authors write into it.
    static let json = CodeGrammar(
        "jsonc", words: [.kc: "true false null Infinity NaN undefined"], traits: .keys)

    /// https://spec.graphql.org/October2021/
    static let graphql = CodeGrammar(
        "graphql",
        words: [
            .k: """
            query mutation subscription fragment on type input interface union enum scalar
            schema extend implements directive repeatable
            """,
            .kc: "true false null", .kt: "Int Float String Boolean ID",
        ],
        introducing: [
            .nc: "type input interface union enum scalar", .nf: "query mutation fragment",
        ],
        sigils: ["$": .nv, "@": .nd])

    /// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
    static let hcl = CodeGrammar(
        "hcl",
        words: [
            .k: """
            for in if else endif endfor dynamic import moved removed check
            """,
            .kr: "resource data variable output locals module provider terraform backend",
            .kc: "true false null",
            .kt: "string number bool list map set object tuple any",
            .nv: "var local each count self path",
        ],
        interpolations: ["\"": .dollarBraces], traits: [.calls, .hereDocuments, .lineLabels])

    /// https://prometheus.io/docs/prometheus/latest/querying/basics/
    static let promql = CodeGrammar(
        "promql",
        words: [
            .k: """
            by without on ignoring group_left group_right offset bool sum min max avg group
            stddev stdvar count count_values bottomk topk quantile limitk
            """,
            .ow: "and or unless atan2", .kc: "inf nan Inf NaN",
        ],
        names: ":", suffixes: "smhdwy", traits: .calls)

    static let css = CSSGrammar(isSCSS: false)
    static let scss = CSSGrammar(isSCSS: true)
}
