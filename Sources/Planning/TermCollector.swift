import Addresses
import Content
import Diagnostics

/// Collects the terms of one taxonomy from the heads of posts, and merges spellings that differ
/// only in case, normalization or white space.
struct TermCollector {
    private struct Use {
        var count = 0
        /// The first post with the spelling.
        let post: Int
    }

    private struct Node {
        let parent: Int?
        let key: String
        /// The length of its address in bytes.
        let length: Int
        var spellings: [Bytes: Use] = [:]
        var posts: [Int] = []
        var children: [Int] = []

        /// The most frequent spelling; among equals the first in byte order.
        var name: String {
            let best = spellings.max { a, b in
                a.value.count == b.value.count
                    ? b.key < a.key : a.value.count < b.value.count
            }
            return best?.key.string ?? key
        }

        /// Its addresses in all spellings except one; by bytes, each once.
        func otherPaths(
            than path: URLPath, in folders: [URLPath], _ settings: Configuration.Terms
        ) -> [URLPath] {
            let segments = Set(spellings.keys.map { settings.segment($0.string) })
            let paths = folders.flatMap { folder in
                segments.map { folder.appending(folder: $0) }
            }
            return Set(paths).filter { $0 != path }.sorted()
        }
    }

    private struct Step: Hashable {
        let parent: Int
        let name: Bytes
    }

    /// A name compared by its bytes, so that its normal forms are different spellings.
    private struct Bytes: Hashable, Comparable {
        let string: String

        static func < (a: Bytes, b: Bytes) -> Bool {
            a.string.utf8.lexicographicallyPrecedes(b.string.utf8)
        }

        static func == (a: Bytes, b: Bytes) -> Bool { a.string.utf8.elementsEqual(b.string.utf8) }

        // Strings with equal bytes have equal hashes, but not the reverse.
        func hash(into hasher: inout Hasher) { hasher.combine(string) }
    }

    private let kind: Taxonomy.Kind
    private let posts: [Post]
    private let settings: Configuration.Terms
    private var nodes: [Node] = []
    /// By spelling and by key, so that each spelling is folded only once.
    private var nodesBySpelling: [Step: Int] = [:]
    private var nodesByKey: [Step: Int] = [:]
    private var nodesOfPosts: [[Int]]
    private var diagnostics: [Diagnostic] = []

    /// The taxonomy of the posts in `order`. O(terms of all posts).
    static func taxonomy(
        _ kind: Taxonomy.Kind, of posts: [Post], order: [Int], _ settings: Configuration.Terms
    ) -> (Taxonomy, [Diagnostic]) {
        var collector = TermCollector(kind, posts, settings)
        for index in kind == .series ? order.reversed() : order { collector.add(index) }
        return collector.finish()
    }

    private init(_ kind: Taxonomy.Kind, _ posts: [Post], _ settings: Configuration.Terms) {
        self.kind = kind
        self.posts = posts
        self.settings = settings
        nodesOfPosts = Array(repeating: [], count: posts.count)
    }

    private mutating func add(_ post: Int) {
        let head = posts[post].head
        switch kind {
        case .tags: for tag in head.tags { add(post, path: CollectionOfOne(tag)) }
        case .categories: for path in head.categories { add(post, path: path) }
        case .series: if let series = head.series { add(post, path: CollectionOfOne(series)) }
        }
    }

    private mutating func add(_ post: Int, path: some Collection<String>) {
        var parent: Int?
        for name in path {
            guard let node = node(name, below: parent, post: post) else { return }
            nodes[node].spellings[Bytes(string: name), default: Use(post: post)].count += 1
            if nodes[node].posts.last != post { nodes[node].posts.append(post) }
            parent = node
        }
        if let parent, !nodesOfPosts[post].contains(parent) { nodesOfPosts[post].append(parent) }
    }

    /// The node of a name; nil if the name is not valid as an address, which is reported once.
    private mutating func node(_ name: String, below parent: Int?, post: Int) -> Int? {
        let spelling = Step(parent: parent ?? -1, name: Bytes(string: name))
        if let known = nodesBySpelling[spelling] { return known < 0 ? nil : known }
        let place = place(post)
        let segment = settings.segment(name)
        let above = parent.map { nodes[$0].length } ?? kind.path.string.utf8.count
        let length = above + segment.utf8.count + 1
        if let flaw = length > PathSegment.longestPath ? .longPath : PathSegment.flaw(segment) {
            diagnostics.append(flaw.diagnostic(of: "the \(kind.termName) '\(name)'", at: place))
            if flaw.isError {
                nodesBySpelling[spelling] = -1
                return nil
            }
        }
        let key = OutputPath(segment).collisionKey
        let step = Step(parent: spelling.parent, name: Bytes(string: key))
        if let known = nodesByKey[step] {
            nodesBySpelling[spelling] = known
            return known
        }
        nodes.append(Node(parent: parent, key: key, length: length))
        let node = nodes.count - 1
        if let parent { nodes[parent].children.append(node) }
        nodesByKey[step] = node
        nodesBySpelling[spelling] = node
        return node
    }

    private mutating func finish() -> (Taxonomy, [Diagnostic]) {
        let order = depthFirst()
        var position = [Int](repeating: 0, count: nodes.count)
        for (index, node) in order.enumerated() { position[node] = index }
        var terms: [Term] = []
        terms.reserveCapacity(order.count)
        for node in order.map({ nodes[$0] }) {
            let parent = node.parent.map { position[$0] }
            let name = node.name
            let folder = parent.map { terms[$0].path } ?? kind.path
            if node.spellings.count > 1 { diagnostics.append(merged(node, into: name)) }
            let folders = [folder] + (parent.map { terms[$0].otherPaths } ?? [])
            var term = Term(
                name: name, path: folder.appending(folder: settings.segment(name)),
                posts: node.posts, parent: parent,
                children: node.children.map { position[$0] }.sorted())
            if folders.count > 1 || node.spellings.count > 1 {
                term.otherPaths = node.otherPaths(than: term.path, in: folders, settings)
            }
            terms.append(term)
        }
        let ofPosts = nodesOfPosts.map { $0.map { position[$0] } }
        return (Taxonomy(kind: kind, terms: terms, termsOfPosts: ofPosts), diagnostics)
    }

    /// The nodes, each before its children and siblings by key.
    private func depthFirst() -> [Int] {
        func reversed(_ siblings: [Int]) -> [Int] {
            siblings.sorted {
                nodes[$1].key.utf8.lexicographicallyPrecedes(nodes[$0].key.utf8)
            }
        }
        var order: [Int] = []
        var waiting = reversed(nodes.indices.filter { nodes[$0].parent == nil })
        while let next = waiting.popLast() {
            order.append(next)
            waiting += reversed(nodes[next].children)
        }
        return order
    }

    private func place(_ post: Int) -> Place {
        posts[post].head.places[kind.rawValue] ?? Place(file: posts[post].source)
    }

    /// A name with differences removed that do not make it another name.
    private static func folded(_ name: String) -> String {
        OutputPath(PathSegment.segment(name)).collisionKey
    }

    private func merged(_ node: Node, into name: String) -> Diagnostic {
        let kept = Bytes(string: name)
        let others = node.spellings.filter { $0.key != kept }.sorted { $0.key < $1.key }
        let first = others.first.map { place($0.value.post) }
        var notes = others.dropFirst().map { other in
            Diagnostic.Note("also written '\(other.key.string)'", at: place(other.value.post))
        }
        if let use = node.spellings[kept] {
            notes.append(Diagnostic.Note("'\(name)' is written here", at: place(use.post)))
        }
        let names = others.map { $0.key.string.quoted(besides: name) }.joined(separator: ", ")
        let isSpelling = others.allSatisfy { Self.folded($0.key.string) == Self.folded(name) }
        let twin = others.first { $0.key.string == name }?.key.string
        let written = name.quoted(besides: twin ?? name)
        return .warning(
            .planMergedTerms, "The \(kind.termName) \(names) is listed as \(written)", at: first,
            explanation: isSpelling
                ? "Names that differ only in case, white space or Unicode normalization are one "
                    + "term, under its most frequent spelling."
                : "Names that come to one address are one term, under its most frequent spelling.",
            notes: notes, fixes: [Diagnostic.Fix("write \(written) everywhere")])
    }
}

extension Diagnostic.ID {
    package static let planMergedTerms = Diagnostic.ID("plan/merged-terms")
}
