/// What a part of code is to a reader, as the lexer knows it without the grammar.
package enum LexicalClass: UInt8, Sendable {
    /// Blanks, and what has no class.
    case none
    /// Comments: to the end of the line, up to a closing sign, the `#!` line, code that is switched off.
    case lineComment, blockComment, scriptLine, disabledCode
    /// A keyword or a name: ``Vocabulary`` says which.
    case word
    case number
    /// Operators and punctuation, and what is never an operator.
    case sign, punctuation
    /// A text in quotes with its quotes, or a part of one between escapes and code: in a language in
    /// which `'` quotes characters, and in the others by its quote.
    case string, singleQuoted, doubleQuoted, backquoted
    /// A text in quotes of either kind, in which a backslash has no color of its own.
    case plainQuoted
    case character
    /// The text of a here-document, and what begins it.
    case hereDocument
    /// In texts: the letters before a quote, `\n`, and what begins and ends code.
    case stringPrefix, escape, interpolation
    case regularExpression
    /// A directive of a preprocessor or an attribute of a declaration; the file that one includes.
    case directive, includedFile
    /// `$x`; `'a` of Rust; `println!`; `@Override`.
    case variable, lifetime, macro, decorator
    /// Of markup: the name of an element, that of an attribute, `&amp;`.
    case tag, attribute, entity
    /// Of style sheets: the parts of a selector, `#id`, `.name` and `:hover`.
    case identifier, styleClass, pseudoClass
    /// Of style sheets: `color` in `color: red`, `red`, `rgb(`, `em`, `#fff`, `@media`, `!important`.
    case property, styleValue, function, unit, color, rule
    /// A name in quotes: of SQL.
    case quotedName
    /// HTML around code.
    case markup
}

/// A part of code and what it is.
package struct CodeSpan: Sendable, Hashable {
    /// In bytes of the code.
    package let start: Int32
    package let end: Int32
    package let kind: LexicalClass

    @inline(__always)
    init(_ kind: LexicalClass, _ start: Int, _ end: Int) {
        self.kind = kind
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
    }
}
