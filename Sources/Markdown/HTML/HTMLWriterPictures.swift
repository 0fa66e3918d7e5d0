import Images

/// Pictures, and the raw HTML that may hold pictures.
extension HTMLWriter {
    /// Whether a paragraph is one picture with a title, and so a figure with a caption.
    func isFigure(_ id: NodeID) -> Bool {
        guard settings.pictures != nil, id != Tree.none, id != footnoteEnd else { return false }
        let node = tree[id]
        guard node.kind == .paragraph, node.firstChild != Tree.none else { return false }
        let child = tree[node.firstChild]
        return child.kind == .image && child.next == Tree.none && !child.title.isEmpty
            && !tree[node.parent].isTask
    }

    /// `<figcaption>` with the picture's title, and the end of the figure.
    mutating func closeFigure(_ node: Node) {
        out.put("\n<figcaption>")
        out.append(escaping: tree[node.firstChild].title, of: tree.bytes)
        out.put("</figcaption>\n</figure>\n")
    }

    /// The attributes of a picture that galley adds.
    mutating func writePicture(_ node: Node) {
        guard let pictures = settings.pictures else { return }
        if let size = pictures.size(tree.bytes[node.destination]) {
            write(width: size.width, height: size.height)
        }
        writeLoading(pictures)
    }

    private mutating func write(width: Int?, height: Int?) {
        for (name, value) in [("width", width), ("height", height)] {
            guard let value else { continue }
            out.put(name == "width" ? " width=\"" : " height=\"")
            out.append(number: Int32(clamping: value))
            out.put("\"")
        }
    }

    private mutating func writeLoading(_ pictures: PictureSettings) {
        pictureCount += 1
        if pictureCount > pictures.eager { out.put(" loading=\"lazy\"") }
    }

    /// A replacement for a part of raw HTML.
    private enum RawEdit {
        case repair(HTMLRepairs.Edit)
        case address(RawAddress)
        /// The addition after the name of an `<img>`.
        case image(RawHTML.Image)

        var start: Int {
            switch self {
            case .repair(let edit): edit.range.lowerBound
            case .address(let address): address.value.lowerBound
            case .image(let image): image.nameEnd
            }
        }
    }

    /// Writes a piece of raw HTML, repaired, with rewritten addresses and with sizes of pictures.
    mutating func writeRaw(_ text: Range<Int>, _ id: NodeID) {
        var edits: [RawEdit] = []
        if !repairs.isEmpty { edits += repairs.edits(of: id).map { .repair($0) } }
        // Most tags have no attributes.
        if tree.bytes[text].contains(.equals) {
            if settings.pictures != nil {
                edits += RawHTML.images(in: text, of: tree.bytes).map { .image($0) }
            }
            if settings.destination != nil {
                edits += RawHTML.addresses(in: text, of: tree.bytes).map { .address($0) }
            }
        }
        if edits.count > 1 {
            // Stable, because two tags may be written at one place.
            edits = edits.enumerated().sorted {
                ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
            }
            .map(\.element)
        }
        var from = text.lowerBound
        for edit in edits where edit.start >= from {
            switch edit {
            case .repair(let edit):
                out.append(contentsOf: tree.bytes[from..<edit.range.lowerBound])
                out.append(contentsOf: edit.text)
                from = edit.range.upperBound
            case .address(let address): from = write(address, from: from)
            case .image(let image): from = write(image, from: from)
            }
        }
        out.append(contentsOf: tree.bytes[from..<text.upperBound])
    }

    /// Writes up to the end of a rewritten address; returns where to continue.
    private mutating func write(_ address: RawAddress, from: Int) -> Int {
        let value = RawHTML.decoded(tree.bytes[address.value])
        guard var written = settings.destination?(value[...], address.use != .followed) else {
            return from
        }
        var needsQuotes = false
        switch address.position {
        case .value(let isQuoted): needsQuotes = !isQuoted
        case .candidate(let isQuoted):
            needsQuotes = !isQuoted
            if written.last == .comma {
                written.removeLast()
                written += Array("%2C".utf8)
            }
        case .style: written = StyleAddresses.encoded(written)
        }
        out.append(contentsOf: tree.bytes[from..<address.value.lowerBound])
        // An unquoted value may get a character that ends it.
        if needsQuotes { out.append(.quote) }
        out.append(escaping: 0..<written.count, of: written, alsoApostrophes: true)
        if needsQuotes { out.append(.quote) }
        return address.value.upperBound
    }

    /// Writes up to the end of `<img` and adds the missing attributes; returns where to continue.
    private mutating func write(_ image: RawHTML.Image, from: Int) -> Int {
        guard let pictures = settings.pictures else { return from }
        out.append(contentsOf: tree.bytes[from..<image.nameEnd])
        let source = RawHTML.decoded(tree.bytes[image.source])
        if !image.hasStyle, let size = pictures.size(source[...]) {
            switch (image.width, image.height) {
            case (.absent, .absent): write(width: size.width, height: size.height)
            case (.pixels(let width), .absent):
                write(width: nil, height: size.height(atWidth: width))
            case (.absent, .pixels(let height)):
                write(width: size.width(atHeight: height), height: nil)
            default: break
            }
        }
        if image.hasLoading { pictureCount += 1 } else { writeLoading(pictures) }
        return image.nameEnd
    }
}
