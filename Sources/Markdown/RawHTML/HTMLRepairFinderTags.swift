import Text

/// The tags of raw HTML.
extension HTMLRepairFinder {
    mutating func read(_ node: NodeID) {
        let text = tree[node].text
        var scanner = MarkupScanner(tree.bytes, text)
        while true {
            if rawText != nil {
                let rest = scanner.position..<text.upperBound
                guard let end = rawText?.reader.endTag(in: tree.bytes, rest) else { return }
                scanner.position = end
            }
            scanner.readsCDATA = open.readsCDATA
            guard let markup = scanner.next() else { return }
            let name = scanner.name(of: markup)
            switch markup.ending {
            case .closed, .selfClosing: break
            case .missing: finish(markup, name, in: node)
            case .insideQuotes:
                problems.append(problem(.unfinished, name, markup, node))
                showAsText(
                    markup.range.lowerBound..<(markup.openQuote ?? markup.range.upperBound),
                    &scanner, in: node)
                continue
            }
            if name == "plaintext", markup.kind == .startTag, !open.isForeign {
                problems.append(problem(.misplaced, name, markup, node))
                showAsText(markup.range, &scanner, in: node)
                continue
            }
            switch markup.kind {
            case .comment: break
            case .startTag: readStart(markup, name, in: node)
            case .endTag: readEnd(markup, name, in: node)
            }
        }
    }

    /// Shows the beginning of a tag, or all of it, as text. It contains no other complete tag, so
    /// it is not scanned again.
    private mutating func showAsText(
        _ range: Range<Int>, _ scanner: inout MarkupScanner, in node: NodeID
    ) {
        for less in range where tree.bytes[less] == .less {
            repairs.add("&lt;", for: less..<less + 1, of: node)
        }
        scanner.position = range.upperBound
    }

    /// Completes a tag or comment that its node cuts off.
    private mutating func finish(
        _ markup: MarkupScanner.Markup, _ name: String, in node: NodeID
    ) {
        let bytes = tree.bytes
        let (start, end) = (markup.range.lowerBound, markup.range.upperBound)
        place = .offset(end, node)
        if markup.kind != .comment {
            // A slash before it would make it `/>`.
            write(bytes[end - 1] == .slash ? " >" : ">")
            problems.append(problem(.unfinished, name, markup, node))
            return
        }
        if bytes.has("<!--", at: start, before: end) {
            write("-->")
        } else {
            write(open.readsCDATA && bytes.has("<![CDATA[", at: start, before: end) ? "]]>" : ">")
        }
        let line = bytes[start..<end].firstIndex { $0 == .lineFeed || $0 == .carriageReturn }
        problems.append(
            HTMLProblem(kind: .comment, name: "", node: node, range: start..<(line ?? end)))
    }

    // MARK: Start tags

    private mutating func readStart(
        _ markup: MarkupScanner.Markup, _ name: String, in node: NodeID
    ) {
        let offset = markup.range.lowerBound
        let traits = ElementTraits.of(name)
        place = .offset(offset, node)
        if open.around.select >= 0, !standsInSelect(name) { return drop(markup, in: node) }
        if open.isForeign {
            guard traits.contains(.endsForeign) else {
                return pushForeign(markup, name, in: node)
            }
            endForeign()
        }
        if traits.contains(.page) {
            problems.append(problem(.misplaced, name, markup, node))
            return drop(markup, in: node)
        }
        if ForeignElements.names.contains(name) { return pushForeign(markup, name, in: node) }
        endElements(endedBy: name)
        if Self.unnestable.contains(name), !standsApart(name, in: node) {
            problems.append(problem(.misplaced, name, markup, node))
            endedBefore[name, default: 0] += 1
            return drop(markup, in: node)
        }
        if traits.contains(.endsParagraph) { endMarkdownParagraph() }
        guard !traits.contains(.void) else { return }

        let isSlashed = markup.ending == .selfClosing
        let isUnclosed = known?.contains(offset) ?? false
        let isRawInline = traits.contains(.rawText) && tree[node].kind == .htmlInline
        if isUnclosed, isSlashed || isRawInline {
            // The text after it in the paragraph must not be lost in it.
            place = .offset(markup.range.upperBound, node)
            write("</\(name)>")
            endedBefore[name, default: 0] += 1
            let tag = offset..<markup.name.upperBound
            if !isSlashed {
                problems.append(HTMLProblem(kind: .unclosed, name: name, node: node, range: tag))
            }
            return
        }
        var element = OpenElements.Element(
            name: name, traits: traits, offset: offset, node: node)
        element.isLasting = !isUnclosed
        element.isSlashed = isSlashed
        if isUnclosed, traits.isDisjoint(with: [.block, .omissible]) {
            endingWithBlock.append((open.count, offset))
        }
        if traits.contains(.rawText) { rawText = (open.count, RawTextElements.Reader(name)) }
        open.push(element)
    }

    private mutating func pushForeign(
        _ markup: MarkupScanner.Markup, _ name: String, in node: NodeID
    ) {
        // Here `/>` has an effect.
        if markup.ending == .selfClosing { return }
        let offset = markup.range.lowerBound
        let holdsHTML = open.isForeign && ForeignElements.withHTML.contains(name)
        var element = OpenElements.Element(
            name: name, traits: holdsHTML ? [.block, .endsBlocks, .scope] : [], offset: offset,
            node: node)
        element.isForeign = true
        element.holdsHTML = holdsHTML
        element.isLasting = known.map { !$0.contains(offset) } ?? true
        if !element.isLasting { endingWithBlock.append((open.count, offset)) }
        open.push(element)
    }

    /// Whether a start tag has an effect inside a `<select>`; ends the select if the tag does.
    private mutating func standsInSelect(_ name: String) -> Bool {
        switch name {
        case "hr", "optgroup", "option", "script": return true
        case "input", "keygen", "select", "textarea":
            end(to: open.around.select)
            return name != "select"
        default: return false
        }
    }

    private static let unnestable: Set<String> = ["a", "button", "form", "nobr"]

    /// Whether an element is within no other of its name: a link or a button ends the one that it
    /// begins in, and a form in a form is ignored.
    private mutating func standsApart(_ name: String, in node: NodeID) -> Bool {
        if name == "form" { return open.around(name) == nil }
        if name == "a", tree[node].flags.contains(.insideLink) { return false }
        return endElement(interruptedBy: name)
    }

    /// Ends the paragraph of Markdown that contains a block's start tag, if nothing else is open in
    /// it.
    private mutating func endMarkdownParagraph() {
        let index = open.around.lasting
        guard index >= 0, open[index].isMarkdown, tree[open[index].node].kind == .paragraph else {
            return
        }
        end(to: index + 1)
        let paragraph = pop()
        if !paragraph.name.isEmpty { write("</p>") }
        repairs.end(paragraph.node)
        if paragraph.last < open.count { end(to: paragraph.last) }
    }

    // MARK: End tags

    private mutating func readEnd(
        _ markup: MarkupScanner.Markup, _ name: String, in node: NodeID
    ) {
        place = .offset(markup.range.lowerBound, node)
        if ElementTraits.of(name).contains(.void), !open.isForeign {
            // Browsers take `</br>` for a `<br>`, and ignore the others.
            if name == "br" {
                repairs.add("<br>", for: markup.range, of: node)
            } else {
                drop(markup, in: node)
            }
            return
        }
        guard let index = open.innermost(name), barrier(for: open[index]) <= index else {
            return dropStray(markup, name, in: node)
        }
        let element = open[index]
        let passesBlocks = element.traits.contains(.endsBlocks)
        if (passesBlocks ? open.around.markdown : open.around.block) > index {
            drop(markup, in: node)
            return open.postponeEnd(of: index, passesBlocks: passesBlocks)
        }
        end(to: index + 1)
        _ = pop()
        if element.name != name {
            repairs.add("</\(element.name)>", for: markup.range, of: node)
        }
        place = .offset(markup.range.upperBound, node)
        if element.last < open.count { end(to: element.last) }
    }

    /// The innermost element that keeps an end tag within it from ending another one around it.
    private func barrier(for element: OpenElements.Element) -> Int {
        let around = open.around
        if element.traits.contains(.tablePart) { return around.tableScope }
        if element.name == "li" { return around.listScope }
        return element.traits.contains(.endsBlocks) ? around.scope : -1
    }

    private mutating func dropStray(
        _ markup: MarkupScanner.Markup, _ name: String, in node: NodeID
    ) {
        drop(markup, in: node)
        if let count = endedBefore[name], count > 0 {
            endedBefore[name] = count - 1
        } else {
            let kind: HTMLProblem.Kind =
                ElementTraits.of(name).contains(.page) ? .misplaced : .stray
            problems.append(problem(kind, name, markup, node))
        }
    }

    // MARK: Repairs

    private mutating func drop(_ markup: MarkupScanner.Markup, in node: NodeID) {
        repairs.add("", for: markup.range, of: node)
    }

    private func problem(
        _ kind: HTMLProblem.Kind, _ name: String, _ markup: MarkupScanner.Markup, _ node: NodeID
    ) -> HTMLProblem {
        HTMLProblem(kind: kind, name: name, node: node, range: markup.range)
    }
}
