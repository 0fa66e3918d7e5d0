import Addresses
import Content
import Diagnostics

extension PathSegment.Flaw {
    /// The diagnostic for an address with the flaw: an error, or a warning for a name that is only
    /// invalid on Windows.
    func diagnostic(of owner: String, at place: Place?) -> Diagnostic {
        if case .onWindows(let flaw) = self {
            return .warning(
                .planReservedName, "The address of \(owner) holds \(flaw.reason)", at: place,
                explanation: "The site cannot be checked out or served there.",
                fixes: [Diagnostic.Fix(flaw.fix)])
        }
        return .error(
            .planBadAddress, "The address of \(owner) \(reason)", at: place,
            fixes: [Diagnostic.Fix("choose another address")])
    }

    private var reason: String {
        switch self {
        case .empty: "has an empty part"
        case .dots: "has a part '.' or '..', which leads elsewhere"
        case .control: "holds a control character"
        case .longPath: "has over \(PathSegment.longestPath) bytes, too many for the path of a file"
        case .tooLong: "has a part of over 255 bytes, the longest name of a file"
        case .onWindows(let flaw): "holds \(flaw.reason)"
        }
    }
}

/// Finds flaws in the segments of paths; checks each distinct segment only once.
struct AddressCheck {
    private var known: [Substring: PathSegment.Flaw?] = [:]

    /// The first error of a path, otherwise its first inadvisable name; nil: valid. An inadvisable
    /// name is returned only once.
    ///
    /// `//` inside a path is an empty segment; its first and last `/` are not.
    mutating func flaw(of path: URLPath) -> PathSegment.Flaw? {
        if path == .root { return nil }
        if path.string.utf8.count > PathSegment.longestPath { return .longPath }
        var found: PathSegment.Flaw?
        let inner = path.string.utf8.dropFirst().dropLast(path.isFolder ? 1 : 0)
        for part in inner.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let flaw = flaw(ofSegment: Substring(part)) else { continue }
            if flaw.isError { return flaw }
            found = found ?? flaw
        }
        return found
    }

    private mutating func flaw(ofSegment segment: Substring) -> PathSegment.Flaw? {
        if let flaw = known[segment] { return flaw }
        let flaw = PathSegment.flaw(String(segment))
        // Many addresses may be below one such folder, or all may share a part of the posts'
        // pattern.
        known.updateValue(flaw?.isError == true ? flaw : nil, forKey: segment)
        return flaw
    }
}

extension Diagnostic.ID {
    package static let planBadAddress = Diagnostic.ID("plan/bad-address")
    package static let planReservedName = Diagnostic.ID("plan/reserved-name")
}
