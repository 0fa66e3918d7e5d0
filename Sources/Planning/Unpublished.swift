import Addresses
import Content

/// Something that the site would have if a text or file were published.
package struct Unpublished: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case text
        /// Of the text in ``Unpublished/cause``, or that file itself.
        case file(SourcePath)
        /// A list of only such texts: `the tag 'Rust'`.
        case list(String)
    }

    package let kind: Kind
    /// The unpublished text or file, and the reason.
    package let cause: Hidden

    /// What it is and why it is missing, as text after `leads to`: `'content/a.md', which is a
    /// draft, so it is not published`.
    package var words: String {
        let text = "'\(cause.source)'"
        let thing =
            switch kind {
            case .file(let file) where file != cause.source: "'\(file)', a file of \(text)"
            case .list(let name): "\(name) of \(text)"
            case .file, .text: text
            }
        let owner = cause.owner.map { ", a text beside '\($0)'" } ?? ""
        return "\(thing)\(owner), which \(cause.reason.words)"
    }

    /// What the author of a link to it can do.
    package var fix: String { cause.reason.fix }
}

extension Hidden.Reason {
    /// As text after `which`.
    package var words: String {
        switch self {
        case .draft: "is a draft, so it is not published"
        case .future(let date): "is dated \(date.rfc3339), so it is not published yet"
        case .expired(let date): "expired at \(date.rfc3339), so it is no longer published"
        case .withoutPage: "makes no page, as 'build' or 'headless' in its front matter says"
        case .cascade(let list): "'cascade' in '\(list)' hides, so it is not published"
        case .excluded: "'exclude' under [build] leaves out"
        case .unwanted: "is left out by its name"
        case .broken: "has errors, so it is not published"
        }
    }

    fileprivate var fix: String {
        switch self {
        case .draft: "publish the text, or remove the link"
        case .future: "remove the link until the text is published"
        case .expired, .withoutPage, .cascade: "remove the link"
        case .excluded: "remove the link, or the pattern in 'exclude'"
        case .unwanted: "remove the link, or name the file in 'include' under [build]"
        case .broken: "correct the text, see its own errors"
        }
    }
}
