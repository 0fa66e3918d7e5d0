import Addresses
import Diagnostics

/// Reads the front matter of a text: YAML between `---`, TOML between `+++`, JSON between `;;;` or
/// as a leading object, or YAML that only a closing `---` ends.
///
/// `---⏎title: 你好⏎tag: Go⏎---⏎Text` gives the title, the tags `["Go"]` and the offset of `Text`. A
/// file without front matter gives an empty head. Keys without a meaning here are kept as `params`.
///
/// Places count from the start of the file. Some 20 µs for YAML, and thread-safe.
///
/// - Returns: nil, with errors, if the text is unusable: broken notation, an unreadable key that
///   hides it or determines its address, a key given twice.
package func readHead(
    of bytes: [UInt8], file: SourcePath, rules: HeadRules
) -> (FrontMatter?, [Diagnostic]) {
    let finding = FrontMatterBlock.find(in: bytes)
    do {
        let (entries, bodyOffset) = try rawEntries(of: bytes, finding)
        var reader = HeadReader(
            file: file, bytes: bytes, notation: finding.notation, rules: rules)
        if case .block(let block) = finding, block.notation == .yaml {
            reader.diagnostics = SwallowedText(entries, bytes, block.text, file: file).diagnostics
        }
        var head = reader.read(reader.shown(entries, before: bodyOffset))
        head.bodyOffset = bodyOffset
        return (reader.diagnostics.hasErrors ? nil : head, reader.diagnostics)
    } catch {
        if case .block(let block) = finding, block.notation == .yaml, case .syntax = error.kind {
            let repair = YAMLRepair(error, in: bytes, block.text)
            return (nil, repair.faults.map { .fault($0, file) })
        }
        return (nil, [diagnostic(of: error, file: file)])
    }
}

extension FrontMatterBlock.Finding {
    /// Of the front matter, if any.
    fileprivate var notation: FrontMatterBlock.Notation {
        switch self {
        case .block(let block): block.notation
        case .object: .json
        case .none, .unclosed, .doubtful: .yaml
        }
    }
}

private func rawEntries(
    of bytes: [UInt8], _ finding: FrontMatterBlock.Finding
) throws(SyntaxProblem) -> (entries: [RawEntry], bodyOffset: Int) {
    switch finding {
    case .none(let bodyOffset): return ([], bodyOffset)
    case .object(let start): return try JSONReader.leadingObject(in: bytes, at: start)
    case .unclosed(let fence):
        let text = String(decoding: bytes[fence], as: UTF8.self)
        throw SyntaxProblem(
            kind: .unclosed, text: "Front matter must be closed by a line '\(text)'", place: fence,
            fix: fixOfUnclosed(bytes, fence))
    case .doubtful(let doubt, let line):
        throw SyntaxProblem(kind: .doubtful(doubt), text: doubt.summary, place: line)
    case .block(let block):
        let entries =
            switch block.notation {
            case .yaml: try YAMLReader(bytes, block.text).read()
            case .toml: try TOMLReader(bytes, block.text).entries
            case .json: try JSONReader.members(in: bytes, block.text)
            }
        return (entries, block.bodyOffset)
    }
}

private func diagnostic(of problem: SyntaxProblem, file: SourcePath) -> Diagnostic {
    let place = Place(file: file, range: problem.place)
    switch problem.kind {
    case .syntax:
        return .error(.frontMatterSyntax, problem.text, at: place, fixes: problem.fixes(in: file))
    case .unclosed:
        return .error(
            .frontMatterUnclosed, problem.text, at: place, fixes: problem.fixes(in: file))
    case .doubtful(let doubt):
        return .error(
            .frontMatterDoubtful, problem.text, at: place,
            explanation: "As text it would be published with all that it hides, so it is left out.",
            fixes: doubt.fixes.map { .init($0) })
    case .alias:
        return .error(
            .frontMatterAlias, problem.text, at: place, fixes: [.init("write the value out")])
    case .tooDeep: return .error(.frontMatterTooDeep, problem.text, at: place)
    case .duplicateKey(let again):
        return .error(
            .frontMatterDuplicateKey, problem.text, at: Place(file: file, range: again),
            notes: [.init("First given here", at: place)],
            fixes: [.init(problem.fix ?? "remove one of the two")])
    }
}

extension FrontMatterBlock.Doubt {
    fileprivate var summary: String {
        switch self {
        case .fence: "The first line is meant to open front matter and does not"
        case .keysWithoutFence: "Lines of front matter need a line '---' after them"
        case .indented: "Front matter is indented as code is"
        case .unknownKeys: "These lines may be front matter, or text between two rules"
        case .hidingKey: "This key would hide the text, and no front matter has it"
        }
    }

    fileprivate var fixes: [String] {
        switch self {
        case .fence: ["write '---' alone on a line before the keys, and again after them"]
        case .keysWithoutFence: ["add a line '---' before the keys, and one after them"]
        case .indented:
            ["remove the white space before its lines", "put code between two lines of '```'"]
        case .hidingKey:
            [
                "write '---' alone on the first line, then all keys, then '---' again",
                "put code between two lines of '```'",
            ]
        case .unknownKeys:
            ["begin the file with '---' for front matter", "write the rules as '***'"]
        }
    }
}

extension Diagnostic {
    /// A mistake in a line of YAML, with the corrected line.
    fileprivate static func fault(_ fault: YAMLRepair.Fault, _ file: SourcePath) -> Diagnostic {
        let fixes = fault.mend.map { mend in
            let written = LeadIn.trimmed(mend.line)
            return [
                Diagnostic.Fix(
                    mend.advice
                        ?? (mend.isQuoting
                            ? "quote the value: \(written)" : "write the line as: \(written)"),
                    edits: [.init(Place(file: file, range: fault.line), mend.line)])
            ]
        }
        return .error(
            .frontMatterSyntax, fault.problem, at: Place(file: file, range: fault.place),
            fixes: fixes ?? [])
    }
}

/// What closes an unclosed head: a line that is nearly its fence, such as `----------` or `---
/// text`, up to the first blank one; otherwise a line of its own.
private func fixOfUnclosed(_ bytes: [UInt8], _ fence: Range<Int>) -> String {
    let sign = String(decoding: bytes[fence], as: UTF8.self)
    var number = 1
    var rest = bytes[fence.upperBound...].prefix(1 << 16)
    while let end = rest.firstIndex(of: 0x0A) {
        rest = rest[(end + 1)...]
        number += 1
        let line = String(
            decoding: rest.prefix { $0 != 0x0A && $0 != 0x0D }.prefix(80), as: UTF8.self)
        if line.utf8.allSatisfy({ $0 <= 0x20 }) { break }
        let isDashes = line.unicodeScalars.allSatisfy { "-‐–—−－".unicodeScalars.contains($0) }
        if line.hasPrefix(sign) || sign == "---" && isDashes {
            return "write '\(sign)' for '\(line)' in line \(number)"
        }
    }
    return "write a line '\(sign)' after the keys"
}

extension Diagnostic.ID {
    package static let frontMatterSyntax = Diagnostic.ID("front-matter/syntax")
    package static let frontMatterUnclosed = Diagnostic.ID("front-matter/unclosed")
    package static let frontMatterDoubtful = Diagnostic.ID("front-matter/doubtful")
    package static let frontMatterAlias = Diagnostic.ID("front-matter/alias")
    package static let frontMatterTooDeep = Diagnostic.ID("front-matter/too-deep")
    package static let frontMatterDuplicateKey = Diagnostic.ID("front-matter/duplicate-key")
}
