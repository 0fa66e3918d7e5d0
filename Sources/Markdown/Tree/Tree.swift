/// A document as one flat array of nodes and one of bytes.
///
/// Nodes know their parent, first child and next sibling by index, so neither walking nor releasing
/// a tree recurses: 25,000 nested quotes are 25,000 elements of an array.
package struct Tree: Sendable {
    package internal(set) var nodes: [Node]
    /// The texts, addresses and titles that the nodes' ranges lie in, UTF-8.
    package internal(set) var bytes: [UInt8]
    /// Whether ``bytes`` are those of the file, so that a node's text is also its place.
    var isSource = false
    /// Whether some text may hold one of ``ControlCharacters``, written by the author.
    var mayHoldControls = false

    /// The document itself.
    package static let root: NodeID = 0
    /// The absence of a node.
    package static let none: NodeID = -1

    /// An empty document.
    init() {
        nodes = [Node(.document)]
        bytes = []
    }

    /// Room for a source of so many bytes.
    init(reservingFor count: Int) {
        nodes = []
        bytes = []
        nodes.reserveCapacity(count / 24 + 8)
        bytes.reserveCapacity(count + 64)
    }

    package internal(set) subscript(id: NodeID) -> Node {
        get { nodes[Int(id)] }
        _modify { yield &nodes[Int(id)] }
    }

    /// The direct children of a node, in order.
    package func children(of id: NodeID) -> Children {
        Children(tree: self, upcoming: self[id].firstChild)
    }

    package struct Children: Sequence, IteratorProtocol {
        let tree: Tree
        var upcoming: NodeID

        package mutating func next() -> NodeID? {
            guard upcoming != Tree.none else { return nil }
            defer { upcoming = tree[upcoming].next }
            return upcoming
        }
    }

    /// The node after `id` in document order within `top`, without what is inside `id`.
    package func following(_ id: NodeID, in top: NodeID = Tree.root) -> NodeID {
        var id = id
        while id != top, id != Tree.none {
            if self[id].next != Tree.none { return self[id].next }
            id = self[id].parent
        }
        return Tree.none
    }

    /// The node after `id` in document order within `top`: its first child, if it has one.
    package func successor(_ id: NodeID, in top: NodeID = Tree.root) -> NodeID {
        let child = self[id].firstChild
        return child == Tree.none ? following(id, in: top) : child
    }

    /// The outermost node that begins where `node` does: a cut before an item's first paragraph
    /// becomes one before the item, so no empty `<li>` is left.
    package func outermostBeginning(at node: NodeID) -> NodeID {
        var node = node
        while node != Tree.root {
            let parent = self[node].parent
            guard parent != Tree.root, parent != Tree.none, self[parent].firstChild == node else {
                return node
            }
            node = parent
        }
        return node
    }

    /// Whether a paragraph is written without `<p>`: its list is tight.
    func isTight(_ paragraph: NodeID) -> Bool {
        let parent = self[paragraph].parent
        guard parent != Tree.none, case let item = self[parent], item.kind == .item else {
            return false
        }
        return self[item.parent].isTight
    }

    /// The text of a range of ``bytes``.
    package func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    // MARK: Building

    /// Adds a node that nothing links to yet.
    mutating func add(_ node: Node) -> NodeID {
        nodes.append(node)
        return NodeID(nodes.count - 1)
    }

    /// Adds a text node over a range of ``bytes``.
    mutating func addText(_ range: Range<Int>, parent: NodeID, flags: Node.Flags) -> NodeID {
        var node = Node(.text, parent: parent)
        node.text = range
        node.flags = flags
        return add(node)
    }

    /// Appends bytes and returns their range.
    mutating func store(_ text: some Collection<UInt8>) -> Range<Int> {
        let start = bytes.count
        bytes.append(contentsOf: text)
        return start..<bytes.count
    }

    /// Links `child` after `previous` among the children of `parent`; as the first if there is no
    /// `previous`.
    mutating func link(_ child: NodeID, after previous: NodeID, in parent: NodeID) {
        self[child].parent = parent
        if previous == Tree.none {
            self[parent].firstChild = child
        } else {
            self[previous].next = child
        }
    }

    /// Removes a child of `parent` from the tree. O(children before it).
    mutating func remove(_ child: NodeID, from parent: NodeID) {
        let next = self[child].next
        if self[parent].firstChild == child {
            self[parent].firstChild = next
        } else {
            var previous = self[parent].firstChild
            while previous != Tree.none, self[previous].next != child {
                previous = self[previous].next
            }
            guard previous != Tree.none else { return }
            self[previous].next = next
        }
        self[child].kind = .removed
    }

    /// Whether a leaf block has neither links, pictures nor references to notes. O(nodes inside).
    func holdsTextOnly(_ block: NodeID) -> Bool {
        var id = successor(block, in: block)
        while id != Tree.none {
            switch self[id].kind {
            case .link, .image, .footnoteReference, .htmlInline: return false
            default: id = successor(id, in: block)
            }
        }
        return true
    }

    /// The last child of a node. O(children).
    func lastChild(of id: NodeID) -> NodeID {
        var last = Tree.none
        var child = self[id].firstChild
        while child != Tree.none {
            last = child
            child = self[child].next
        }
        return last
    }
}
