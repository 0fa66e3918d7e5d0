import Addresses

/// A part of a source file. Line and column are computed when it is printed.
package struct Place: Hashable, Sendable, Codable, Comparable {
    package let file: SourcePath
    /// In UTF-8 bytes from the start of the file, front matter included.
    package let range: Range<Int>

    package init(file: SourcePath, range: Range<Int>) {
        self.file = file
        self.range = range
    }

    /// The start of a file, for a finding about all of it.
    package init(file: SourcePath) {
        self.init(file: file, range: 0..<0)
    }

    /// By file, then by position, so that a parallel run reads like a serial one.
    package static func < (a: Place, b: Place) -> Bool {
        if a.file != b.file { return a.file < b.file }
        return (a.range.lowerBound, a.range.upperBound) < (b.range.lowerBound, b.range.upperBound)
    }
}
