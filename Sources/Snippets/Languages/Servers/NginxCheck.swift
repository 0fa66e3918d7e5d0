extension LanguageCheck {
    /// Braces, quotes and ends of directives are looked at here; crossplane knows the directives.
    package static let nginx = LanguageCheck("nginx") { text in
        if let mistake = MistakenLabel(text.code) { return mistake.examination }
        if BracketDepth.exceeds(BracketDepth.most, in: text.code) {
            return Examination(.undecided("nested too deeply"))
        }
        let shape = NginxShape(text.code)
        guard shape.ends > 0 else {
            return Examination(.undecided("no directive of it has an end"))
        }
        let wrapping = NginxContext.wrapping(of: shape.outermost)
        let versions = [shape.filled, Placeholders.fill(shape.filled)].compactMap { $0 }
        let texts = versions.map { wrapping.text($0) }
        let request = ToolRequest("crossplane", texts, fileExtension: "conf")
        guard shape.findings.isEmpty else {
            // The exact place of a brace is better than the end of the file; only Lua's braces are
            // beyond this.
            return Examination(
                .rejected(shape.findings, .shape), elisions: shape.elisions,
                request: shape.hasLua ? request : nil)
        }
        return Examination(.accepted(.shape), elisions: shape.elisions, request: request)
    }
}

/// In what part of a configuration a listing's outermost directives may stand.
enum NginxContext {
    static func wrapping(of directives: Set<String>) -> Wrapping {
        if !directives.isDisjoint(with: main) { return .none }
        if directives.contains("server") || !directives.isDisjoint(with: http) {
            return Wrapping("http{", "}")
        }
        if directives.contains("location") || !directives.isDisjoint(with: server) {
            return Wrapping("http{server{", "}}")
        }
        return Wrapping("http{server{location /{", "}}}")
    }

    private static let main: Set<String> = [
        "events", "http", "stream", "mail", "user", "worker_processes", "pid", "daemon",
        "load_module", "worker_rlimit_nofile",
    ]
    private static let http: Set<String> = [
        "upstream", "map", "geo", "log_format", "limit_req_zone", "limit_conn_zone", "types",
        "proxy_cache_path", "split_clients", "server_names_hash_bucket_size",
    ]
    private static let server: Set<String> = ["listen", "server_name"]
}
