/// One part of a key as the parser reads it: `b` or `"b"` of `a."b" = 1`.
struct TOMLKey {
    /// With its quotes.
    let range: Range<Int>
    /// Without them.
    let name: Range<Int>
    /// The name, if escapes make it different from the bytes between the quotes.
    var escapedName: [UInt8]?

    /// Letters, digits, `_` and `-`: the characters of a key without quotes.
    static func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            0x30...0x39, UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
