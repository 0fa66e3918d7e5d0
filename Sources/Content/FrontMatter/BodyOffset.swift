/// Where the text of a file begins, whatever its front matter says: after a block between `---`, `+++`
/// or `;;;`, after a leading JSON object, or after keys that `---` ends; else after a byte order mark.
///
/// For files that are no articles of a site, whose front matter is not judged: what may be front matter
/// and is not surely so counts as text. O(front matter).
package func bodyOffset(of bytes: [UInt8]) -> Int {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    switch FrontMatterBlock.findByFences(in: bytes) {
    case .block(let block): return block.bodyOffset
    case .object(let object):
        return (try? JSONReader.leadingObject(in: bytes, at: object).bodyOffset) ?? start
    case .none, .unclosed, .doubtful: return start
    }
}
