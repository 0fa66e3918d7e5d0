import Addresses
import Content
import Foundation

/// TOML to values: the front matter of a post, and a galley.toml with every table.
struct TOMLKernels {
    private let head: [UInt8]
    private let configuration: [UInt8]

    /// - Parameter samples: the folder with `head.md` and `galley.toml`.
    init(samples: URL) throws {
        head = Array(try Data(contentsOf: samples.appending(path: "head.md")))
        configuration = Array(try Data(contentsOf: samples.appending(path: "galley.toml")))
    }

    var all: [Kernel] {
        [
            Kernel(name: "toml-head", bytes: head.count) {
                _ = readHead(
                    of: head, file: SourcePath("head.md"), zone: .utc, categories: .path)
            },
            Kernel(name: "galley-toml", bytes: configuration.count) {
                _ = Configuration.load(configuration, file: SourcePath("galley.toml"))
            },
        ]
    }
}
