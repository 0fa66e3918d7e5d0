/// The marks of an output of galley: a file at its top, or the generator in its home page.
package enum OutputMark {
    /// The mark of outputs whose home page has no generator.
    package static let fileName = ".galley-output"

    /// Whether a page has `<meta name="generator" content="galley">`, also in a minifier's
    /// notation: `<META content=galley name=generator>`. O(bytes).
    package static func isGalleys(_ page: [UInt8]) -> Bool {
        var rest = page[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(open + 1)...]
            guard rest.prefix(4).map({ $0 | 0x20 }).elementsEqual("meta".utf8) else { continue }
            let tag = rest.prefix { $0 != UInt8(ascii: ">") }
            rest = rest[tag.endIndex...]
            let text = String(decoding: tag, as: UTF8.self).lowercased()
            if value(of: "name", in: text) == "generator",
                let generator = value(of: "content", in: text),
                generator == "galley" || generator.hasPrefix("galley ")
            {
                return true
            }
        }
        return false
    }

    /// `galley` for `content` in ` name=generator content="galley"`.
    private static func value(of name: String, in tag: String) -> Substring? {
        for space in [" ", "\n", "\t", "\r", "\"", "'"] {
            guard let found = tag.firstRange(of: space + name + "=") else { continue }
            let rest = tag[found.upperBound...]
            if let quote = rest.first, quote == "\"" || quote == "'" {
                return rest.dropFirst().prefix { $0 != quote }
            }
            return rest.prefix { !$0.isWhitespace && $0 != "/" }
        }
        return nil
    }
}
