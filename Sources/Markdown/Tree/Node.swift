/// The index of a node in ``Tree/nodes``; the document is 0.
package typealias NodeID = Int32

/// One node of a document: 56 bytes, no reference, its text as ranges in ``Tree/bytes``.
package struct Node: Sendable {
    package enum Kind: UInt8, Sendable {
        case document, blockQuote, list, item, codeBlock, htmlBlock, customBlock
        case paragraph, heading, thematicBreak
        case callout, calloutTitle, table, tableRow, tableCell, footnotes, footnote
        case text, softBreak, hardBreak, code, htmlInline, customInline
        case emphasis, strong, strikethrough, link, image, footnoteReference
        /// TeX with the marks around it, `$x^2$`; see ``Node/isDisplay``.
        case formula
        /// A tag of another generator, as its author wrote it: `{% note %}`.
        case templateTag
        /// Removed from the tree; no node links to it.
        case removed

        /// Whether it is inside a paragraph, a heading or a cell.
        package var isInline: Bool { rawValue >= Kind.text.rawValue }

        /// Whether it is a block whose children are inline.
        package var isLeafBlock: Bool {
            switch self {
            case .paragraph, .heading, .tableCell, .calloutTitle: true
            default: false
            }
        }
    }

    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8
        /// A list: `<ol>`.
        static let ordered = Flags(rawValue: 1)
        /// A list: its paragraphs are written without `<p>`.
        static let tight = Flags(rawValue: 2)
        /// An item with a check box.
        static let task = Flags(rawValue: 4)
        /// A task that is done.
        static let checked = Flags(rawValue: 8)
        /// An inline node somewhere inside a link or an image.
        static let insideLink = Flags(rawValue: 16)
        /// A soft break between CJK text: it is written as nothing.
        static let joined = Flags(rawValue: 32)
        /// A raw-HTML node that is a `<!-- more -->`.
        static let moreMarker = Flags(rawValue: 64)
    }

    package internal(set) var kind: Kind
    /// A heading's level 1–6; a cell's alignment (``Alignment``); a callout's (``CalloutKind``);
    /// for a formula ``display`` or 0; for a code block ``betweenTags`` or 0.
    package internal(set) var level: UInt8 = 0
    var flags: Flags = []
    /// For a text: what it may hold.
    var marks = TextMarks.all
    /// A list's first number; a footnote's and its references' number; a heading's index in
    /// ``Document/headings``; a row's index in its table, 0 for the head.
    package internal(set) var number: Int32 = 0
    /// Blocks only, 1-based lines of the file, front matter counted; 0 where unknown.
    package internal(set) var firstLine: Int32 = 0
    /// Blocks only, the last line of the block.
    package internal(set) var lastLine: Int32 = 0
    /// Blocks only, the 1-based column in bytes at which the block begins.
    package internal(set) var column: Int32 = 0
    package internal(set) var parent: NodeID = -1
    package internal(set) var firstChild: NodeID = -1
    package internal(set) var next: NodeID = -1
    private var textStart: Int32 = 0
    private var textEnd: Int32 = 0
    private var destinationStart: Int32 = 0
    private var destinationEnd: Int32 = 0
    private var titleStart: Int32 = 0
    private var titleEnd: Int32 = 0

    static let display: UInt8 = 1
    /// The listing is between template tags on lines of their own, rather than fences.
    static let betweenTags: UInt8 = 1

    init(_ kind: Kind, parent: NodeID = -1) {
        self.kind = kind
        self.parent = parent
    }

    /// The literal text of a text, code or raw-HTML node, in ``Tree/bytes``.
    package internal(set) var text: Range<Int> {
        get { Int(textStart)..<Int(textEnd) }
        set {
            textStart = Int32(truncatingIfNeeded: newValue.lowerBound)
            textEnd = Int32(truncatingIfNeeded: newValue.upperBound)
        }
    }

    /// In ``Tree/bytes``: a link's or image's address, entities and escapes decoded; a code block's
    /// info string; a heading's classes; in a text in HTML, the place in the file of a tag that is
    /// written differently.
    package internal(set) var destination: Range<Int> {
        get { Int(destinationStart)..<Int(destinationEnd) }
        set {
            destinationStart = Int32(truncatingIfNeeded: newValue.lowerBound)
            destinationEnd = Int32(truncatingIfNeeded: newValue.upperBound)
        }
    }

    /// In ``Tree/bytes``: a link's or image's title; the id that the author of a heading gave.
    package internal(set) var title: Range<Int> {
        get { Int(titleStart)..<Int(titleEnd) }
        set {
            titleStart = Int32(truncatingIfNeeded: newValue.lowerBound)
            titleEnd = Int32(truncatingIfNeeded: newValue.upperBound)
        }
    }

    package var isOrdered: Bool { flags.contains(.ordered) }
    package var isTight: Bool { flags.contains(.tight) }
    package var isTask: Bool { flags.contains(.task) }
    package var isChecked: Bool { flags.contains(.checked) }
    /// Whether a formula is written `$$…$$` or `\[…\]`, and so displayed on a line of its own.
    package var isDisplay: Bool { kind == .formula && level == Self.display }
    /// Whether a soft break is between CJK characters and leaves no space.
    package var isJoined: Bool { flags.contains(.joined) }
}

/// The alignment of a table's column.
package enum Alignment: UInt8, Sendable {
    case none, left, center, right
}

/// GitHub's five kinds of callouts.
package enum CalloutKind: UInt8, Sendable, CaseIterable {
    case note, tip, important, warning, caution
}
