#if Preview
    import Hummingbird

    /// Answers a request for unchanged bytes: with a tag, and in parts if a part is requested.
    ///
    /// FileMiddleware of Hummingbird 2.28 gives the first bytes for `bytes=-3`, a broken 206 beyond
    /// the end, follows links out of its folder and has no charset, so files are answered here.
    struct FileResponse {
        let request: HTTPRequest

        /// Larger files are read in blocks while they are sent, and have a weak tag.
        private static let largestRead = 1 << 20
        private static let block = 128 << 10

        /// Bytes in memory; the name determines their type.
        func response(_ bytes: [UInt8], name: String) -> Response {
            response(size: bytes.count, tag: EntityTag(of: bytes), name: name) { range in
                ResponseBody(byteBuffer: ByteBuffer(bytes: bytes[range]))
            }
        }

        /// A file on the disk; nil if it does not exist inside its root.
        func response(_ file: PreviewFile) -> Response? {
            guard let opened = OpenedFile(file) else { return nil }
            let name = file.path
            if opened.size <= Self.largestRead {
                return response(opened.read(from: 0, count: opened.size), name: name)
            }
            let tag = EntityTag(size: opened.size, time: opened.time)
            return response(size: opened.size, tag: tag, name: name) { range in
                ResponseBody(contentLength: range.count) { writer in
                    var next = range.lowerBound
                    while next < range.upperBound {
                        let count = min(Self.block, range.upperBound - next)
                        let bytes = opened.read(from: next, count: count)
                        // The file was truncated: the connection ends, so the reader knows that it
                        // is incomplete.
                        guard !bytes.isEmpty else { throw CutShort() }
                        try await writer.write(ByteBuffer(bytes: bytes))
                        next += bytes.count
                    }
                    try await writer.finish(nil)
                }
            }
        }

        private struct CutShort: Error {}

        private func response(
            size: Int, tag: EntityTag, name: String, body: (Range<Int>) -> ResponseBody
        ) -> Response {
            var headers = HTTPFields()
            headers[.eTag] = tag.description
            headers[.acceptRanges] = "bytes"
            // Cached by the browser, but always revalidated.
            headers[.cacheControl] = "no-cache"
            if tag.matches(request.headerFields[.ifNoneMatch]) {
                return Response(status: .notModified, headers: headers)
            }
            headers[.contentType] = ContentType.of(name)
            var wanted = request.headerFields[.range]
            if let condition = request.headerFields[.ifRange], !tag.isSame(condition) {
                wanted = nil
            }
            // A range is only defined for GET (RFC 9110, section 14.2).
            if request.method != .get { wanted = nil }
            switch ByteRange(wanted, size: size) {
            case .whole:
                return Response(status: .ok, headers: headers, body: body(0..<size))
            case .part(let range):
                headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
                return Response(status: .partialContent, headers: headers, body: body(range))
            case .unsatisfiable:
                headers[.contentRange] = "bytes */\(size)"
                headers[.contentType] = nil
                return Response(status: .rangeNotSatisfiable, headers: headers)
            }
        }
    }
#endif
