/// The path of a source file under the site's folder, parts separated by `/`.
///
/// `content/posts/x.md`: never absolute, no `.` or `..` parts; the empty path is the site's folder.
package struct SourcePath: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// `content/posts/x.md`.
    package let string: String

    package init(_ string: String) {
        self.string = string
    }

    package var description: String { string }

    /// The last part with its extension: `x.md`.
    package var name: String {
        string.utf8.lastIndex(of: slash).map { String(string[string.utf8.index(after: $0)...]) }
            ?? string
    }

    /// The name without its extension: `x`; of `.env` it is `.env`.
    package var stem: String {
        let name = name
        guard let dot = name.utf8.lastIndex(of: period), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// The text after the last dot of the name, in lower case: `md`; empty without one.
    package var fileExtension: String {
        let name = name
        guard let dot = name.utf8.lastIndex(of: period), dot != name.startIndex else { return "" }
        return name[name.utf8.index(after: dot)...].lowercased()
    }

    /// Whether its name says that it is HTML.
    package var isHTML: Bool { fileExtension == "html" || fileExtension == "htm" }

    /// The folder around it: `content/posts`; empty at the top.
    package var folder: SourcePath {
        SourcePath(string.utf8.lastIndex(of: slash).map { String(string[..<$0]) } ?? "")
    }

    /// The path of `name` inside this folder.
    package func appending(_ name: String) -> SourcePath {
        SourcePath(string.isEmpty ? name : string + "/" + name)
    }

    /// Whether this is `folder` itself or is below it.
    package func isInside(_ folder: SourcePath) -> Bool {
        folder.string.isEmpty || string == folder.string || string.hasPrefix(folder.string + "/")
    }

    /// The path below `folder`: `x.md` for `content/posts`; nil if it is not inside.
    package func relative(to folder: SourcePath) -> String? {
        guard isInside(folder) else { return nil }
        if folder.string.isEmpty { return string }
        return String(string.utf8.dropFirst(folder.string.utf8.count + 1))
    }

    /// By bytes, so that the order is the same on every machine.
    package static func < (a: SourcePath, b: SourcePath) -> Bool {
        a.string.utf8.lexicographicallyPrecedes(b.string.utf8)
    }
}

extension SourcePath: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(string)
    }
}

private let slash = UInt8(ascii: "/")
private let period = UInt8(ascii: ".")
