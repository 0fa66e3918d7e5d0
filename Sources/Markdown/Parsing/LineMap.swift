/// Maps the lines of the text that libcmark got to the lines of the file.
struct LineMap: Sendable {
    /// Lines of the file before the text: its front matter.
    let offset: Int
    /// For each line of a rewritten text, the 1-based line of the text it was written from; nil if
    /// the lines are those of the body.
    let origins: [Int32]?

    init(offset: Int, origins: [Int32]? = nil) {
        self.offset = offset
        self.origins = origins
    }

    /// The 1-based line of the file for a 1-based line of the text.
    subscript(line: Int) -> Int32 {
        guard let origins, let last = origins.last else { return Int32(line + offset) }
        let origin = line < 1 ? 0 : line > origins.count ? last : origins[line - 1]
        return origin + Int32(offset)
    }
}
