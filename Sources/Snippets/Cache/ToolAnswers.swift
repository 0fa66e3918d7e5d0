import Crypto

/// Tools' answers about texts. The key is a digest of the tool, its version, its arguments, the
/// level and the text, per block and never per file, so moving a block between articles changes
/// nothing.
package struct ToolAnswers: Sendable {
    private var readings: [Key: ToolReading] = [:]

    package init() {}

    /// 128 bits of SHA-256.
    package struct Key: Sendable, Hashable {
        let high: UInt64
        let low: UInt64
    }

    package var count: Int { readings.count }
    package var isEmpty: Bool { readings.isEmpty }

    package internal(set) subscript(key: Key) -> ToolReading? {
        get { readings[key] }
        set { readings[key] = newValue }
    }

    /// The key of one text for one tool. O(bytes).
    static func key(_ text: CheckedText, _ request: ToolRequest, _ tool: InstalledTool) -> Key {
        var hash = SHA256()
        hash.update(
            data: Array(
                "\(tool.signature)\u{0}\(request.fileExtension)\u{0}\(request.level)\u{0}".utf8))
        hash.update(data: text.bytes)
        let digest = Array(hash.finalize())
        func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
            bytes.reduce(0) { $0 << 8 | UInt64($1) }
        }
        return Key(high: word(digest[0..<8]), low: word(digest[8..<16]))
    }

    /// Adds the answers of another set.
    package mutating func merge(_ other: ToolAnswers) {
        readings.merge(other.readings) { _, new in new }
    }

    /// Every answer that may be kept, by key: all except crashes and time-outs.
    var kept: [(Key, ToolReading)] {
        readings.filter { if case .crashed = $0.value { false } else { true } }
            .sorted { ($0.key.high, $0.key.low) < ($1.key.high, $1.key.low) }
            .map { ($0.key, $0.value) }
    }
}
