/// Where the text of a file begins, whatever its front matter says: after a block between `---`,
/// `+++` or `;;;`, after a leading JSON object, or after keys that `---` ends; else after a byte
/// order mark.
///
/// For files other than articles, whose front matter is not checked: anything that is not certainly
/// front matter counts as text. O(front matter).
package func bodyOffset(of bytes: [UInt8]) -> Int {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    switch FrontMatterBlock.findByFences(in: bytes) {
    case .block(let block): return block.bodyOffset
    case .object(let object):
        return (try? JSONReader.leadingObject(in: bytes, at: object).bodyOffset) ?? start
    case .none, .unclosed, .doubtful: return start
    }
}
