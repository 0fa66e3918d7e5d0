import Addresses
import Diagnostics
import Text

extension SiteFolder {
    /// The largest Markdown file to read, in bytes. libcmark 0.30 takes quadratic time for some
    /// inputs, so a limit is necessary; the longest of 11,209 posts had 1 MB.
    package static let largestText = 8 << 20

    /// A text file as valid UTF-8. All places of a text count in the returned bytes.
    ///
    /// Decodes UTF-16 with a byte order mark. Any other encoding, and a file that is too large,
    /// gives nil and an error: guessing would publish the wrong characters.
    package func readText(
        _ source: SourcePath
    ) throws(SiteFolderError) -> ([UInt8]?, [Diagnostic]) {
        switch try read(source, atMost: Self.largestText) {
        case .bytes(let bytes): return decoded(bytes, file: source)
        case .larger(let size):
            return (
                nil,
                [
                    .error(
                        .textTooLarge, "Text of \(size) bytes is over \(Self.largestText)",
                        at: Place(file: source), fixes: [.init("divide it into several posts")])
                ]
            )
        }
    }

    /// The same for bytes already read, such as from standard input.
    package func decoded(_ bytes: [UInt8], file: SourcePath) -> ([UInt8]?, [Diagnostic]) {
        switch UTF16Text(bytes) {
        case .text(let text)?: return (text, [])
        case .broken(let offset)?:
            return (nil, [.notUTF8(bytes, from: offset, UTF16Text.encoding(of: bytes), file)])
        case nil: break
        }
        // A zero this early is half a unit of UTF-16; as UTF-8 it would hide the front matter.
        let zero = bytes.prefix(4).firstIndex(of: 0)
        guard let offset = zero ?? UTF8Check.firstInvalid(in: bytes[...]) else {
            return (bytes, [])
        }
        return (nil, [.notUTF8(bytes, from: offset, EncodingGuess(bytes), file)])
    }
}

extension UTF16Text {
    fileprivate static func encoding(of bytes: [UInt8]) -> EncodingGuess {
        bytes.first == 0xFF ? .utf16LittleEndian : .utf16BigEndian
    }
}

extension Diagnostic {
    /// The diagnostic for a file whose first byte that is not UTF-8 has this offset.
    fileprivate static func notUTF8(
        _ bytes: [UInt8], from offset: Int, _ guess: EncodingGuess?, _ file: SourcePath
    ) -> Diagnostic {
        let hex = String(bytes[offset], radix: 16, uppercase: true)
        let byte = "0x" + (hex.utf8.count == 1 ? "0" : "") + hex
        let explanation: String
        let fix: String
        switch guess {
        case .damagedUTF8?:
            explanation = "Nearly all of the file is UTF-8, so a few of its bytes are damaged."
            fix = "write that character again"
        case let guess?:
            explanation = "The file looks like \(guess.name)."
            fix = conversion(from: guess.rawValue, file)
        case nil:
            explanation = "Its encoding cannot be guessed."
            fix = "save the file as UTF-8"
        }
        return .error(
            .invalidUTF8, "Text is not UTF-8: byte \(byte) begins no character of it",
            at: Place(file: file, range: offset..<offset + 1), explanation: explanation,
            fixes: [.init(fix)])
    }

    private static func conversion(from encoding: String, _ file: SourcePath) -> String {
        let (old, new) = (quoted(file.string), quoted(file.string + ".utf8"))
        return "convert it: iconv -f \(encoding) -t UTF-8 \(old) > \(new) && mv \(new) \(old)"
    }

    /// A path for a shell, in quotes if it needs them.
    private static func quoted(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
                true
            default: "/._-".utf8.contains($0)
            }
        }
        if isPlain, path.utf8.first != UInt8(ascii: "-") { return path }
        let parts = path.split(separator: "'", omittingEmptySubsequences: false)
        return "'" + parts.joined(separator: "'\\''") + "'"
    }
}

extension Diagnostic.ID {
    package static let textTooLarge = Diagnostic.ID("content/text-too-large")
    package static let invalidUTF8 = Diagnostic.ID("content/invalid-utf8")
}
