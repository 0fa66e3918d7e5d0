#if Preview
    import Hummingbird

    /// Refuses requests that a reader of a preview never makes, before the site is accessed.
    struct RequestGuard: Sendable {
        let names: HostNames
        /// Of this session; a page of this server has it.
        let token: String

        /// The target of a request that passes.
        func target(_ request: HTTPRequest) throws(Refusal) -> RequestTarget {
            guard let host = request.authority, names.contains(host) else {
                throw .host(request.authority)
            }
            guard request.method == .get || request.method == .head else {
                throw .method(request.method.rawValue)
            }
            guard let target = request.path.flatMap(RequestTarget.init) else { throw .malformed }
            return target
        }

        /// Only allows pages of this server, in this session, to open a stream. A browser omits
        /// Origin in a request to a page's own server and sends Sec-Fetch-Site; another program
        /// lacks the token.
        func allowStream(_ request: HTTPRequest, _ target: RequestTarget) throws(Refusal) {
            if let origin = request.headerFields[.origin], !names.isOrigin(origin) {
                throw .origin(origin)
            }
            // https://www.w3.org/TR/fetch-metadata/
            let sites = request.headerFields.filter { $0.name.canonicalName == "sec-fetch-site" }
            if let site = sites.first(where: { $0.value != "same-origin" }) {
                throw .origin(site.value)
            }
            guard target.parameter("token") == token else { throw .token }
        }
    }
#endif
