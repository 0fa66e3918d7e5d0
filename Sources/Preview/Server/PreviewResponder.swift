#if Preview
    import Hummingbird
    import Synchronization

    /// Turns the content at an address into an HTTP response.
    struct PreviewResponder: HTTPResponder {
        typealias Context = BasicRequestContext

        let source: PreviewSource
        let requestGuard: RequestGuard
        let broadcaster: ReloadBroadcaster
        /// Receives a line for each kind of refused request.
        let log: @Sendable (String) -> Void
        private let seen = SeenRefusals()

        init(
            _ source: PreviewSource, _ requestGuard: RequestGuard, _ broadcaster: ReloadBroadcaster,
            log: @escaping @Sendable (String) -> Void
        ) {
            self.source = source
            self.requestGuard = requestGuard
            self.broadcaster = broadcaster
            self.log = log
        }

        func respond(to request: Request, context: Context) async -> Response {
            var response: Response
            do {
                response = try await answer(request)
            } catch {
                response = refused(error)
            }
            response.headers[.xContentTypeOptions] = "nosniff"
            // Other sites can neither show nor read unpublished content.
            response.headers[.crossOriginResourcePolicy] = "same-origin"
            return request.head.method == .head ? response.createHeadResponse() : response
        }

        private func answer(_ request: Request) async throws(Refusal) -> Response {
            let target = try requestGuard.target(request.head)
            if target.path.hasPrefix(ReloadAddresses.folder) {
                return try own(request, target)
            }
            let files = FileResponse(request: request.head)
            switch await source.answer(target.path) {
            case .page(let page): return response(page)
            case .made(let bytes, let name): return files.response(bytes, name: name)
            case .file(let file):
                if var response = files.response(file) {
                    response.headers[.contentSecurityPolicy] = file.policy
                    return response
                }
                return text(.notFound, "The file does not exist, or is outside the site.\n")
            case .redirect(let path):
                var response = Response(status: .movedPermanently)
                response.headers[.location] = target.query.map { path + "?" + $0 } ?? path
                response.headers[.cacheControl] = "no-store"
                return response
            }
        }

        /// The server's own files: the client and its stream.
        private func own(_ request: Request, _ target: RequestTarget) throws(Refusal) -> Response {
            switch target.path {
            case ReloadAddresses.script:
                var headers = HTTPFields()
                headers[.contentType] = ContentType.of(ReloadAddresses.script)
                headers[.cacheControl] = "no-store"
                let body = ResponseBody(byteBuffer: ByteBuffer(string: ReloadScript.text))
                return Response(status: .ok, headers: headers, body: body)
            case ReloadAddresses.events:
                try requestGuard.allowStream(request.head, target)
                guard request.head.method == .get, let path = target.parameter("path") else {
                    throw .malformed
                }
                return ReloadStream(
                    request: request, path: path, broadcaster: broadcaster, source: source
                )
                .response()
            default:
                return text(.notFound, "Nothing is here.\n")
            }
        }

        private func response(_ page: PreviewPage) -> Response {
            var headers = HTTPFields()
            headers[.contentType] = ContentType.html
            headers[.cacheControl] = "no-store"
            headers[.contentSecurityPolicy] = page.policy
            let html = ReloadAddresses.adding(to: page, token: requestGuard.token)
            return Response(
                status: .init(code: page.status), headers: headers,
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: html)))
        }

        private func refused(_ refusal: Refusal) -> Response {
            if seen.isNew(refusal) { log("refused   \(refusal.reason)") }
            let words = [refusal.reason, refusal.remedy].compactMap { $0 }
            var response = text(
                .init(code: refusal.status), words.joined(separator: "\n") + "\n")
            if refusal.status == 405 { response.headers[.allow] = "GET, HEAD" }
            return response
        }

        private func text(_ status: HTTPResponse.Status, _ words: String) -> Response {
            var headers = HTTPFields()
            headers[.contentType] = "text/plain; charset=utf-8"
            headers[.cacheControl] = "no-store"
            return Response(
                status: status, headers: headers,
                body: ResponseBody(byteBuffer: ByteBuffer(string: words)))
        }

        /// The refusals already logged: each kind is logged once.
        private final class SeenRefusals: Sendable {
            private static let most = 100
            private let refusals = Mutex<Set<Refusal>>([])

            func isNew(_ refusal: Refusal) -> Bool {
                refusals.withLock { $0.count < Self.most && $0.insert(refusal).inserted }
            }
        }
    }
#endif
