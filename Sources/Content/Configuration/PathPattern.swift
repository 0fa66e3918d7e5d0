import Addresses

/// A pattern of paths under the site's folder, for `[build] exclude` and `include`.
///
/// `*` matches any run of characters except `/`, `?` one character, and a part `**` any number of
/// folders. A pattern without a `/` matches a name at any depth, any other the whole path: `*.psd`,
/// `content/old/`, `static/**/*.map`. A matching folder includes everything in it.
package struct PathPattern: Sendable, Hashable {
    private let segments: [[UInt8]]
    /// Whether it matches only a name, at any depth.
    private let isName: Bool

    /// nil for a pattern that is empty, absolute or has a part `..`, or has syntax of other tools
    /// that would match nothing: `[ab]`, `{a,b}`, `\`, and a leading `!`.
    package init?(_ text: String) {
        if Self.hasForeignSign(text) { return nil }
        let parts = text.split(separator: "/").filter { $0 != "." }
        guard !parts.isEmpty, !text.hasPrefix("/"), !parts.contains("..") else { return nil }
        segments = parts.map { Array($0.utf8) }
        isName = !text.utf8.dropLast().contains(UInt8(ascii: "/"))
    }

    /// Whether a pattern has syntax that other tools know and galley does not.
    static func hasForeignSign(_ text: String) -> Bool {
        text.utf8.first == UInt8(ascii: "!") || text.utf8.contains { "[]{}\\".utf8.contains($0) }
    }

    /// The pattern as given, without a trailing `/`.
    var text: String {
        segments.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    }

    /// Whether it is for a kind of names anywhere, so that it may match nothing: `*.psd`.
    var isPrecaution: Bool {
        isName && segments[0].contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
    }

    /// Whether it matches a path itself, rather than a folder around it. O(pattern · path).
    func matches(_ path: SourcePath) -> Bool {
        if isName { return Self.matches(Array(path.name.utf8), segments[0]) }
        return Self.matches(Self.parts(path)[...], segments[...])
    }

    /// Whether something below a folder may match, so that the folder must be read.
    func mayMatch(below folder: SourcePath) -> Bool {
        if isName { return false }
        for (part, segment) in zip(Self.parts(folder), segments) {
            if segment.elementsEqual("**".utf8) { return true }
            if !Self.matches(part, segment) { return false }
        }
        return Self.parts(folder).count < segments.count
    }

    private static func parts(_ path: SourcePath) -> [[UInt8]] {
        path.string.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
    }

    private static func matches(
        _ parts: ArraySlice<[UInt8]>, _ segments: ArraySlice<[UInt8]>
    ) -> Bool {
        // Where to continue after the last `**`, which takes one more folder each time.
        var (parts, segments) = (parts, segments)
        var retry: (parts: ArraySlice<[UInt8]>, segments: ArraySlice<[UInt8]>)?
        while true {
            if let segment = segments.first, segment.elementsEqual("**".utf8) {
                segments = segments.dropFirst()
                retry = (parts, segments)
            } else if let part = parts.first, let segment = segments.first, matches(part, segment) {
                parts = parts.dropFirst()
                segments = segments.dropFirst()
            } else if parts.isEmpty, segments.isEmpty {
                return true
            } else if let last = retry, !last.parts.isEmpty {
                retry = (last.parts.dropFirst(), last.segments)
                parts = last.parts.dropFirst()
                segments = last.segments
            } else {
                return false
            }
        }
    }

    /// Matches one name against one part of the pattern.
    private static func matches(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
        var (i, j) = (0, 0)
        var retry: (i: Int, j: Int)?
        while i < name.count {
            if j < pattern.count, pattern[j] == UInt8(ascii: "*") {
                j += 1
                retry = (i, j)
            } else if j < pattern.count, pattern[j] == name[i] {
                i += 1
                j += 1
            } else if j < pattern.count, pattern[j] == UInt8(ascii: "?") {
                // A character of several bytes counts as one.
                i += 1
                while i < name.count, name[i] & 0xC0 == 0x80 { i += 1 }
                j += 1
            } else if let last = retry {
                retry = (last.i + 1, last.j)
                i = last.i + 1
                j = last.j
            } else {
                return false
            }
        }
        return pattern[j...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}

extension [PathPattern] {
    /// Whether one of them matches a path or a folder around it. O(patterns · depth).
    package func match(_ path: SourcePath) -> Bool {
        if isEmpty { return false }
        var path = path
        while !path.string.isEmpty {
            if contains(where: { $0.matches(path) }) { return true }
            path = path.folder
        }
        return false
    }
}
