#if Preview
    import Hummingbird

    /// Streams the changes of a page to a tab: server-sent events
    /// (https://html.spec.whatwg.org/multipage/server-sent-events.html), one immediately and one
    /// whenever the page's state changes.
    struct ReloadStream {
        let request: Request
        /// The tab's own address, decoded.
        let path: String
        let broadcaster: ReloadBroadcaster
        let source: PreviewSource

        func response() -> Response {
            var headers = HTTPFields()
            headers[.contentType] = "text/event-stream; charset=utf-8"
            headers[.cacheControl] = "no-store"
            let (id, signals) = broadcaster.listen()
            let (request, path, broadcaster, source) = (request, path, broadcaster, source)
            return Response(
                status: .ok, headers: headers,
                body: ResponseBody { writer in
                    defer { broadcaster.leave(id) }
                    // Without the handler a closed tab would be noticed only at the next write.
                    try await request.body.consumeWithInboundCloseHandler { _ in
                        var last: [UInt8] = []
                        // The time in milliseconds after which a browser reconnects.
                        try await writer.write(ByteBuffer(string: "retry: 300\n\n"))
                        func tell() async throws {
                            let state = await Self.state(of: path, source)
                            guard state != last else { return }
                            last = state
                            var event = ByteBuffer(string: "data: ")
                            event.writeBytes(state)
                            event.writeString("\n\n")
                            try await writer.write(event)
                        }
                        try await tell()
                        for await _ in signals { try await tell() }
                        // Another tab needs the connection more; this one reconnects after a while.
                        if !broadcaster.isFinished {
                            try await writer.write(ByteBuffer(string: "retry: 1000\n\n"))
                        }
                    } onInboundClosed: {
                        broadcaster.leave(id)
                    }
                    try await writer.finish(nil)
                })
        }

        /// The state of the content at a path; for anything but a page an identity that no page
        /// has, so that the tab reloads and sees it.
        private static func state(of path: String, _ source: PreviewSource) async -> [UInt8] {
            var page = PreviewPage(html: [], identity: "none")
            if case .page(let found) = await source.answer(path) { page = found }
            return PageState(page: page, text: source.text).json
        }
    }
#endif
