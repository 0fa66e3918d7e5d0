import Markdown
import Testing

@Suite struct CutTests {
    /// What is written before the first marker.
    private func beforeMarker(_ text: String) throws -> String {
        let document = document(text)
        let marker = try #require(document.moreMarkers.first)
        let out = html(of: document, settings { $0.cut = Cut(before: marker) })
        return String(decoding: out, as: UTF8.self)
    }

    @Test func closesContainersAtAMarkerDeepInside() throws {
        #expect(
            try beforeMarker("a\n\n> - b\n>\n>   **c <!-- more --> d**\n> - e\n\nf") == """
                <p>a</p>
                <blockquote>
                <ul>
                <li>
                <p>b</p>
                <p><strong>c </strong></p>
                </li>
                </ul>
                </blockquote>

                """)
    }

    @Test func leavesNoEmptyContainerBehind() throws {
        #expect(try beforeMarker("a\n\n> - <!-- more -->\n> - e\n") == "<p>a</p>\n")
        #expect(try beforeMarker("<!-- more -->\n\nb") == "")
        #expect(try beforeMarker("a\n<!-- more -->\nb") == "<p>a</p>\n")
        #expect(try beforeMarker("a  \n*<!-- more -->* b") == "<p>a</p>\n")
    }

    @Test func resolvesReferencesThatAreDefinedBehindTheCut() throws {
        #expect(
            try beforeMarker("[a] [b][a]\n\n<!-- more -->\n\n[a]: /u")
                == "<p><a href=\"/u\">a</a> <a href=\"/u\">b</a></p>\n")
    }

    @Test func dropsFootnotes() throws {
        #expect(try beforeMarker("a[^1]\n\n<!-- more -->\n\n[^1]: n") == "<p>a</p>\n")
    }

    @Test func closesATableAtAMarkerInACell() throws {
        let out = try beforeMarker("|a|b|\n|-|-|\n|1|x <!-- more -->|\n")
        #expect(out.hasSuffix("<td>1</td>\n<td>x </td>\n</tr>\n</tbody>\n</table>\n"))
    }

    @Test func closesATableThatIsCutInItsHead() throws {
        let out = try beforeMarker("|a|x <!-- more -->|\n|-|-|\n|1|2|\n")
        #expect(out.hasSuffix("<th>x </th>\n</tr>\n</thead>\n</table>\n"))
    }

    @Test func beginsAtABlock() throws {
        let document = document("# a\n\nb\n\nc")
        let second = document.tree[document.headings[0].node].next
        let out = html(of: document, settings { $0.start = second })
        #expect(String(decoding: out, as: UTF8.self) == "<p>b</p>\n<p>c</p>\n")
    }

    @Test func cutsWithinAText() throws {
        let document = document("> - 第一句。第二句 *a*\n")
        let text = try #require(
            document.tree.nodes.indices.first { document.tree.nodes[$0].kind == .text })
        let end = document.tree.nodes[text].text.lowerBound + "第一句。".utf8.count
        let out = html(of: document, settings { $0.cut = Cut(before: NodeID(text), textEnd: end) })
        #expect(
            String(decoding: out, as: UTF8.self)
                == "<blockquote>\n<ul>\n<li>第一句。…</li>\n</ul>\n</blockquote>\n")
    }

    @Test(arguments: [
        ("one\ntwo three", "two", "one\ntwo…"), ("one  \ntwo three", "two", "one<br />\ntwo…"),
        ("one\\\ntwo three", "two", "one<br />\ntwo…"), ("一\n二三", "二", "一二…"),
        ("*one*\ntwo three", "two", "<em>one</em>\ntwo…"),
        ("one<br>\ntwo three", "two", "one<br>\ntwo…"),
    ])
    func keepsTheBreakBeforeACutText(_ text: String, _ word: String, _ shown: String) throws {
        let document = document(text)
        let tree = document.tree
        let node = try #require(
            tree.nodes.indices.last {
                tree.nodes[$0].kind == .text && tree.string(tree.nodes[$0].text).hasPrefix(word)
            })
        let end = tree.nodes[node].text.lowerBound + word.utf8.count
        let out = html(of: document, settings { $0.cut = Cut(before: NodeID(node), textEnd: end) })
        #expect(String(decoding: out, as: UTF8.self) == "<p>\(shown)</p>\n")
    }

    /// Wherever it is cut: every tag that opens closes, in order, and what is written is what the
    /// whole document begins with.
    @Test func staysBalancedAtEveryNode() {
        let document = document(
            "# h\n\na *b **c** ~~d~~ [e](f)* ![g *h*](i)\n\n> 1. j\n>    - [x] k\n>\n> > [!NOTE] t\n> > l\n\n|m|n|\n|-|-|\n|o|*p*|\n\n```\nq\n```\n\nr\n\ns"
        )
        let whole = html(of: document, settings { $0.footnotes = false })
        for id in document.tree.nodes.indices.dropFirst()
        where document.tree.nodes[id].kind != .removed {
            let out = html(of: document, settings { $0.cut = Cut(before: NodeID(id)) })
            #expect(Balance.isBalanced(out), "cut before node \(id)")
            let common = zip(out, whole).prefix { $0 == $1 }.count
            let rest = String(decoding: out[common...], as: UTF8.self)
            #expect(
                rest.allSatisfy { "<>/\" abcdefghijklmnopqrstuvwxyz0123456789\n".contains($0) },
                "cut before node \(id): \(rest)")
        }
    }
}

/// Whether tags open and close in order.
enum Balance {
    static func isBalanced(_ html: [UInt8]) -> Bool {
        var open: [ArraySlice<UInt8>] = []
        var i = 0
        while let start = html[i...].firstIndex(of: UInt8(ascii: "<")),
            let end = html[start...].firstIndex(of: UInt8(ascii: ">"))
        {
            i = end + 1
            let tag = html[start + 1..<end]
            let isClosing = tag.first == UInt8(ascii: "/")
            let name = (isClosing ? tag.dropFirst() : tag).prefix { $0 != 0x20 }
            let isVoid = ["br", "hr", "img", "input"].contains { name.elementsEqual($0.utf8) }
            if isVoid { continue }
            if !isClosing {
                open.append(name)
            } else if open.popLast() != name {
                return false
            }
        }
        return open.isEmpty
    }
}
