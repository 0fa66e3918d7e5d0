extension CodeLanguage {
    /// Ruby as far as its literals, brackets and the words that open and close blocks tell, from the
    /// reference "Syntax" of Ruby 3.4 and ISO/IEC 30170:2012, clause 8; endless methods, patterns and
    /// all literals included.
    ///
    /// What a line means depends on which names are variables, so that only the shape of code is
    /// checked. https://docs.ruby-lang.org/en/3.4/syntax_rdoc.html
    package static let ruby = CodeLanguage("ruby", pairsBrackets: true) { code, isWhole in
        RubyReader(code, isFragment: !isWhole).readingWithCause()
    }
}

/// The reserved words of Ruby.
enum RubyWord: String, CaseIterable {
    case `if`, unless, `while`, until, `case`, `for`, begin, def, `class`, module, `do`
    case end, then, `else`, elsif, when, `in`, rescue, ensure
    case and, or, not, `return`, `break`, next, redo, retry
    case `self`, `nil`, `true`, `false`, `super`, yield, alias, undef
    case defined = "defined?"
    case file = "__FILE__"
    case line = "__LINE__"
    case encoding = "__ENCODING__"
    case beginBlock = "BEGIN"
    case endBlock = "END"

    static let byName: [String: RubyWord] = {
        var table: [String: RubyWord] = [:]
        for word in allCases { table[word.rawValue] = word }
        return table
    }()

    /// The words that may part what it opens.
    var parts: Set<RubyWord> {
        switch self {
        case .if: [.elsif, .else]
        case .unless: [.else]
        case .case: [.when, .in, .else]
        case .begin, .def, .class, .module, .do: [.rescue, .else, .ensure]
        default: []
        }
    }

    /// What a part needs that nothing has opened.
    var wanted: String {
        switch self {
        case .when: "'case'"
        case .rescue, .ensure: "'begin' or 'def'"
        default: "'if'"
        }
    }

    static let openers: [RubyWord] = [
        .if, .unless, .while, .until, .case, .for, .begin, .def, .class, .module,
    ]
}
