/// Some of the folders around a text, as in Hugo's permalinks: `:sections[1:]`.
///
/// `[last]` is the innermost one, `[1]` the second, `[1:]` all but the first, `[:last]` all but the
/// innermost, `[1:3]` the second and the third. Folders out of bounds are left out
/// (https://gohugo.io/configuration/permalinks/).
struct SectionSlice: Hashable, Sendable {
    /// A position in the folders.
    private enum Bound: Hashable {
        case number(Int)
        case last

        init?(_ text: Substring) {
            if text == "last" {
                self = .last
            } else if let number = Int(text), number >= 0 {
                self = .number(number)
            } else {
                return nil
            }
        }

        func index(_ count: Int) -> Int {
            switch self {
            case .number(let number): min(number, count)
            case .last: max(count - 1, 0)
            }
        }
    }

    /// As written: `sections[1:]`.
    let name: String
    private let low: Bound
    /// The position before which it ends; nil: it is one folder.
    private let high: Bound?
    private let isOpen: Bool

    /// Parses a token's name; nil: not a slice of the sections.
    init?(_ name: String) {
        guard name.hasPrefix("sections["), name.hasSuffix("]") else { return nil }
        self.name = name
        let bounds = name.dropFirst(9).dropLast().split(
            separator: ":", omittingEmptySubsequences: false)
        guard let first = bounds.first, bounds.count <= 2, bounds.count == 2 || !first.isEmpty,
            let low = first.isEmpty ? .number(0) : Bound(first)
        else { return nil }
        self.low = low
        guard bounds.count == 2 else {
            (high, isOpen) = (nil, false)
            return
        }
        isOpen = bounds[1].isEmpty
        high = Bound(bounds[1])
        if high == nil, !isOpen { return nil }
    }

    /// `["b", "c"]` of `["a", "b", "c"]` for `[1:]`.
    func some(of folders: [String]) -> ArraySlice<String> {
        let start = low.index(folders.count)
        if isOpen { return folders[start...] }
        let end = high?.index(folders.count) ?? min(start + 1, folders.count)
        return start < end ? folders[start..<end] : []
    }
}
