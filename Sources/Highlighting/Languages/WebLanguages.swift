/// JSON, and languages of configurations and queries.
extension CodeGrammar {
    /// JSON, with the comments that authors write into it.
    static let json = CodeGrammar(
        "jsonc", words: [.kc: "true false null Infinity NaN undefined"], traits: .keys)

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
}
