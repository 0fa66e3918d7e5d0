/// What a fragment is put into so that a program takes it for a whole file.
///
///     Wrapping("class _ {", "}")       a Java method on its own, in a class
///
/// What stands before goes on the fragment's first line; what stands behind, on a line of its own.
struct Wrapping: Sendable {
    let before: String
    let after: String

    init(_ before: String, _ after: String = "") {
        self.before = before
        self.after = after
    }

    /// This around what a piece out of the middle lacks.
    func around(_ ends: OpenEnds) -> Wrapping {
        Wrapping(before + ends.openers, ends.closers + after)
    }

    /// The text as it is.
    static let none = Wrapping("")

    /// The block in its wrapper.
    ///
    /// - Parameters:
    ///   - bytes: what to show for the block's bytes, as many as those are.
    ///   - head: how many of them stay outside the wrapper, before it.
    func text(_ bytes: [UInt8], head: Int = 0) -> CheckedText {
        if head == 0, before.isEmpty, after.isEmpty { return CheckedText(standingFor: bytes) }
        var text = CheckedText()
        text.reserve(before.utf8.count + bytes.count + after.utf8.count + 1)
        text.append(standingFor: 0..<head, bytes[..<head])
        text.append(written: before)
        text.append(standingFor: head..<bytes.count, bytes[head...])
        if !after.isEmpty { text.append(written: bytes.last == 0x0A ? after : "\n" + after) }
        return text
    }
}
