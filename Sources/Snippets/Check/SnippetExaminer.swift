import Addresses
import Crypto
import Diagnostics
import Languages
import Markdown

/// Looks at every code block of a document in the process: what it is, what is wanted of it, what
/// its language's entry in the table makes of it.
package struct SnippetExaminer: Sendable {
    private let settings: SnippetSettings

    package init(_ settings: SnippetSettings) {
        self.settings = settings
    }

    /// Every snippet of a document, in order. O(bytes), no I/O.
    ///
    /// - Parameter defaults: what the text's front matter sets.
    package func examine(_ document: Document, defaults: SnippetDefaults) -> [ExaminedSnippet] {
        document.codeBlocks.map { examine($0, in: document, defaults) }
    }

    private func examine(
        _ block: CodeBlock, in document: Document, _ defaults: SnippetDefaults
    ) -> ExaminedSnippet {
        let info = InfoString(block.info)
        let code = Array(document.tree.bytes[block.text])
        let places = document.places(in: block)
        let language = info.label.isEmpty ? nil : Language.named(info.label)
        var remarks: [Diagnostic] = []
        let state: ExaminedSnippet.State
        switch wish(info, language, defaults) {
        case .skip(let reason): state = .settled(.skipped(reason))
        case .level(let level):
            state = self.state(code, info, language, level)
        }
        if case .examined(let examination, _) = state {
            remarks += examination.remarks.map { diagnostic($0, block, places) }
        }
        return ExaminedSnippet(
            file: document.file, block: block, info: info, language: language?.name,
            places: places, digest: digest(language, code), state: state, remarks: remarks)
    }

    private func wish(
        _ info: InfoString, _ language: Language?, _ defaults: SnippetDefaults
    ) -> SnippetDefaults.Wish {
        if let check = info.attributes["check"] {
            if check == "skip" { return .skip(info.attributes["reason"] ?? "no reason given") }
            if let level = CheckLevel(rawValue: check) { return .level(level) }
        }
        return defaults.wish(for: language?.name)
            ?? settings.defaults.wish(for: language?.name) ?? .level(.parse)
    }

    private func state(
        _ code: [UInt8], _ info: InfoString, _ language: Language?, _ level: CheckLevel
    ) -> ExaminedSnippet.State {
        guard let language else {
            return .settled(
                .unchecked(info.label.isEmpty ? "no language" : "no checker for \(info.label)"))
        }
        if language.name == "text" { return .settled(.skipped("labelled as text")) }
        guard let check = LanguageCheck.of(language) else {
            return .settled(.unchecked("no checker for \(language.name)"))
        }
        let text = SnippetText(code: code, info: info, language: language, level: level)
        var examination = check.examine(text)
        if level == .shape, examination.request != nil {
            // The process has seen the shape; where it was broken it said so.
            examination.request = nil
            if case .undecided = examination.result { examination.result = .accepted(.shape) }
        }
        return .examined(examination, wanted: level)
    }

    private func diagnostic(
        _ remark: Examination.Remark, _ block: CodeBlock, _ places: CodePlaces
    ) -> Diagnostic {
        let finding = remark.finding
        switch remark.kind {
        case .label:
            return .warning(
                .snippetLabel, finding.message, at: block.place,
                fixes: finding.fix.map { [.init($0)] } ?? [])
        case .character:
            let place = places.place(of: finding.range)
            let edits = finding.replacement.map { [Diagnostic.Fix.Edit(place, $0)] } ?? []
            return .warning(
                .snippetCharacter, finding.message, at: place,
                fixes: finding.fix.map { [.init($0, edits: edits)] } ?? [])
        }
    }

    /// Of the language and the bytes, 32 hexadecimal digits.
    private func digest(_ language: Language?, _ code: [UInt8]) -> String {
        var hash = SHA256()
        hash.update(data: Array((language?.name ?? "").utf8) + [0])
        hash.update(data: code)
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: hash.finalize().prefix(16).flatMap {
                [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
            }, as: UTF8.self)
    }
}

extension Diagnostic.ID {
    package static let snippetMissingReason = Diagnostic.ID("snippet/missing-reason")
    package static let snippetLabel = Diagnostic.ID("snippet/label")
    package static let snippetCharacter = Diagnostic.ID("snippet/character")
}
