/// The class of a token, by Pygments' short names, so that its style sheets fit:
/// https://pygments.org/docs/tokens/.
///
/// `k` is the class of `return` in `<span class="k">return</span>`.
package enum TokenClass: UInt8, Sendable, CaseIterable {
    /// Blanks and plain names, which get no element.
    case none
    /// Comments: generic, to the end of the line, `/* */`, `#!/bin/sh`, for a tool.
    case c, c1, cm, ch, cs
    /// Preprocessor lines, and the file that one includes.
    case cp, cpf
    /// Keywords: `if`, `true`, `func`, `import`, pseudo-keywords, reserved, types.
    case k, kc, kd, kn, kp, kr, kt
    /// Names: attributes, builtins, `self`, classes, decorators, exceptions, functions, `__init__`.
    case na, nb, bp, nc, nd, ne, nf, fm
    /// Names: entities, labels, namespaces, constants, tags, properties.
    case ni, nl, nn, no, nt, py
    /// Variables: `$x`, `@x`, global, `__name__`.
    case nv, vi, vg, vm
    /// Numbers: plain, integer, float, hexadecimal, octal, binary.
    case m, mi, mf, mh, mo, mb
    /// Operators and operators that are words.
    case o, ow
    case p
    /// Strings: generic, `'…'`, `"…"`, `` `…` ``, characters, documentation, here-documents.
    case s, s1, s2, sb, sc, sd, sh
    /// In strings: prefixes, escapes, interpolation marks.
    case sa, se, si
    /// Regular expressions, symbols, others.
    case sr, ss, sx
    /// Plain scalars of YAML, and dates.
    case l, ld
    /// Differences: deleted, inserted, headings, subheadings.
    case gd, gi, gh, gu
    /// Emphasis, strong, errors.
    case ge, gs, gr
    /// Transcripts: the prompt, and the output.
    case gp, go

    /// The name in HTML; empty for none.
    package var name: String { self == .none ? "" : "\(self)" }

    /// `<span class="k">` for every class, in sequence.
    struct Openings: Sendable {
        let bytes: [UInt8]
        /// The end of the tag of each raw value, where the next one begins.
        let ends: [Int]
        /// The most bytes that the tags around a token take.
        let longestTags: Int

        /// The range of the opening tag of a class in ``bytes``.
        subscript(kind: TokenClass) -> Range<Int> {
            let index = Int(kind.rawValue)
            return (index == 0 ? 0 : ends[index - 1])..<ends[index]
        }
    }

    static let openings: Openings = {
        var bytes: [UInt8] = []
        var ends: [Int] = []
        var longest = 0
        for kind in allCases {
            let start = bytes.count
            bytes.append(contentsOf: "<span class=\"\(kind.name)\">".utf8)
            ends.append(bytes.count)
            longest = max(longest, bytes.count - start)
        }
        return Openings(
            bytes: bytes, ends: ends, longestTags: longest + "</span>".utf8.count)
    }()
}
