/// Which words of a language are what, for colors: keywords by kind, and words of its library.
///
/// Each list has words parted by white space.
package struct Vocabulary: Sendable {
    package enum WordClass: Sendable, Hashable, CaseIterable {
        /// `if`, `var`, `import`, `true`, `int`, one that is reserved, `and`.
        case keyword, declaration, importing, constant, type, reserved, operation
        /// A function or type of the library, `self`, an error of the library.
        case builtin, own, exception
        /// `__init__`, `__name__`.
        case specialMethod, specialName
        /// Names that follow from the word before them: of a function, a class, a module, a variable.
        case function, className, module, variable
    }

    package typealias Lists = [WordClass: String]

    package var words: Lists = [:]
    /// Words that are something only before a name: `record Point(…)`, not `record = 1`.
    package var softWords: Lists = [:]
    /// Words that are something only before `(`.
    package var calls: Lists = [:]
    /// What the name after a word is: `func` makes the next one a function's.
    package var introducing: Lists = [:]
    /// Signs that make a name, with themselves, a class of its own: `@` a decorator.
    package var sigils: [UInt8: LexicalClass] = [:]
    package var ignoresCase = false
    /// Whether a name before `(` is a function's.
    package var marksCalls = true
    /// Whether words after a dot may be keywords: `x.await`.
    package var hasWordsAfterDots = false
    /// Whether `name:` is a label where it begins a line.
    package var hasLineLabels = false
    /// Whether a string on its own at the start of a line is documentation.
    package var hasDocumentationStrings = false
}
