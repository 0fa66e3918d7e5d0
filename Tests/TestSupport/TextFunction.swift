/// A function that reads a text, with texts that may make it slow.
package struct TextFunction: Sendable, CustomStringConvertible {
    package let description: String
    /// Before and after what is repeated: the fences of front matter, for instance.
    private let frame: (before: String, after: String)
    /// Repeated to fill a text. A `№` stands for a number that no other repetition has.
    private let morsels: [String]
    /// The shorter of the two texts that are compared, in bytes.
    private let size: Int
    private let run: @Sendable ([UInt8]) -> Void

    package init(
        _ name: String, in frame: (before: String, after: String) = ("", ""),
        _ morsels: [String] = [], size: Int = 2_000, common: Bool = true,
        _ run: @escaping @Sendable ([UInt8]) -> Void
    ) {
        description = name
        self.frame = frame
        self.morsels = common ? morsels + Self.common : morsels
        self.size = size
        self.run = run
    }

    /// The texts for which it does not take time by their length.
    package func problems() -> [String] {
        morsels.compactMap { morsel in
            Growth.problem(from: size, { text(of: morsel, bytes: $0) }, run).map {
                "\(description), \(morsel.debugDescription): \($0)"
            }
        }
    }

    private func text(of morsel: String, bytes count: Int) -> [UInt8] {
        var text = Array(frame.before.utf8)
        let parts = morsel.split(separator: "№", omittingEmptySubsequences: false).map(\.utf8)
        var number = 0
        while text.count < count {
            for (index, part) in parts.enumerated() {
                if index > 0 { text += Array(String(number).utf8) }
                text += part
            }
            number += 1
        }
        return text + frame.after.utf8
    }

    /// What most readers look out for.
    private static let common = [
        "a", " ", "\n", "\t", "a b ", "中", "中文，", "\"", "'", "`", "\\", "<", ">", "&", "(", "[",
        "{",
        "-", "#", ":", "/", "*", "_", "|", ".", "0", "é", "a\n", "a: b\n", "a№ ", "\r", "\u{FEFF}",
        "\u{8}",
    ]
}
