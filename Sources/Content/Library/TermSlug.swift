/// How the name of a tag, a category or a series becomes one segment of its address.
package enum TermSlug: String, Sendable, CaseIterable {
    case galley, hexo, hugo, jekyll

    /// `C++ 与 Go` is `C++-与-Go` for galley, `C-与-Go` for Hexo, `c++-与-go` for Hugo and `c-与-go` for
    /// Jekyll. If nothing of a name is left, it is written as galley's.
    package func segment(_ name: String) -> String {
        let segment =
            switch self {
            case .galley: PathSegment.ofTerm(name)
            case .hexo: PathSegment.ofHexo(name)
            case .hugo: PathSegment.ofHugo(name).lowercased()
            case .jekyll: PathSegment.ofJekyll(name)
            }
        return segment.isEmpty ? PathSegment.ofTerm(name) : segment
    }
}
