import Addresses
import Diagnostics
import Text

extension SiteFolder {
    /// The largest Markdown file that is read, in bytes. libcmark 0.30 takes quadratic time for
    /// some inputs, so that there must be a bound; the longest of 11,209 posts had 1 MB.
    package static let largestText = 8 << 20

    /// A Markdown file as valid UTF-8; nil when it is too large, which is reported.
    ///
    /// What is not UTF-8 becomes U+FFFD, with one warning that has the first place and the number.
    /// All places of a text count in the bytes given here.
    package func readText(
        _ source: SourcePath
    ) throws(SiteFolderError) -> ([UInt8]?, [Diagnostic]) {
        switch try read(source, atMost: Self.largestText) {
        case .bytes(let bytes): return repaired(bytes, file: source)
        case .larger(let size):
            return (
                nil,
                [
                    .error(
                        .textTooLarge, "Text of \(size) bytes is over \(Self.largestText)",
                        at: Place(file: source), fixes: [.init("Divide it into several posts")])
                ]
            )
        }
    }

    private func repaired(_ bytes: [UInt8], file: SourcePath) -> ([UInt8], [Diagnostic]) {
        if UTF8Check.firstInvalid(in: bytes[...]) == nil { return (bytes, []) }
        let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
        let first = zip(text, bytes).enumerated().first { $1.0 != $1.1 }?.offset ?? bytes.count
        let start = startOfScalar(text, at: min(first, text.count - 1))
        let count = replacements(in: text) - replacements(in: bytes)
        let warning = Diagnostic.warning(
            .invalidUTF8, "Bytes that are not UTF-8 are shown as '\u{FFFD}'",
            at: Place(file: file, range: start..<min(start + 3, text.count)),
            explanation: count > 1 ? "There are \(count) such places in this file." : nil,
            fixes: [.init("Save the file as UTF-8")])
        return (text, [warning])
    }

    /// The start of the character that holds a byte of valid UTF-8.
    private func startOfScalar(_ text: [UInt8], at index: Int) -> Int {
        var index = max(index, 0)
        while index > 0, text[index] & 0xC0 == 0x80 { index -= 1 }
        return index
    }

    /// How often U+FFFD (EF BF BD) stands in bytes.
    private func replacements(in bytes: [UInt8]) -> Int {
        var count = 0
        var i = 0
        while i + 2 < bytes.count {
            if bytes[i] == 0xEF, bytes[i + 1] == 0xBF, bytes[i + 2] == 0xBD { count += 1 }
            i += 1
        }
        return count
    }
}

extension Diagnostic.ID {
    package static let textTooLarge = Diagnostic.ID("content/text-too-large")
    package static let invalidUTF8 = Diagnostic.ID("content/invalid-utf8")
}
