import Code
import Languages

extension LanguageCheck {
    /// The languages with a grammar in galley: every block is read in the process, and gets the
    /// same verdict on every machine.
    static let grammars = LanguageCheck(
        CodeRegistry.names.filter { Language.named($0)?.name == $0 }
    ) { GrammarCheck($0).examination }
}

/// Reads a block by the grammar of its label's language.
struct GrammarCheck {
    private let text: SnippetText

    init(_ text: SnippetText) {
        switch text.language.name {
        case "rust": self.text = RustdocLines.shown(text)
        case "javascript", "jsx", "typescript", "tsx": self.text = MarkedCode.withoutStress(text)
        default: self.text = text
        }
    }

    /// O(bytes) for accepted code; a small multiple for refused code.
    var examination: Examination {
        if text.code.contains(0) { return Examination(.undecided("it holds NUL bytes")) }
        guard let grammar = CodeRegistry.language(text.language.name) else {
            return Examination(.undecided("no grammar"))
        }
        switch grammar.read(text.code) {
        case .accepted(let acceptance): return Examination(accepted: acceptance)
        case .gaveUp: return Examination(.undecided("too intricate to be read"))
        case .refused(let fault): return RefusedBlock(text, grammar, fault).examination
        }
    }
}

extension Examination {
    /// - Parameter language: the language that accepted the block, if the label names another.
    init(accepted acceptance: CodeReading.Acceptance, as language: Language? = nil) {
        self.init(
            .accepted(acceptance.isShape ? .shape : .parse), elisions: acceptance.elisions)
        isCutOff = acceptance.isCutOff
        readAs = language?.name
    }
}

extension Finding {
    /// A grammar's fault in code that begins at the block's start.
    init(_ fault: CodeFault, in code: [UInt8]) {
        self.init(
            fault.message, at: fault.range,
            fix: fault.edit.map { Self.words(for: $0, in: code) },
            edit: fault.edit.map { .init(range: $0.range, replacement: $0.replacement) },
            related: fault.opened.map { .init("opened here", at: $0) })
    }

    private static func words(for edit: CodeFault.Edit, in code: [UInt8]) -> String {
        if edit.range.isEmpty { return "insert '\(edit.replacement)'" }
        guard edit.replacement.isEmpty else {
            return edit.replacement == " "
                ? "write a blank" : "write '\(edit.replacement)'"
        }
        return "remove '\(String(decoding: code[edit.range], as: UTF8.self))'"
    }
}
