extension CodeLanguage {
    /// Lisps as far as brackets, quotes and comments tell: Common Lisp, Scheme, Racket, Clojure and
    /// Emacs Lisp. https://www.lispworks.com/documentation/HyperSpec/Front/,
    /// https://small.r7rs.org/, https://clojure.org/reference/reader,
    /// https://www.gnu.org/software/emacs/manual/html_node/elisp/
    package static let lisp = dialect("lisp", lispVocabulary)
    package static let clojure = dialect("clojure", clojureVocabulary)

    private static func dialect(_ name: String, _ vocabulary: Vocabulary) -> CodeLanguage {
        CodeLanguage(
            shapeOf: name,
            .init(
                language: "Lisp", lineComments: [";"],
                blockComments: name == "clojure" ? [] : [("#|", "|#")], nestsComments: true,
                quotes: [.text("\"")], hasScriptLine: true,
                specialBytes: Array("?#\\|".utf8) + [0xC3, 0xE2]),
            vocabulary: vocabulary,
            special: { character(&$0, &$1, $2, isEmacs: false) },
            dialect: (isEmacs, { character(&$0, &$1, $2, isEmacs: true) }))
    }

    /// Characters, `?a`, `#\(` and `\a`; symbols in bars; `#;` before what is left out.
    private static func character(
        _ scanner: inout Scanner, _ tokens: inout Tokens, _ words: Words, isEmacs: Bool
    ) -> Bool {
        let start = scanner.index
        let before = scanner[start - 1]
        let isFirst = before == 0 || before.isBlank || "\n()[]'`,{}".utf8.contains(before)
        var kind = "CHAR"
        switch scanner.byte {
        case UInt8(ascii: "\\"):
            scanner.index += 1
            scanner.skipCharacter()
        case UInt8(ascii: "#") where scanner.ahead(1) == UInt8(ascii: "\\"):
            scanner.index += 2
            scanner.skipCharacter()
        case UInt8(ascii: "#") where scanner.ahead(1) == UInt8(ascii: ";"):
            scanner.index += 2
            kind = "SIGN"
        case UInt8(ascii: "?") where isFirst && !scanner.ahead(1).isBlank:
            guard scanner.ahead(1) != 0x0A, scanner.index + 1 < scanner.count,
                scanner.ahead(1) == UInt8(ascii: "\\")
                    || before != UInt8(ascii: "'") && isEmacs
            else { return false }
            scanner.index += 1
            // `?\C-\M-x`, `?\(`
            while scanner.byte == UInt8(ascii: "\\") {
                scanner.index += 1
                guard scanner.byte.isUpper, scanner.ahead(1) == UInt8(ascii: "-") else { break }
                scanner.index += 2
            }
            scanner.skipCharacter()
        case UInt8(ascii: "|") where isFirst:
            var index = start + 1
            while scanner[index] != 0x0A, index < scanner.count {
                if scanner[index] == UInt8(ascii: "|") {
                    scanner.index = index + 1
                    tokens.append(words["NAME"], start, scanner.index)
                    return true
                }
                index += 1
            }
            return false
        // `×` and the prime of `a’` are parts of names.
        case 0xC3 where scanner.ahead(1) == 0x97: scanner.index += 2
        case 0xE2 where before.isWordPart && scanner.starts(with: "’"): scanner.index += 3
        default: return false
        }
        scanner.index = min(scanner.index, scanner.count)
        tokens.append(words[kind], start, scanner.index)
        return true
    }

    /// Whether code looks like that of Emacs, in which `?(` is a character; in Scheme `?` is a name.
    @Sendable private static func isEmacs(_ scanner: Scanner) -> Bool {
        let head = scanner.text(0..<min(scanner.count, 1000))
        if head.contains("(define") || head.contains("#lang") { return false }
        return ["(defun ", "(setq", "macs", "(add-hook", "use-package", "global-set-key"]
            .contains { head.contains($0) }
    }

    private static let lispVocabulary = Vocabulary(
        words: [
            .keyword: """
            and begin case catch cond condition do dolist dotimes else eval flet go if lambda let
            letrec loop macrolet not or progn prog1 quote require return setf setq set tagbody throw
            unless use when while
            """,
            .declaration: """
            defun defmacro defvar defconst defcustom defparameter defclass defgeneric defmethod
            defstruct define defgroup defface
            """,
            .constant: "nil t",
        ],
        introducing: [.function: "defun defmacro defmethod defgeneric"], marksCalls: false)

    private static let clojureVocabulary = Vocabulary(
        words: [
            .keyword: """
            and case catch cond do doseq dotimes finally fn for if let loop not or quote recur
            throw try when while
            """,
            .declaration: "def defn defmacro defmulti defmethod defprotocol defrecord deftype ns",
            .importing: "require import use refer", .constant: "nil true false",
        ],
        introducing: [.function: "defn defmacro defmulti defmethod"], marksCalls: false)
}
