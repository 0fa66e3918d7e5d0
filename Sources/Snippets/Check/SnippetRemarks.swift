import Diagnostics
import Languages
import Markdown
import Text

/// What there is to say about a block whatever its verdict: its info string, its comment, its label,
/// single characters.
struct SnippetRemarks {
    private(set) var diagnostics: [Diagnostic] = []
    private let block: CodeBlock
    private let places: CodePlaces

    init(_ block: CodeBlock, _ places: CodePlaces) {
        self.block = block
        self.places = places
    }

    /// Reads the fence and the comments above it.
    ///
    /// - Parameter info: what they say together.
    mutating func read(
        _ info: InfoString, _ comments: [SnippetComments.Placed], _ code: [UInt8],
        _ document: Document
    ) {
        for problem in InfoString.problems(in: block.info, lines: code.count(of: .lineFeed)) {
            add(problem, at: document.place(ofInfo: problem.range, in: block))
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
                    .snippetMissingReason, "'check=skip' needs a reason", at: block.place,
                    fixes: [.init("say why, as in reason=\"needs a cluster\"")]))
        }
    }

    /// Reads what the language's checker, and the lints of labels and characters, have to say.
    mutating func read(
        _ state: ExaminedSnippet.State, _ code: [UInt8], _ label: String, _ kind: LanguageLabel,
        _ language: Language?
    ) {
        var remarks: [Examination.Remark] = []
        if case .examined(let examination, _) = state { remarks = examination.remarks }
        if remarks.isEmpty {
            remarks = LabelLint.remarks(for: code, label: label, kind)
        }
        remarks += CharacterLint.remarks(in: code, language: language)
        for remark in remarks { add(remark) }
    }

    private mutating func add(_ problem: InfoStringProblem, at place: Place) {
        let id: Diagnostic.ID =
            switch problem.kind {
            case .unknownAttribute: .snippetUnknownAttribute
            case .badValue: .snippetBadValue
            case .unknownLanguage: .snippetUnknownLanguage
            }
        let edits = problem.replacement.map { [Diagnostic.Fix.Edit(place, $0)] } ?? []
        diagnostics.append(
            .warning(
                id, problem.message, at: place,
                fixes: problem.fix.map { [.init($0, edits: edits)] } ?? []))
    }

    private mutating func add(_ remark: Examination.Remark) {
        let finding = remark.finding
        switch remark.kind {
        case .label:
            diagnostics.append(
                .warning(
                    .snippetLabel, finding.message, at: block.place,
                    fixes: finding.fix.map { [.init($0)] } ?? []))
        case .character:
            let place = places.place(of: finding.range)
            let edits = finding.edit.map { [places.edit($0)] } ?? []
            diagnostics.append(
                .warning(
                    .snippetCharacter, finding.message, at: place,
                    fixes: finding.fix.map { [.init($0, edits: edits)] } ?? []))
        }
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
}
