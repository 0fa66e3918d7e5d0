import Addresses
import Diagnostics

/// Reads the front matter of a Markdown file: YAML between `---`, TOML between `+++`, JSON between
/// `;;;` or as a leading object, or YAML that only a closing `---` ends.
///
/// `---⏎title: 你好⏎tag: Go⏎---⏎Text` gives the title, the tags `["Go"]` and the offset of `Text`. A
/// file without front matter gives an empty head. Dates without an offset are in `zone`;
/// `categories` says what `[A, B]` means. Keys without a meaning here are kept as `params`.
///
/// Places count from the start of the file. A few µs, 15 where libyaml is needed, and safe to call from several threads.
///
/// - Returns: nil for what makes the text unusable (broken notation, a wrong type, an impossible
///   date, a key given twice), with the errors that say so.
package func readHead(
    of bytes: [UInt8], file: SourcePath, zone: Zone, categories: Configuration.CategoryMeaning
) -> (Head?, [Diagnostic]) {
    do {
        let (entries, bodyOffset) = try rawHead(of: bytes)
        var reader = HeadReader(file: file, zone: zone, categories: categories)
        var head = reader.read(entries)
        head.bodyOffset = bodyOffset
        return (reader.diagnostics.hasErrors ? nil : head, reader.diagnostics)
    } catch {
        return (nil, [diagnostic(of: error, in: bytes, file: file)])
    }
}

private func rawHead(
    of bytes: [UInt8]
) throws(SyntaxProblem) -> (entries: [RawEntry], bodyOffset: Int) {
    switch FrontMatterBlock.find(in: bytes) {
    case .none(let bodyOffset): return ([], bodyOffset)
    case .object(let start):
        let (entries, bodyOffset) = try JSONReader.leadingObject(in: bytes, at: start)
        return (entries, bodyOffset)
    case .unclosed(let fence):
        let text = String(decoding: bytes[fence], as: UTF8.self)
        throw SyntaxProblem(
            kind: .unclosed, text: "Front matter must be closed by a line '\(text)'", place: fence)
    case .block(let block):
        switch block.notation {
        case .yaml:
            if let entries = PlainHead.entries(in: bytes, block.text) {
                return (entries, block.bodyOffset)
            }
            return (try YAMLReader(bytes, block.text).read(), block.bodyOffset)
        case .toml: return (try TOMLReader(bytes, block.text).entries, block.bodyOffset)
        case .json: return (try JSONReader.members(in: bytes, block.text), block.bodyOffset)
        }
    }
}

private func diagnostic(
    of problem: SyntaxProblem, in bytes: [UInt8], file: SourcePath
) -> Diagnostic {
    let place = Place(file: file, range: problem.place)
    switch problem.kind {
    case .syntax:
        var fixes = problem.fixes(in: file)
        if fixes.isEmpty {
            fixes =
                quotingFix(for: problem.place.lowerBound, in: bytes, file: file).map { [$0] } ?? []
        }
        return .error(.frontMatterSyntax, problem.text, at: place, fixes: fixes)
    case .unclosed: return .error(.frontMatterUnclosed, problem.text, at: place)
    case .alias:
        return .error(
            .frontMatterAlias, problem.text, at: place, fixes: [.init("Write the value out")])
    case .tooDeep: return .error(.frontMatterTooDeep, problem.text, at: place)
    case .duplicateKey(let again):
        return .error(
            .frontMatterDuplicateKey, problem.text, at: Place(file: file, range: again),
            notes: [.init("First given here", at: place)],
            fixes: [.init(problem.fix ?? "Remove one of the two")])
    }
}

/// For `title: [译文] foo` or `title: @x`: quotes around the value, which YAML wants there.
private func quotingFix(for offset: Int, in bytes: [UInt8], file: SourcePath) -> Diagnostic.Fix? {
    var start = min(offset, bytes.count)
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    let line = FrontMatterBlock.line(in: bytes, at: start).text
    guard let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = FrontMatterBlock.trimmed(bytes, line.lowerBound..<colon)
    let value = FrontMatterBlock.trimmed(bytes, (colon + 1)..<line.upperBound)
    let name = String(decoding: bytes[key], as: UTF8.self)
    guard let first = bytes[value].first, !"\"'|>".utf8.contains(first),
        HeadKeys.name(of: name) != nil
    else { return nil }
    let text = String(decoding: bytes[value], as: UTF8.self)
    // Single quotes: within them only the quote itself means something (YAML 1.2, section 7.3.2).
    let quoted =
        "'"
        + text.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''") + "'"
    return .init(
        "Quote the value: \(name): \(quoted)",
        edits: [.init(Place(file: file, range: value), quoted)])
}

extension Diagnostic.ID {
    package static let frontMatterSyntax = Diagnostic.ID("front-matter/syntax")
    package static let frontMatterUnclosed = Diagnostic.ID("front-matter/unclosed")
    package static let frontMatterAlias = Diagnostic.ID("front-matter/alias")
    package static let frontMatterTooDeep = Diagnostic.ID("front-matter/too-deep")
    package static let frontMatterDuplicateKey = Diagnostic.ID("front-matter/duplicate-key")
}
