import Addresses
import ArgumentParser

/// One of several parts of a site, `2/4`: texts fall to it by their paths alone, so that every
/// runner comes to the same parts without asking the others.
struct Shard: Sendable, Hashable, CustomStringConvertible, ExpressibleByArgument {
    /// 1-based.
    let index: Int
    let count: Int

    /// Reads `2/4`; nil for anything that names no part.
    init?(argument: String) {
        let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]),
            (1...10_000).contains(count), (1...count).contains(index)
        else { return nil }
        self.index = index
        self.count = count
    }

    var description: String { "\(index)/\(count)" }

    /// Whether a text is of this part; of all parts of one count exactly one says so.
    func holds(_ file: SourcePath) -> Bool {
        // FNV-1a, 64 bits: the same on every machine, and spread evenly enough.
        let hash = file.string.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
            ($0 ^ UInt64($1)) &* 0x0100_0000_01b3
        }
        return Int((hash >> 32) % UInt64(count)) == index - 1
    }
}
