import Diagnostics
import Languages
import Markdown
import Text

/// Remarks about a block whatever its verdict: its info string, its comment, its label, single
/// characters.
struct SnippetRemarks {
    private(set) var diagnostics: [Diagnostic] = []
    private let place: Place
    private let places: CodePlaces
    /// nil for a listing of raw HTML.
    private let block: CodeBlock?

    /// - Parameter place: that of what names the language.
    init(at place: Place, _ places: CodePlaces, _ block: CodeBlock? = nil) {
        self.place = place
        self.places = places
        self.block = block
    }

    /// Reads the fence and the comments above it.
    ///
    /// - Parameter info: their combined attributes.
    mutating func read(
        _ block: CodeBlock, _ info: InfoString, _ comments: [SnippetComments.Placed],
        _ code: [UInt8],
        _ document: Document
    ) {
        for problem in InfoString.problems(in: block.info, lines: code.count(of: .lineFeed)) {
            let place = document.place(ofInfo: problem.range, in: block)
            let word = Array(block.info.utf8)[problem.range]
            // An entity or an escape differs from the text that it represents.
            add(problem, at: place, isExact: document.source[place.range].elementsEqual(word))
        }
        for placed in comments {
            let text = placed.comment.text
            let lines = code.count(of: .lineFeed)
            for problem in InfoString.problems(inAttributes: text, lines: lines) {
                add(problem, at: placed.place(of: problem.range))
            }
        }
        if info.isSkipped, info.reason == nil {
            diagnostics.append(
                .warning(
                    .snippetMissingReason, "'check=skip' needs a reason", at: place,
                    fixes: [.init("say why, as in reason=\"needs a cluster\"")]))
        }
    }

    /// Reads the remarks of the language's checker, and of the lints of labels and characters.
    mutating func read(
        _ state: ExaminedSnippet.State, _ code: [UInt8], _ label: String, _ kind: LanguageLabel,
        _ language: Language?, _ document: Document
    ) {
        var remarks: [Examination.Remark] = []
        if case .examined(let examination, _) = state { remarks = examination.remarks }
        // If the site or the text sets the block's language, a label is not required.
        if remarks.isEmpty, kind != .empty || language == nil {
            remarks = LabelLint.remarks(for: code, label: label, kind)
        }
        var read = language
        if read == nil, case .examined(let examination, _) = state {
            read = examination.readAs.flatMap(Language.named)
        }
        remarks += CharacterLint.remarks(in: code, language: read)
        let place = self.place(ofLabel: label, kind, state, document)
        for remark in remarks { add(remark, labelAt: place) }
    }

    /// Where another label may be written without asking: the code was accepted as that label's
    /// language, or the label says the same as a class does. nil for a label that is not literally
    /// the info string's first word, such as one from a comment.
    private func place(
        ofLabel label: String, _ kind: LanguageLabel, _ state: ExaminedSnippet.State,
        _ document: Document
    ) -> Place? {
        var isSure = if case .prefixed = kind { true } else { false }
        if case .examined(let examination, _) = state, case .accepted = examination.result {
            if case .known = kind { isSure = true }
        }
        guard isSure, let block, block.isFenced, !label.isEmpty, block.info.hasPrefix(label) else {
            return nil
        }
        let word = label.utf8.count
        let rest = block.info.utf8.dropFirst(word).first
        guard rest == nil || rest == 0x20 || rest == 0x09 || rest == UInt8(ascii: ",") else {
            return nil
        }
        let place = document.place(ofInfo: 0..<word, in: block)
        return document.source[place.range].elementsEqual(label.utf8) ? place : nil
    }

    private mutating func add(
        _ problem: InfoStringProblem, at place: Place, isExact: Bool = true
    ) {
        let id: Diagnostic.ID =
            switch problem.kind {
            case .unknownAttribute: .snippetUnknownAttribute
            case .badValue: .snippetBadValue
            case .unknownLanguage: .snippetUnknownLanguage
            }
        let edits =
            isExact ? problem.replacement.map { [Diagnostic.Fix.Edit(place, $0)] } ?? [] : []
        diagnostics.append(
            .warning(
                id, problem.message, at: place,
                fixes: problem.fix.map { [.init($0, edits: edits, isSure: problem.isSure)] } ?? []))
    }

    private mutating func add(_ remark: Examination.Remark, labelAt label: Place?) {
        let finding = remark.finding
        switch remark.kind {
        case .label:
            diagnostics.append(
                .warning(
                    .snippetLabel, finding.message, at: place,
                    fixes: finding.fix.map { [.init($0, edits: label.edit(finding.edit))] } ?? []))
        case .character, .guessed:
            let id: Diagnostic.ID =
                remark.kind == .guessed ? .snippetGuessed : .snippetCharacter
            let place = places.place(of: finding.range)
            let edits = places.edits(of: finding)
            diagnostics.append(
                .warning(
                    id, finding.message, at: place,
                    fixes: finding.fix.map {
                        [.init($0, edits: edits, isSure: remark.kind != .guessed)]
                    } ?? []))
        }
    }
}

extension Place? {
    /// The edit of a label as an edit of the article.
    fileprivate func edit(_ edit: Finding.Edit?) -> [Diagnostic.Fix.Edit] {
        guard let place = self, let edit else { return [] }
        return [Diagnostic.Fix.Edit(place, edit.replacement)]
    }
}

extension SnippetComments {
    /// A warning for each comment that has no effect.
    package var diagnostics: [Diagnostic] {
        strays.map {
            .warning(.snippetComment, $0.message, at: $0.place, fixes: [.init($0.fix)])
        }
    }
}

extension Diagnostic.ID {
    package static let snippetUnknownAttribute = Diagnostic.ID("snippet/unknown-attribute")
    package static let snippetBadValue = Diagnostic.ID("snippet/bad-value")
    package static let snippetUnknownLanguage = Diagnostic.ID("snippet/unknown-language")
    package static let snippetMissingReason = Diagnostic.ID("snippet/missing-reason")
    package static let snippetComment = Diagnostic.ID("snippet/comment")
    package static let snippetLabel = Diagnostic.ID("snippet/label")
    package static let snippetCharacter = Diagnostic.ID("snippet/character")
    package static let snippetGuessed = Diagnostic.ID("snippet/guessed")
}
