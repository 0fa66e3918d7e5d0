import CArena
import CCmark

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// libcmark's tree of one text. No other code calls libcmark.
///
/// It lives in the arena of its thread, so only one exists at a time: release it before you make
/// the next.
struct CmarkTree: ~Copyable {
    private let root: OpaquePointer

    /// libcmark's memory: an arena in place of some hundred calls of `malloc` and `free` a page.
    nonisolated(unsafe) private static let memory: UnsafeMutablePointer<cmark_mem> = {
        let memory = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
        memory.initialize(
            to: cmark_mem(calloc: carena_calloc, realloc: carena_realloc, free: carena_free))
        return memory
    }()

    /// Parses UTF-8; nil only if libcmark returns no tree. ``SourceSurvey`` bounds libcmark's
    /// quadratic cases before.
    init?(_ source: ArraySlice<UInt8>, validating: Bool) {
        var options = CMARK_OPT_DEFAULT
        if validating { options |= CMARK_OPT_VALIDATE_UTF8 }
        guard let parser = cmark_parser_new_with_mem(options, Self.memory) else { return nil }
        source.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        guard let root = cmark_parser_finish(parser) else {
            carena_reset()
            return nil
        }
        self.root = root
    }

    /// Frees the parser along with the tree.
    deinit {
        carena_reset()
    }

    /// The same tree as a ``Tree``, in one walk without recursion.
    ///
    /// `lines` gives the file's line for each line that libcmark counted.
    func flattened(sourceCount: Int, lines: LineMap) -> Tree {
        var tree = Tree(reservingFor: sourceCount)
        var source = root
        var parent = Tree.none
        var previous = Tree.none
        while true {
            let id = tree.add(node(at: source, parent: parent, lines: lines, in: &tree))
            if previous != Tree.none {
                tree[previous].next = id
            } else if parent != Tree.none {
                tree[parent].firstChild = id
            }
            if let child = cmark_node_first_child(source) {
                source = child
                parent = id
                previous = Tree.none
                continue
            }
            previous = id
            while true {
                if let next = cmark_node_next(source) {
                    source = next
                    break
                }
                guard let up = cmark_node_parent(source) else { return tree }
                source = up
                previous = parent
                parent = tree[parent].parent
            }
        }
    }

    private func node(
        at source: OpaquePointer, parent: NodeID, lines: LineMap, in tree: inout Tree
    ) -> Node {
        let kind = Self.kinds[Int(cmark_node_get_type(source).rawValue)]
        var node = Node(kind, parent: parent)
        if kind.isInline {
            let above = tree[parent]
            if above.flags.contains(.insideLink) || above.kind == .link || above.kind == .image {
                node.flags = .insideLink
            }
        } else {
            node.firstLine = lines[Int(cmark_node_get_start_line(source))]
            node.lastLine = lines[Int(cmark_node_get_end_line(source))]
            node.column = cmark_node_get_start_column(source)
        }
        switch kind {
        case .text:
            node.text = tree.store(cmark_node_get_literal(source))
            node.marks = tree.bytes.withUnsafeBytes { bytes in
                TextMarks(of: UnsafeRawBufferPointer(rebasing: bytes[node.text]))
            }
            if node.marks.contains(.control) { tree.mayHoldControls = true }
        case .code, .htmlInline, .htmlBlock:
            node.text = tree.store(cmark_node_get_literal(source))
        case .codeBlock:
            node.text = tree.store(cmark_node_get_literal(source))
            node.destination = tree.store(cmark_node_get_fence_info(source))
        case .link, .image:
            node.destination = tree.store(cmark_node_get_url(source))
            node.title = tree.store(cmark_node_get_title(source))
        case .heading:
            node.level = UInt8(truncatingIfNeeded: cmark_node_get_heading_level(source))
        case .list:
            if cmark_node_get_list_type(source) == CMARK_ORDERED_LIST {
                node.flags.insert(.ordered)
                node.number = cmark_node_get_list_start(source)
            }
            if cmark_node_get_list_tight(source) != 0 { node.flags.insert(.tight) }
        default: break
        }
        return node
    }

    /// The kind for each `cmark_node_type`.
    private static let kinds: [Node.Kind] = {
        var kinds = [Node.Kind](repeating: .removed, count: 32)
        for (type, kind) in [
            (CMARK_NODE_DOCUMENT, Node.Kind.document), (CMARK_NODE_BLOCK_QUOTE, .blockQuote),
            (CMARK_NODE_LIST, .list), (CMARK_NODE_ITEM, .item),
            (CMARK_NODE_CODE_BLOCK, .codeBlock), (CMARK_NODE_HTML_BLOCK, .htmlBlock),
            (CMARK_NODE_CUSTOM_BLOCK, .customBlock), (CMARK_NODE_PARAGRAPH, .paragraph),
            (CMARK_NODE_HEADING, .heading), (CMARK_NODE_THEMATIC_BREAK, .thematicBreak),
            (CMARK_NODE_TEXT, .text), (CMARK_NODE_SOFTBREAK, .softBreak),
            (CMARK_NODE_LINEBREAK, .hardBreak), (CMARK_NODE_CODE, .code),
            (CMARK_NODE_HTML_INLINE, .htmlInline), (CMARK_NODE_CUSTOM_INLINE, .customInline),
            (CMARK_NODE_EMPH, .emphasis), (CMARK_NODE_STRONG, .strong),
            (CMARK_NODE_LINK, .link), (CMARK_NODE_IMAGE, .image),
        ] { kinds[Int(type.rawValue)] = kind }
        return kinds
    }()
}

extension Tree {
    /// Appends a string that libcmark owns; nil and empty ones give an empty range.
    fileprivate mutating func store(_ text: UnsafePointer<CChar>?) -> Range<Int> {
        let start = bytes.count
        if let text, text.pointee != 0 {
            bytes.append(contentsOf: UnsafeRawBufferPointer(start: text, count: strlen(text)))
        }
        return start..<bytes.count
    }
}
