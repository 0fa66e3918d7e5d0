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
        var texts: [CheckedText] = []
        let wrapping = NginxContext.wrapping(of: shape.outermost)
        for bytes in [shape.filled, Placeholders.fill(shape.filled)].compactMap({ $0 }) {
            texts.append(wrapping.text(bytes, head: 0, elisions: shape.elisions))
        }
        return Examination(
            shape.findings.isEmpty ? .accepted(.shape) : .rejected(shape.findings, .shape),
            elisions: shape.elisions,
            request: ToolRequest("crossplane", texts, fileExtension: "conf"))
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
