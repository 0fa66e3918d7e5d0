extension CodeLanguage {
    /// Configurations of nginx: the beginner's guide, "Configuration File's Structure", and the pages
    /// of the modules for the bodies of `map`, `geo`, `types` and `if`; programs of `…_by_lua_block`
    /// are read as ``lua``.
    ///
    /// https://nginx.org/en/docs/beginners_guide.html#conf_structure, https://nginx.org/en/docs/
    package static let nginx = CodeLanguage("nginx") { code, isWhole in
        var parser = NginxParser(code, isFragment: !isWhole)
        return parser.reading()
    }
}
