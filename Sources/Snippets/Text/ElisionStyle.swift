/// What may stand for something left out in a family of languages, and what three dots mean there
/// of their own.
struct ElisionStyle: Sendable, Hashable {
    /// A legal use of three dots.
    enum Dots: Sendable, Hashable {
        /// `f(xs...)`: behind an operand.
        case suffix
        /// `[...x]`, `f(...xs)`: before an operand.
        case prefix
        /// `func f(a ...int)`, `int... a`: between a name and a type.
        case parameter
        /// `int f(char *, ...)`: the last parameter.
        case varargs
        /// `a...b`: between two operands.
        case range
        /// `[...]int{1, 2}`.
        case arrayLength
    }

    let dots: Set<Dots>
    /// Whether `f(a, )` is legal.
    var allowsTrailingComma = true
    /// Whether `for (;;)` is.
    var hasSemicolonLoops = true
    /// Whether names begin with `$`.
    var hasSigils = false
    /// Whether `<your-token>` where an operand is due is a placeholder; not so where a tag may be.
    var hasPlaceholders = true

    static let go = ElisionStyle(dots: [.suffix, .parameter, .arrayLength])
    static let c = ElisionStyle(
        dots: [.suffix, .prefix, .parameter, .varargs, .range], allowsTrailingComma: false)
    static let java = ElisionStyle(dots: [.parameter], allowsTrailingComma: false)
    static let javascript = ElisionStyle(dots: [.prefix], hasPlaceholders: false)
    static let swift = ElisionStyle(
        dots: [.suffix, .prefix, .parameter, .range], allowsTrailingComma: false,
        hasSemicolonLoops: false)
    static let rust = ElisionStyle(
        dots: [.range, .varargs], hasSemicolonLoops: false, hasPlaceholders: false)
    static let php = ElisionStyle(dots: [.prefix, .parameter], hasSigils: true)
    /// For languages whose shape alone is checked.
    static let plain = ElisionStyle(
        dots: [.prefix, .suffix, .parameter, .range], hasSemicolonLoops: false,
        hasPlaceholders: false)

    /// A name of that many bytes, `_aa`; at least two.
    func name(_ length: Int) -> [UInt8] {
        let first = UInt8(ascii: hasSigils ? "$" : "_")
        return [first] + [UInt8](repeating: UInt8(ascii: "a"), count: max(length - 1, 0))
    }
}
