import Addresses
import Code
import Crypto
import Diagnostics
import Languages
import Markdown

/// Examines every code block of a document in the process: its language, its requested level, and
/// the result of the language's entry in the table.
package struct SnippetExaminer: Sendable {
    private let settings: SnippetSettings
    private let hasDigests: Bool

    /// - Parameter hasDigests: whether to compute ``CheckedSnippet/digest``, which only a baseline
    ///   needs; otherwise it is empty.
    package init(_ settings: SnippetSettings, hasDigests: Bool = true) {
        self.settings = settings
        self.hasDigests = hasDigests
    }

    /// Every snippet of a document: its code blocks in order, then the listings of raw HTML.
    /// O(bytes), no I/O.
    ///
    /// - Parameters:
    ///   - comments: those of the document.
    ///   - defaults: what the text's front matter sets.
    package func examine(
        _ document: Document, _ comments: SnippetComments, defaults: SnippetDefaults
    ) -> [ExaminedSnippet] {
        let blocks = document.codeBlocks.map { block in
            let info = comments.info(of: block)
            let code = Array(document.tree.bytes[block.text])
            let places = document.places(in: block)
            var remarks = SnippetRemarks(at: block.place, places, block)
            remarks.read(block, info, comments.above(block), code, document)
            let line = block.isFenced ? block.firstCodeLine - 1 : block.firstCodeLine
            return examine(
                code, info, at: block.place, line: line, isFenced: block.isFenced, places, remarks,
                defaults, document)
        }
        return blocks
            + document.htmlListings.map { listing in
                var info = InfoString()
                info.label = listing.label
                return examine(
                    listing.code, info, at: listing.place, line: listing.line, listing.places,
                    SnippetRemarks(at: listing.place, listing.places), defaults, document)
            }
    }

    /// - Parameters:
    ///   - place: of what names the language.
    ///   - remarks: the remarks so far.
    private func examine(
        _ code: [UInt8], _ info: InfoString, at place: Place, line: Int, isFenced: Bool = true,
        _ places: CodePlaces, _ remarks: SnippetRemarks, _ defaults: SnippetDefaults,
        _ document: Document
    ) -> ExaminedSnippet {
        let label = LanguageLabel(info.label)
        var language = label.language
        if label == .empty,
            case .language(let given)? = defaults.unlabelled ?? settings.defaults.unlabelled
        {
            language = given
        }
        var remarks = remarks
        let state: ExaminedSnippet.State
        switch setting(info, language, defaults) {
        case .skip(let reason): state = .settled(.skipped(reason))
        case .level(let level):
            state = self.state(code, info, language, level)
                .asSaid(AuthorWords(above: place.range.lowerBound, in: document.source), info, code)
            remarks.read(state, code, info.label, label, language, document)
        }
        var asksTool = false
        if case .examined(let examination, _) = state { asksTool = examination.request != nil }
        return ExaminedSnippet(
            file: place.file, place: place, line: line, isFenced: isFenced, info: info,
            language: language?.name,
            places: places, digest: hasDigests ? Self.digest(language, code) : "", state: state,
            remarks: remarks.diagnostics, code: asksTool ? code : [])
    }

    private func setting(
        _ info: InfoString, _ language: Language?, _ defaults: SnippetDefaults
    ) -> SnippetDefaults.Setting {
        if info.isSkipped { return .skip(info.reason ?? "no reason given") }
        if let level = info.check { return .level(level) }
        return defaults.setting(for: language?.name)
            ?? settings.defaults.setting(for: language?.name) ?? .level(.parse)
    }

    private func state(
        _ code: [UInt8], _ info: InfoString, _ language: Language?, _ level: CheckLevel
    ) -> ExaminedSnippet.State {
        guard let language else {
            if info.label.isEmpty { return unlabelled(code, info, level) }
            return .settled(.unchecked("no checker for \(info.label)"))
        }
        if Self.isIncluded(code) {
            return .settled(.unchecked("its text is in another file"))
        }
        if language.name == "text" {
            return .settled(
                .skipped(info.label.isEmpty ? "no language, said to be text" : "labelled as text"))
        }
        guard let check = LanguageCheck.of(language) else {
            return .settled(.unchecked("no checker for \(language.name)"))
        }
        let text = SnippetText(code: code, info: info, language: language, level: level)
        var examination = check.examine(text)
        if level == .shape, examination.request != nil {
            // The process has checked the shape and reported what was broken.
            examination.request = nil
            if case .undecided = examination.result { examination.result = .accepted(.shape) }
        }
        return .examined(examination, wanted: level)
    }

    /// A block without a label is read as the language that it certainly is in. It passes as such,
    /// or is left unchecked: nobody claimed that language.
    private func unlabelled(
        _ code: [UInt8], _ info: InfoString, _ level: CheckLevel
    ) -> ExaminedSnippet.State {
        // No-break spaces get a remark of their own, and hide the language.
        let code = Self.withPlainSpaces(code)
        let isSession = Transcript(CodeLines(code)) != nil
        switch LanguageGuess.reading(of: code) {
        case .text where !isSession: return .settled(.skipped("no language, reads as text"))
        case .unknown where !isSession:
            return byGrammar(code, info, level) ?? .settled(.unchecked("no language"))
        case .text, .unknown:
            guard let console = Language.named("console") else { break }
            return guessed(console, code, info, level)
        case .language(let language): return guessed(language, code, info, level)
        }
        return .settled(.unchecked("no language"))
    }

    /// The code with two spaces for each no-break space (U+00A0), so that all places stay.
    private static func withPlainSpaces(_ code: [UInt8]) -> [UInt8] {
        guard code.contains(0xC2) else { return code }
        var code = code
        for index in code.indices.dropLast() where code[index] == 0xC2 && code[index + 1] == 0xA0 {
            code[index] = 0x20
            code[index + 1] = 0x20
        }
        return code
    }

    /// The language with most heuristics matching a text, if its grammar accepts all of it and that
    /// of no other matching language does.
    private func byGrammar(
        _ code: [UInt8], _ info: InfoString, _ level: CheckLevel
    ) -> ExaminedSnippet.State? {
        let candidates = LanguageGuess.candidates(of: code)
        guard let best = candidates.first, best.score >= Self.fewestSigns,
            let language = Language.named(best.name),
            Self.accepts(best.name, code, elisions: best.score > Self.fewestSigns),
            !candidates.dropFirst().contains(where: {
                $0.score * 4 > best.score && Self.accepts($0.name, code)
            })
        else { return nil }
        return guessed(language, code, info, level)
    }

    /// Whether mdBook or VitePress includes a file at a line: `{{#include a.rs:2:5}}`, `<<<
    /// @/a.js`.
    private static func isIncluded(_ code: [UInt8]) -> Bool {
        let text = code[...]
        if text.begins("<<< ") { return true }
        guard text.holds("{{#") else { return false }
        return ["include", "rustdoc_include", "playground", "playpen", "shiftinclude"]
            .contains { text.holds("{{#\($0) ") }
    }

    /// How many matches of heuristics a text needs to be read as a language.
    private static let fewestSigns = 3

    /// Whether a grammar accepts a whole text, with nothing cut off.
    ///
    /// - Parameter elisions: whether parts may be left out.
    private static func accepts(
        _ language: String, _ code: [UInt8], elisions: Bool = false
    ) -> Bool {
        guard case .accepted(let acceptance)? = CodeRegistry.language(language)?.read(code) else {
            return false
        }
        return !acceptance.isShape && !acceptance.isCutOff && (elisions || acceptance.elisions == 0)
    }

    private func guessed(
        _ language: Language, _ code: [UInt8], _ info: InfoString, _ level: CheckLevel
    ) -> ExaminedSnippet.State {
        guard let check = LanguageCheck.of(language) else {
            return .settled(.unchecked("no language, looks like \(language.name)"))
        }
        let text = SnippetText(code: code, info: info, language: language, level: level)
        var examination = check.examine(text)
        examination.request = nil
        examination.remarks = []
        examination.readAs = examination.readAs ?? language.name
        let reason = "no language, looks like \(language.name), but is not accepted"
        switch examination.result {
        case .accepted: break
        case .text(let what): examination.result = .text(what)
        case .rejected(let findings, _):
            // Nobody claimed that language: this is reported, but not as a failure.
            examination.remarks = findings.prefix(1).map { .guessed(language.name, $0) }
            examination.result = .undecided(reason)
        case .undecided: examination.result = .undecided(reason)
        }
        return .examined(examination, wanted: level)
    }

    /// A digest of the language and the bytes, 32 hexadecimal digits.
    private static func digest(_ language: Language?, _ code: [UInt8]) -> String {
        var hash = SHA256()
        hash.update(data: Array((language?.name ?? "").utf8) + [0])
        code.withUnsafeBytes { hash.update(bufferPointer: $0) }
        var digits: [UInt8] = []
        digits.reserveCapacity(32)
        for byte in hash.finalize().prefix(16) {
            digits.append(digit(byte >> 4))
            digits.append(digit(byte & 15))
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
