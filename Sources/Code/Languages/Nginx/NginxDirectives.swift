/// The directives of nginx that tell where a directive begins whose predecessor has no `;`; all other
/// names are read as well.
enum NginxDirectives {
    /// Those that have a block and nothing else.
    static let blocks: Set<String> = [
        "events", "geo", "http", "if", "limit_except", "location", "mail", "map", "match",
        "split_clients", "stream", "types", "upstream",
    ]

    /// Those whose block holds pairs of values.
    static let tables: Set<String> = ["map", "geo", "split_clients"]

    /// Those that may be values of others.
    private static let values: Set<String> = [
        "allow", "break", "default_type", "deny", "error_log", "etag", "expires", "hash", "http",
        "include", "index", "internal", "ip_hash", "keepalive", "mail", "mirror", "pid", "return",
        "server", "set", "stream", "types", "upstream", "user", "zone", "http2", "gzip",
    ]

    static func isKnown(_ name: String) -> Bool {
        blocks.contains(name) || values.contains(name) || others.contains(name)
            || prefixes.contains { name.hasPrefix($0) }
    }

    static func mayBeValue(_ name: String) -> Bool { values.contains(name) }

    /// What the names of directives begin with, and values do not.
    private static let prefixes = [
        "access_by_lua", "auth_basic", "auth_request", "client_", "content_by_lua", "fastcgi_",
        "grpc_", "gzip_", "keepalive_", "large_client_", "limit_", "log_by_lua", "lua_",
        "open_file_",
        "proxy_", "real_ip_", "resolver_", "scgi_", "ssl_", "uwsgi_", "variables_hash_", "worker_",
    ]

    private static let others: Set<String> = [
        "absolute_redirect", "accept_mutex", "access_log", "add_after_body", "add_before_body",
        "add_header", "add_trailer", "aio", "alias", "autoindex", "charset",
        "chunked_transfer_encoding",
        "connection_pool_size", "create_full_put_path", "daemon", "dav_access", "dav_methods",
        "directio", "disable_symlinks", "empty_gif", "env", "error_page", "flv", "gunzip",
        "if_modified_since", "ignore_invalid_headers", "image_filter", "js_content", "js_import",
        "least_conn", "lingering_close", "listen", "load_module", "location", "log_format",
        "log_not_found", "log_subrequest", "map_hash_bucket_size", "map_hash_max_size",
        "master_process",
        "max_ranges", "memcached_pass", "merge_slashes", "min_delete_depth", "mp4", "msie_padding",
        "multi_accept", "output_buffers", "perl", "perl_modules", "perl_set", "port_in_redirect",
        "postpone_output", "random_index", "read_ahead", "referer_hash_max_size",
        "request_pool_size",
        "reset_timedout_connection", "resolver", "rewrite", "rewrite_log", "root", "satisfy",
        "secure_link", "secure_link_md5", "send_lowat", "send_timeout", "sendfile",
        "sendfile_max_chunk", "server_name", "server_name_in_redirect",
        "server_names_hash_bucket_size",
        "server_names_hash_max_size", "server_tokens", "set_real_ip_from", "slice", "ssi",
        "stub_status",
        "sub_filter", "sub_filter_once", "sub_filter_types", "subrequest_output_buffer_size",
        "tcp_nodelay", "tcp_nopush", "timer_resolution", "try_files", "types_hash_bucket_size",
        "types_hash_max_size", "underscores_in_headers", "uninitialized_variable_warn", "use",
        "userid", "valid_referers", "xslt_stylesheet",
    ]
}
