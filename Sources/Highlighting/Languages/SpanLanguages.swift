import Code

/// The languages whose lexers are the checker's.
extension SpanGrammar {
    static let c = SpanGrammar(.c)
    static let cpp = SpanGrammar(.cPlusPlus)
    static let css = SpanGrammar(.css)
    static let go = SpanGrammar(.go)
    static let graphql = SpanGrammar(.graphql)
    static let java = SpanGrammar(.java)
    static let javascript = SpanGrammar(.javascript)
    static let jsx = SpanGrammar(.jsx)
    static let less = SpanGrammar(.less)
    static let lua = SpanGrammar(.lua)
    static let php = SpanGrammar(.php)
    static let protobuf = SpanGrammar(.protobuf)
    static let python = SpanGrammar(.python)
    static let python2 = SpanGrammar(.python2)
    static let rust = SpanGrammar(.rust)
    static let scss = SpanGrammar(.scss)
    static let sql = SpanGrammar(.sql)
    static let tsx = SpanGrammar(.tsx)
    static let typescript = SpanGrammar(.typescript)
}
