import Crypto

/// Identifies a file's bytes: the SHA-256 for plans and manifests, and Git's id for the same bytes,
/// so that a branch can be compared without its files.
package struct FileDigest: Sendable, Hashable {
    /// 64 hexadecimal digits.
    package let sha256: String
    /// Git's object id: SHA-1 over `blob SIZE`, a zero byte and the bytes.
    package let gitBlob: String

    package init(of bytes: [UInt8]) {
        var hash = FileHash(size: Int64(bytes.count))
        hash.update(bytes[...])
        self = hash.finish()
    }

    init(sha256: String, gitBlob: String) {
        self.sha256 = sha256
        self.gitBlob = gitBlob
    }
}

/// Computes both digests of a file that is read in pieces.
struct FileHash {
    private var sha256 = SHA256()
    private var git = Insecure.SHA1()

    /// - Parameter size: of the whole file, the beginning of Git's id.
    init(size: Int64) {
        git.update(data: Array("blob \(size)\u{0}".utf8))
    }

    mutating func update(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes {
            sha256.update(bufferPointer: $0)
            git.update(bufferPointer: $0)
        }
    }

    consuming func finish() -> FileDigest {
        FileDigest(sha256: hexadecimal(sha256.finalize()), gitBlob: hexadecimal(git.finalize()))
    }
}

/// `[0x1A, 0xFF]` gives `1aff`.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
        decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// The digest of a text, as in diagnostics and `[publish] secrets`: `sha256:…`.
package func namedDigest(of bytes: some Collection<UInt8>) -> String {
    "sha256:" + hexadecimal(SHA256.hash(data: Array(bytes)))
}
