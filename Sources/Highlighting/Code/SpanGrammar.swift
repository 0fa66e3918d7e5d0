import Code

/// A language of the target Code: its lexer, which the checker also uses, finds the parts, and its
/// vocabulary classifies the words.
final class SpanGrammar: Grammar {
    let language: CodeLanguage
    let words, softWords, calls, introducing: WordTable
    /// By byte: the class of the name after a sign.
    let sigils: [TokenClass]
    /// By class: whether a word of it may determine the class of the name after it.
    let introduces: [Bool]
    let marksCalls, hasWordsAfterDots, hasLineLabels, hasDocumentationStrings: Bool

    init(_ language: CodeLanguage) {
        self.language = language
        let vocabulary = language.vocabulary
        func table(_ lists: Vocabulary.Lists) -> WordTable {
            let lists = lists.map { (TokenClass($0.key), $0.value) }
            return WordTable(
                Dictionary(lists) { $0 + " " + $1 }, ignoresCase: vocabulary.ignoresCase)
        }
        words = table(vocabulary.words)
        softWords = table(vocabulary.softWords)
        calls = table(vocabulary.calls)
        introducing = table(vocabulary.introducing)
        var sigils = [TokenClass](repeating: .none, count: 256)
        for (byte, kind) in vocabulary.sigils { sigils[Int(byte)] = TokenClass(kind) }
        self.sigils = sigils
        var introduces = [Bool](repeating: false, count: 256)
        for list in vocabulary.introducing.values {
            for word in list.split(whereSeparator: \.isWhitespace) {
                let code = Array(word.utf8)
                for table in [words, softWords, calls] {
                    introduces[Int(table.kind(of: 0..<code.count, in: code).rawValue)] = true
                }
            }
        }
        self.introduces = introduces
        marksCalls = vocabulary.marksCalls
        hasWordsAfterDots = vocabulary.hasWordsAfterDots
        hasLineLabels = vocabulary.hasLineLabels
        hasDocumentationStrings = vocabulary.hasDocumentationStrings
    }

    func read(_ sink: inout TokenSink) {
        let isWhole = sink.index == 0 && sink.end == sink.code.count
        let code = isWhole ? sink.code : Array(sink.code[sink.index..<sink.end])
        let spans = language.spans(of: code)
        var painter = SpanPainter(self, &sink)
        painter.paint(spans, from: isWhole ? 0 : painter.sink.index)
        painter.giveBack(&sink)
    }
}

extension TokenClass {
    init(_ word: Vocabulary.WordClass) {
        switch word {
        case .keyword: self = .k
        case .declaration: self = .kd
        case .importing: self = .kn
        case .constant: self = .kc
        case .type: self = .kt
        case .reserved: self = .kr
        case .operation: self = .ow
        case .builtin: self = .nb
        case .own: self = .bp
        case .exception: self = .ne
        case .specialMethod: self = .fm
        case .specialName: self = .vm
        case .function: self = .nf
        case .className: self = .nc
        case .module: self = .nn
        case .variable: self = .nv
        }
    }

    /// Words, numbers and signs need a closer look.
    init(_ kind: LexicalClass) {
        switch kind {
        case .none, .word, .markup: self = .none
        case .lineComment: self = .c1
        case .blockComment: self = .cm
        case .scriptLine: self = .ch
        case .disabledCode: self = .c
        case .number: self = .mi
        case .sign: self = .o
        case .punctuation: self = .p
        case .string: self = .s
        case .singleQuoted, .plainQuoted: self = .s1
        case .doubleQuoted: self = .s2
        case .backquoted: self = .sb
        case .character: self = .sc
        case .hereDocument: self = .sh
        case .stringPrefix: self = .sa
        case .escape: self = .se
        case .interpolation: self = .si
        case .regularExpression: self = .sr
        case .directive: self = .cp
        case .includedFile: self = .cpf
        case .variable: self = .nv
        case .lifetime: self = .nl
        case .macro: self = .fm
        case .decorator, .pseudoClass: self = .nd
        case .tag: self = .nt
        case .attribute: self = .na
        case .entity: self = .ni
        case .identifier: self = .nn
        case .styleClass: self = .nc
        case .property, .rule: self = .k
        case .styleValue: self = .kc
        case .function: self = .nf
        case .unit: self = .kt
        case .color: self = .mh
        case .quotedName: self = .ss
        }
    }
}
