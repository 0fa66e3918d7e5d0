import Addresses

/// A pattern of paths under the site's folder, as `[build] exclude` and `include` have them.
///
/// `*` stands for any run of characters but `/`, `?` for one of them, and a part `**` for any number of
/// folders. A pattern without a `/` matches a name at any depth, any other the whole path: `*.psd`,
/// `content/old/`, `static/**/*.map`. A folder that matches counts with all that is in it.
package struct PathPattern: Sendable, Hashable {
    private let segments: [[UInt8]]
    /// Whether it matches a name alone, at any depth.
    private let isName: Bool

    /// Nil for a pattern that is empty, absolute or has a part `..`, or has signs of other tools that would
    /// match nothing: `[ab]`, `{a,b}`, `\`, and `!` before it.
    package init?(_ text: String) {
        if Self.hasForeignSign(text) { return nil }
        let parts = text.split(separator: "/").filter { $0 != "." }
        guard !parts.isEmpty, !text.hasPrefix("/"), !parts.contains("..") else { return nil }
        segments = parts.map { Array($0.utf8) }
        isName = !text.utf8.dropLast().contains(UInt8(ascii: "/"))
    }

    /// Whether a pattern has signs that mean something to other tools and nothing here.
    static func hasForeignSign(_ text: String) -> Bool {
        text.utf8.first == UInt8(ascii: "!") || text.utf8.contains { "[]{}\\".utf8.contains($0) }
    }

    /// As it was given, without a `/` at its end.
    var text: String {
        segments.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    }

    /// Whether it is for names of some kind wherever they are, so that there may be none: `*.psd`.
    var isPrecaution: Bool {
        isName && segments[0].contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
    }

    /// Whether a path matches itself, not by a folder that it lies in. O(pattern · path).
    func matches(_ path: SourcePath) -> Bool {
        if isName { return Self.matches(Array(path.name.utf8), segments[0]) }
        return Self.matches(Self.parts(path)[...], segments[...])
    }

    /// Whether something below a folder may match, so that the folder has to be looked into.
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
        // Where to go on from the last `**`, which takes one folder more each time.
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

    /// One name against one part of the pattern.
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
                // A character of several bytes is one.
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
    /// Whether one of them matches a path or a folder that it lies in. O(patterns · depth).
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
