import Images

/// Pictures, and the raw HTML that may hold some.
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

    /// The attributes of a picture that are not the author's.
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

    /// A piece of raw HTML, with the addresses in it rewritten and the sizes of its pictures added.
    mutating func writeRaw(_ text: Range<Int>) {
        var from = text.lowerBound
        var images = settings.pictures == nil ? [] : RawHTML.images(in: text, of: tree.bytes)[...]
        func addresses() -> [RawHTML.Address] {
            settings.destination == nil ? [] : RawHTML.addresses(in: text, of: tree.bytes)
        }
        for address in addresses() {
            while let image = images.first, image.nameEnd <= address.value.lowerBound {
                images.removeFirst()
                from = write(image, from: from)
            }
            from = write(address, from: from)
        }
        for image in images { from = write(image, from: from) }
        out.append(contentsOf: tree.bytes[from..<text.upperBound])
    }

    /// Writes up to the end of a rewritten address; gives where to go on.
    private mutating func write(_ address: RawHTML.Address, from: Int) -> Int {
        let value = RawHTML.decoded(tree.bytes[address.value])
        guard let written = settings.destination?(value[...], address.isEmbedded) else {
            return from
        }
        out.append(contentsOf: tree.bytes[from..<address.value.lowerBound])
        // An unquoted value may get a character that ends it.
        let isQuoted = [UInt8.quote, .apostrophe].contains(
            tree.bytes[address.value.lowerBound - 1])
        if !isQuoted { out.append(.quote) }
        out.append(escaping: 0..<written.count, of: written, alsoApostrophes: true)
        if !isQuoted { out.append(.quote) }
        return address.value.upperBound
    }

    /// Writes up to the end of `<img`, and what its author left out; gives where to go on.
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
