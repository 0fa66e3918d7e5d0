/// The part of a file that a Range header requests (RFC 9110, section 14).
enum ByteRange: Hashable {
    /// All of it: no header, an unknown form, or several ranges, which a server may ignore.
    case whole
    /// Bytes from 0, never empty.
    case part(Range<Int>)
    /// Nothing of the file is in the range: status 416.
    case unsatisfiable

    /// - Parameters:
    ///   - header: `bytes=0-99`, `bytes=100-`, or `bytes=-100` for the last hundred.
    ///   - size: the file's, in bytes.
    init(_ header: String?, size: Int) {
        self = .whole
        guard let header else { return }
        let sides = header.split(separator: "=", omittingEmptySubsequences: false)
        guard sides.count == 2, sides[0].lowercased() == "bytes" else { return }
        let ends = sides[1].split(separator: "-", omittingEmptySubsequences: false)
            .map { $0.filter { $0 != " " && $0 != "\t" } }
        guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }) else { return }
        switch (Self.number(ends[0]), Self.number(ends[1])) {
        case (nil, nil): return
        case (nil, let count?):
            self = count == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - count)..<size)
        case (let first?, nil):
            self = first < size ? .part(first..<size) : .unsatisfiable
        case (let first?, let last?):
            guard first <= last else { return }
            self = first < size ? .part(first..<min(last, size - 1) + 1) : .unsatisfiable
        }
    }

    /// A number too large for an Int counts as the largest one.
    private static func number(_ digits: String) -> Int? {
        digits.isEmpty ? nil : Int(digits) ?? Int.max - 1
    }

}
