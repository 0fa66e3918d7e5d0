/// The hidden names that builds use next to one output folder, so that a later build recognizes the
/// leftovers of a killed one, and touches nothing else.
///
///     public  ->  .public.galley-3f09a1c277de5b40       a tree being staged, or an old one removed
///                 .public.galley-3f09a1c277de5b40.old   an old tree set aside for a moment
///                 .public.galley-lock                   where a folder cannot be locked itself
struct StageNames: Sendable {
    enum Kind: Sendable {
        case staged
        case aside
    }

    private let prefix: String

    private static let digits = 16
    private static let asideEnding = ".old"

    init(besideOutput name: String) {
        // A name may have 255 bytes: a long one is replaced by its hash, to leave room for the
        // rest.
        let own = name.utf8.count <= 200 ? name : "\(PathHash.hash(name.utf8))"
        prefix = ".\(own).galley-"
    }

    var lock: DiskPath { DiskPath(prefix + "lock") }

    func newStage() -> DiskPath {
        let hex = String(UInt64.random(in: .min ... .max), radix: 16)
        return DiskPath(prefix + String(repeating: "0", count: Self.digits - hex.count) + hex)
    }

    func aside(for stage: DiskPath) -> DiskPath {
        DiskPath(stage.description + Self.asideEnding)
    }

    /// nil for every name that `newStage` and `aside` cannot have made.
    func kind(of name: DiskPath) -> Kind? {
        let bytes = Array(name.bytes)
        guard bytes.starts(with: prefix.utf8) else { return nil }
        let rest = bytes.dropFirst(prefix.utf8.count)
        let isHex = rest.prefix(Self.digits).allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
        }
        guard isHex, rest.count >= Self.digits else { return nil }
        let ending = rest.dropFirst(Self.digits)
        if ending.isEmpty { return .staged }
        return ending.elementsEqual(Self.asideEnding.utf8) ? .aside : nil
    }

    /// Cleans up after a killed build: a tree that was set aside becomes the output again if it is
    /// missing; all others are removed. Only under the lock: a stage may be another build's.
    ///
    /// Entries that cannot be removed stay for the next build: they are harmless.
    func clearLeftovers(in parent: borrowing OpenFolder, output: DiskPath) throws(Errno) {
        for entry in try parent.entries() where entry.isFolder {
            guard let kind = kind(of: entry.name) else { continue }
            if kind == .aside, try parent.status(output) == nil {
                try parent.rename(entry.name, to: output)
            } else {
                _ = try? parent.removeTree(entry.name)
            }
        }
    }
}
