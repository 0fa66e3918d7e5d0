extension SQLLexer {
    /// The kinds of tokens that the lexer makes or asks for.
    final class Kinds: Sendable {
        let words: Words
        let greater: UInt8
        let name, quoted, string, number, parameter, variable, operation, sign, command: UInt8
        let opener, closer, comma, semicolon, dot, dots, opening, verb: UInt8
        let begin, with, comment, replace, insert, update, delete, operatorWord, merge: UInt8
        /// Tokens after which a sign is an operator.
        let operands: TokenSet
        /// First words of statements, and those that need no look at the word after.
        let starts, certainStarts: TokenSet
        /// Tokens that may end a statement.
        let ends: TokenSet
        /// Words before the name of a table.
        let beforeTable: TokenSet

        init(_ words: Words) {
            self.words = words
            greater = words["\">\""]
            name = words["NAME"]
            quoted = words["QUOTED"]
            string = words["STRING"]
            number = words["NUMBER"]
            parameter = words["PARAMETER"]
            variable = words["VARIABLE"]
            operation = words["OPERATOR"]
            sign = words["SIGN"]
            command = words["COMMAND"]
            opening = words["OPENING"]
            verb = words["VERB"]
            opener = words["\"(\""]
            closer = words["\")\""]
            comma = words["\",\""]
            semicolon = words["\";\""]
            dot = words["\".\""]
            dots = words["\"...\""]
            begin = words["\"BEGIN\""]
            with = words["\"WITH\""]
            comment = words["\"COMMENT\""]
            replace = words["\"REPLACE\""]
            insert = words["\"INSERT\""]
            update = words["\"UPDATE\""]
            delete = words["\"DELETE\""]
            operatorWord = words["\"OPERATOR\""]
            merge = words["\"MERGE\""]
            let values =
                "NAME QUOTED STRING NUMBER PARAMETER VARIABLE ) ] END NULL TYPE ARRAY FORMED"
            operands = Self.set(values, words)
            ends = Self.set(
                values
                    + " } * ... UNIT FLAG OPTION OBJECT MODIFIER LISTED ROLLUP OPENING DEFAULT ASC DESC"
                    + " ONLY ROW ROWS KEY SHARE TIES CASCADE RESTRICT ACTION UPDATE ALL INDEX VERB ON"
                    + " NOTHING LOCAL JSON BEGIN ELSE THEN LOOP DO AS ;", words)
            certainStarts = Self.set(
                "SELECT CREATE ALTER DROP GRANT REVOKE DECLARE BEGIN OPENING EXPLAIN SHOW WHILE",
                words)
            var all = certainStarts
            all.formUnion(
                Self.set(
                    "VERB WITH SET USE START REPLACE ANALYZE DO LOCK EXEC COMMENT RETURN INSERT UPDATE"
                        + " DELETE DESC IF DISABLE MERGE", words))
            starts = all
            beforeTable = Self.set("FROM INTO TABLE JOIN UPDATE EXISTS , . OPERATOR", words)
        }

        /// The kinds of some words, signs and classes.
        private static func set(_ names: String, _ words: Words) -> TokenSet {
            var set = TokenSet()
            for name in names.split(separator: " ") {
                for kind in [words[String(name)], words["\"\(name)\""]] where kind != TokenKind.bad
                {
                    set.insert(kind)
                }
            }
            return set
        }
    }
}
