/// Which elements of a piece of HTML are left open, and which end tags close nothing.
///
/// A piece of a page opens elements that it does not close, and closes others that it did not open.
/// So only a single wrong element in an otherwise correct text is reported:
///
///     <div>              <ul>                       <p><b>a</b></b></p>
///       <p>a</p>           <li><i>a</li>
///                        </ul>
///
/// Elements whose end tags may be omitted (HTML, section 13.1.2.4), void ones and unknown ones are
/// ignored.
struct HTMLNesting {
    private struct Element {
        let name: [UInt8]
        let tag: Range<Int>
    }

    private let bytes: [UInt8]
    private var open: [Element] = []
    private var findings: [Finding] = []
    private var isGivenUp = false
    /// The last end tag, of any element, and its name.
    private var lastClosed = 0..<0
    private var lastName: [UInt8] = []
    /// Whether the text begins or ends a page.
    private var hasPage = false

    /// Deeper elements are ignored.
    private static let deepest = 512

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reports nothing more about this text.
    mutating func giveUp() { isGivenUp = true }

    mutating func open(_ name: Range<Int>, at tag: Range<Int>) {
        let name = lowercased(name)
        if Self.pages.contains(name) { hasPage = true }
        guard Self.closed.contains(name) else { return }
        guard open.count < Self.deepest else { return giveUp() }
        open.append(Element(name: name, tag: tag))
    }

    mutating func close(_ name: Range<Int>, at tag: Range<Int>) {
        let name = lowercased(name)
        defer {
            lastClosed = tag
            lastName = name
        }
        guard Self.closed.contains(name) else { return }
        guard let index = open.lastIndex(where: { $0.name == name }) else {
            addStray(name, at: tag)
            return
        }
        for element in open[(index + 1)...] { addOpen(element) }
        open.removeSubrange(index...)
    }

    /// The problem, if it is the only one.
    var finding: Finding? {
        if isGivenUp || hasPage && !open.isEmpty { return nil }
        var copy = self
        for element in open where holdsElements(element) { copy.addOpen(element) }
        guard open.count <= 1, copy.findings.count == 1 else { return nil }
        return copy.findings.first
    }

    private mutating func addOpen(_ element: Element) {
        let name = String(decoding: element.name, as: UTF8.self)
        findings.append(
            Finding(
                "the element '\(name)' is not closed", at: element.tag, fix: "write </\(name)>"))
    }

    /// An end tag on the same line as one of the same name, or at the same column on the next line,
    /// is one too many; further left it ends what began before the piece.
    private mutating func addStray(_ name: [UInt8], at tag: Range<Int>) {
        let between = bytes[lastClosed.upperBound..<tag.lowerBound]
        let isNext = lastName == name && between.allSatisfy { $0 <= 0x20 }
        let breaks = between.count { $0 == 0x0A }
        guard isNext, breaks == 0 || breaks == 1 && column(of: lastClosed) == column(of: tag) else {
            return giveUp()
        }
        let text = String(decoding: name, as: UTF8.self)
        findings.append(Finding("'</\(text)>' closes nothing", at: tag, fix: "remove it"))
    }

    /// The column of a tag that begins its line; nil for another.
    private func column(of tag: Range<Int>) -> Int? {
        let before = bytes[..<tag.lowerBound]
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return before[start...].allSatisfy { $0 == 0x20 || $0 == 0x09 }
            ? tag.lowerBound - start : nil
    }

    /// Whether an element that is open at the end has children: the end of a piece such as a page's
    /// header opens an element for the next piece to fill.
    private func holdsElements(_ element: Element) -> Bool {
        lastClosed.lowerBound >= element.tag.upperBound
    }

    private func lowercased(_ range: Range<Int>) -> [UInt8] { bytes[range].map { $0 | 0x20 } }

    private static let pages: Set<[UInt8]> = names("html body head")

    /// Elements that must be closed.
    private static let closed: Set<[UInt8]> = names(
        """
        a abbr address article aside audio b bdi bdo blockquote button canvas cite code data \
        datalist del details dfn dialog div dl em fieldset figcaption figure footer form h1 h2 h3 \
        h4 h5 h6 header hgroup i iframe ins kbd label legend main map mark menu meter nav noscript \
        object ol output picture pre progress q s samp search section select small span strong \
        sub summary sup svg table template time u ul var video
        """)

    private static func names(_ list: String) -> Set<[UInt8]> {
        Set(list.split(separator: " ").map { Array($0.utf8) })
    }
}
