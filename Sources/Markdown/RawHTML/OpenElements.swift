/// The open elements at a point of a document, outermost first: those of its raw HTML, and those
/// that Markdown writes.
///
/// Each element caches the most requested ones around it, so no lookup walks the stack: 20,000
/// nested elements take linear time.
struct OpenElements {
    struct Element {
        /// In lower case; empty for what Markdown writes without a tag.
        let name: String
        let traits: ElementTraits
        /// Of the `<` in ``Tree/bytes``; -1 for what Markdown writes.
        let offset: Int
        /// The node that Markdown writes it for, or the raw HTML that contains it.
        let node: NodeID
        /// Whether it belongs to SVG or MathML, and then whether its content is HTML again.
        var isForeign = false
        var holdsHTML = false
        /// Whether it ends at its end tag, as far as known, rather than with its block.
        var isLasting = true
        /// `/>` at an element of HTML, where it has no effect.
        var isSlashed = false

        var isMarkdown: Bool { offset < 0 }

        init(name: String, traits: ElementTraits, offset: Int, node: NodeID) {
            self.name = name
            self.traits = traits
            self.offset = offset
            self.node = node
        }

        /// Whether its end tag was read, but something keeps it open for now.
        fileprivate(set) var isEnded = false
        /// The outermost of the elements around it that end along with it, as an index.
        fileprivate(set) var last = Int.max
        /// The cached elements at or around it, as indices; -1 without one.
        fileprivate(set) var around = Surroundings()
        /// The next element around it with its key.
        fileprivate var previous = -1
    }

    /// The innermost element of some kinds, as indices; -1 without one.
    struct Surroundings {
        /// What Markdown writes.
        var markdown = -1
        /// A block, or what Markdown writes.
        var block = -1
        /// Any element but an inline one that has no end tag.
        var lasting = -1
        var scope = -1
        /// An `<a>` that a link here would be within.
        var link = -1
        var tableScope = -1
        var listScope = -1
        var select = -1
        /// The outermost element of the SVG or MathML that text here would be in.
        var foreign = -1
    }

    private(set) var elements: [Element] = []
    /// The innermost element of each key that an end tag can still end.
    private var innermost: [String: Int] = [:]
    /// The elements that Markdown writes, and those with all blocks, as rising indices.
    private var markdown: [Int] = []
    private var blocks: [Int] = []

    var count: Int { elements.count }

    /// The innermost elements here.
    var around: Surroundings { elements.last?.around ?? Surroundings() }

    /// Whether the rules of SVG and MathML apply to a tag here.
    var isForeign: Bool { around.foreign >= 0 }

    /// Whether the innermost element belongs to SVG or MathML.
    var readsCDATA: Bool { elements.last?.isForeign ?? false }

    subscript(_ index: Int) -> Element { elements[index] }

    mutating func push(_ element: Element) {
        var element = element
        let index = elements.count
        let outer = around
        var around = outer
        let traits = element.traits
        if element.isMarkdown {
            around.markdown = index
            markdown.append(index)
        }
        if element.isMarkdown || traits.contains(.block) {
            around.block = index
            blocks.append(index)
        }
        if element.isMarkdown || element.isLasting
            || !traits.isDisjoint(with: [.block, .omissible])
        {
            around.lasting = index
        }
        if !element.isMarkdown {
            if traits.contains(.scope) { around.scope = index }
            if traits.contains(.marker) { around.link = -1 }
            if element.name == "a", !element.isForeign { around.link = index }
            if traits.contains(.tableScope) { around.tableScope = index }
            if traits.contains(.list) || traits.contains(.scope) { around.listScope = index }
            if element.name == "select" { around.select = index }
        }
        if !element.isForeign || element.holdsHTML {
            around.foreign = -1
        } else if outer.foreign < 0 {
            around.foreign = index
        }
        element.around = around
        if !element.isMarkdown {
            let key = Self.key(element.name, isSlashed: element.isSlashed)
            element.previous = innermost[key] ?? -1
            innermost[key] = index
        }
        elements.append(element)
    }

    /// Removes the innermost element, which must exist.
    mutating func pop() -> Element {
        let element = elements.removeLast()
        if element.around.markdown == elements.count { markdown.removeLast() }
        if element.around.block == elements.count { blocks.removeLast() }
        if !element.isMarkdown { forget(element, at: elements.count) }
        return element
    }

    /// The element that an end tag of this name would end, at any depth.
    func innermost(_ name: String) -> Int? {
        innermost[Self.key(name, isSlashed: false)] ?? innermost[Self.key(name, isSlashed: true)]
    }

    /// The element of HTML with this name around a new one of the same name.
    func around(_ name: String) -> Int? {
        if name == "a" { return around.link < 0 ? nil : around.link }
        guard let index = innermost(name), !elements[index].isForeign else { return nil }
        return name == "form" || around.scope <= index ? index : nil
    }

    /// Makes an element end where the outermost block within it ends, or what Markdown writes
    /// within it.
    ///
    /// - Parameter passesBlocks: whether only what Markdown writes keeps it open.
    mutating func postponeEnd(of index: Int, passesBlocks: Bool) {
        let barriers = passesBlocks ? markdown : blocks
        var low = 0
        var high = barriers.count
        while low < high {
            let middle = (low + high) / 2
            if barriers[middle] <= index { low = middle + 1 } else { high = middle }
        }
        guard low < barriers.count else { return }
        elements[barriers[low]].last = min(elements[barriers[low]].last, index)
        elements[index].isEnded = true
        forget(elements[index], at: index)
    }

    /// Forgets an element that no end tag can end any more.
    private mutating func forget(_ element: Element, at index: Int) {
        let key = Self.key(element.name, isSlashed: element.isSlashed)
        if innermost[key] == index {
            innermost[key] = element.previous < 0 ? nil : element.previous
        }
    }

    /// End tags of headings end those of any level. One with `/>` ends only if no other is open,
    /// because its author may have meant an empty element.
    private static func key(_ name: String, isSlashed: Bool) -> String {
        let isHeading =
            name.utf8.count == 2 && name.utf8.first == UInt8(ascii: "h")
            && ("1"..."6").contains(name.dropFirst())
        return (isHeading ? "h1" : name) + (isSlashed ? "/" : "")
    }
}
