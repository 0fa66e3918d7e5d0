import Languages

/// What authors leave out of their listings, filled in so that a parser accepts the rest.
///
///     if ok { ... }           gives     if ok {     }
///     x := f(a, ..., b)       gives     x := f(a, _aa, b)
///     return …                gives     return _aa
///     f(xs...) // ...         stays, the comment being an elision
///
/// Each is replaced by text of the same length, so that all places stay. Strings are never touched.
enum Elisions {
    /// The text with its elisions filled in, and their number. O(bytes).
    ///
    /// `lexis` tells code from comments and strings, `style` what may stand in for what.
    static func fill(_ code: [UInt8], lexis: Lexis, style: ElisionStyle) -> CheckedText {
        fill(CodeScan(code, lexis: lexis), style: style)
    }

    static func fill(_ scan: CodeScan, style: ElisionStyle) -> CheckedText {
        var filler = ElisionFiller(scan, style)
        filler.run()
        var text = CheckedText(standingFor: filler.bytes)
        text.elisions = filler.count
        return text
    }
}
