/// Languages similar to Java.
extension CodeGrammar {
    /// https://kotlinlang.org/docs/keyword-reference.html
    static let kotlin = CodeGrammar(
        "kotlin",
        words: [
            .k: """
            abstract as break by catch companion const constructor continue crossinline do else
            final finally for if import in infix init inline internal is lateinit noinline
            operator override private protected public reified return sealed super suspend
            tailrec this throw try vararg when where while
            """,
            .kd: "class fun interface object typealias val var", .kn: "package",
            .kc: "true false null",
            .kt: "Boolean Byte Char Double Float Int Long Short String Unit Any Nothing UInt ULong",
        ],
        softWords: [
            .k: "actual annotation data dynamic enum expect external inner open out value"
        ],
        introducing: [.nf: "fun", .nc: "class interface object typealias", .nn: "package import"],
        interpolations: ["\"": .dollar, "\"\"\"": .dollar], sigils: ["@": .nd], suffixes: "lLfFuU",
        traits: [.calls])

    static let scala = CodeGrammar(
        "scala",
        words: [
            .k: """
            abstract case catch do else extends final finally for forSome if implicit lazy match
            new override private protected return sealed super this throw try while with yield
            given using then end derives inline opaque open transparent infix
            """,
            .kd: "class def object trait type val var enum extension", .kn: "package import",
            .kc: "true false null",
            .kt: "Boolean Byte Char Double Float Int Long Short String Unit Any AnyRef Nothing",
        ],
        introducing: [.nf: "def", .nc: "class object trait type enum", .nn: "package import"],
        prefixes: ["s": .dollar, "f": .dollar, "raw": .dollar], sigils: ["@": .nd],
        suffixes: "lLfFdD", traits: [.calls])

    static let csharp = CodeGrammar(
        "csharp",
        words: [
            .k: """
            abstract as async await base break by case catch checked const continue default
            delegate do else event explicit extern false finally fixed for foreach from get
            goto group if implicit in init interface internal into is join let lock new
            operator orderby out override params partial private protected public readonly ref
            required return sealed select set sizeof stackalloc static switch this throw true
            try typeof unchecked unsafe value virtual volatile when where while with yield
            """,
            .kd: "class struct enum record var", .kn: "namespace using", .kc: "null",
            .kt: """
            bool byte char decimal double dynamic float int long nint nuint object sbyte short
            string uint ulong ushort void
            """,
        ],
        introducing: [.nc: "class struct enum interface record", .nn: "namespace using"],
        prefixes: ["$": .formatted], names: "$", suffixes: "uUlLfFdDmM", directives: .lines,
        traits: [.calls])
}
