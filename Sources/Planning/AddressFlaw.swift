import Addresses
import Content
import Diagnostics

extension PathSegment.Flaw {
    /// What to say of something whose address has the flaw: an error, or a warning for names that
    /// only Windows cannot have.
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

/// Looks for flaws in the segments of paths, in each distinct segment only once.
struct AddressCheck {
    private var known: [Substring: PathSegment.Flaw?] = [:]

    /// The first error of a path, else its first unwise name, each of which is given once; nil: nothing
    /// is wrong.
    ///
    /// `//` inside a path is an empty segment; its first and its last `/` are not.
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
        // Many addresses may lie below one such folder, or all have what the pattern of posts has.
        known.updateValue(flaw?.isError == true ? flaw : nil, forKey: segment)
        return flaw
    }
}

extension Diagnostic.ID {
    package static let planBadAddress = Diagnostic.ID("plan/bad-address")
    package static let planReservedName = Diagnostic.ID("plan/reserved-name")
}
