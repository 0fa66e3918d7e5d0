extension CodeLanguage {
    /// Lua 5.1 to 5.4 and LuaJIT, from the Lua 5.4 Reference Manual, sections 3 and 9:
    /// https://www.lua.org/manual/5.4/manual.html
    package static let lua = CodeLanguage(
        "lua", grammar: luaGrammar, whole: ["file+strict"],
        fragments: ["file", "expressions", "fields"],
        vocabulary: luaVocabulary,
        lexer: FreeFormLexer.lexer(
            .init(
                language: "Lua", lineComments: ["--"], blockComments: [],
                quotes: [quote("\""), quote("'")], hasScriptLine: true,
                specialBytes: Array("[-".utf8)),
            special: longBracket))

    private static func quote(_ sign: StaticString) -> FreeFormLexer.Quote {
        .init(open: sign, close: sign, token: "STRING", skipsBlanks: true)
    }

    private static let luaVocabulary = Vocabulary(
        words: [
            .keyword: """
            break do else elseif end for if in repeat return then until while goto function
            """,
            .declaration: "local", .constant: "true false nil", .operation: "and or not",
            .own: "self",
            .builtin: """
            assert collectgarbage dofile error getmetatable ipairs load loadfile next pairs
            pcall print rawequal rawget rawlen rawset require select setmetatable tonumber
            tostring type xpcall
            """,
        ],
        introducing: [.function: "function"])

    /// `[[…]]`, `[==[…]==]`, and the same as a comment after `--`.
    @Sendable private static func longBracket(
        _ scanner: inout Scanner, _ tokens: inout Tokens, _ words: Words
    ) -> Bool {
        let start = scanner.index
        let isComment = scanner.starts(with: "--[")
        guard isComment || scanner.byte == UInt8(ascii: "[") else { return false }
        var index = start + (isComment ? 3 : 1)
        var level = 0
        while scanner[index] == UInt8(ascii: "=") {
            level += 1
            index += 1
        }
        guard scanner[index] == UInt8(ascii: "[") else { return false }
        let inside = index + 1
        index = inside
        while index < scanner.count {
            if scanner[index] == UInt8(ascii: "]"), scanner[index + level + 1] == UInt8(ascii: "]"),
                (0..<level).allSatisfy({ scanner[index + 1 + $0] == UInt8(ascii: "=") })
            {
                scanner.index = index + level + 2
                if isComment { tokens.note(.blockComment, start, scanner.index) }
                if !isComment {
                    tokens.append(words["STRING"], start, scanner.index)
                } else if scanner.isElision(inside..<index) {
                    tokens.elisions += 1
                    tokens.appendOptional(TokenKind.elision, start, scanner.index)
                }
                return true
            }
            index += 1
        }
        scanner.index = scanner.count
        tokens.note(isComment ? .blockComment : .string, start, scanner.index)
        tokens.complain(
            "the \(isComment ? "comment" : "string") is not closed", start, inside)
        return true
    }

    /// `...` is an expression of Lua in functions; it stands for left-out statements too.
    private static let luaGrammar = #"""
        %keywords and break do else elseif end false for function goto if in local nil not or repeat
            return then true until while ;

        # What a block may hold
        file       = block END
        expressions = exprs END
        fields     = field { ( "," | ";" ) field } [ "," | ";" ] [ elision ] END
        elision    = <-strict> ( "..." | ELISION )

        # Statements
        block      = { stmt } [ "return" [ exprs ] [ ";" ] { <-strict> stmt } ]
        stmt@ 'a statement' = ";" | "break" | "::" NAME "::" | jump | "do" block "end"
                   | "while" expr "do" block "end" | "repeat" block "until" expr
                   | "if" expr "then" block { "elseif" expr "then" block } [ "else" block ] "end"
                   | "for" ( NAME "=" expr "," expr [ "," expr ] | NAME % "," "in" exprs )
                     "do" block "end"
                   | "function" NAME { "." NAME } [ ":" NAME ] function
                   | "local" ( "function" NAME function | attribute % "," [ "=" exprs ] )
                   | assignment | call | elision
        jump       = "goto" NAME
        attribute  = NAME [ "<" NAME ">" ]
        assignment = target % "," "=" exprs
        target     = prefix suffixes !"(" !STRING !"{"
        call       = prefix invocation { invocation } | <-strict> prefix suffix suffixes
        invocation = { "[" expr "]" | "." NAME } [ ":" NAME ] args
        function   = "(" [ parameters ] ")" block "end"
        parameters = NAME { "," NAME } [ "," "..." ] | "..."

        # Expressions
        exprs      = expr % ","
        expr@ 'an expression' = operand { binary operand }
        binary     = "or" | "and" | "<" | ">" | "<=" | ">=" | "~=" | "==" | "|" | "~" | "&" | "<<"
                   | ">>" | ".." | "+" | "-" | "*" | "/" | "//" | "%" | "^"
        operand    = { "not" | "#" | "-" | "~" } ( "nil" | "false" | "true" | NUMBER | STRING | "..."
                   | "function" function | table | prefix { suffix } | elision )
        prefix     = NAME | "(" expr ")"
        suffixes   = { suffix }
        suffix     = "[" expr "]" | "." NAME | [ ":" NAME ] args
        args       = "(" [ exprs ] ")" | table | STRING
        table      = "{" [ field { ( "," | ";" ) field } [ "," | ";" ] ] "}"
        field      = elision field | "[" expr "]" "=" expr | NAME "=" expr | expr | elision
        """#
}
