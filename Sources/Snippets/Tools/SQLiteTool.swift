extension Tool {
    /// SQL, by the SQLite that Python brings: each statement is prepared in an empty database in
    /// memory and not run; one that would open a file or set something is refused.
    package static let sqlite = Tool(
        "sqlite", commands: [["python3"]],
        versionArguments: ["-I", "-c", "import sqlite3; print(sqlite3.sqlite_version)"],
        arguments: ["-I", "-c", sqliteHelper],
        debianPackage: "python3", read: { HelperOutput.readings(of: $0, unit: .scalars) })

    /// That a table is missing is no fault of a listing. SQLite knows one of many dialects, so that
    /// its 'syntax error' counts only where something is missing between two words in all of them,
    /// `WHERE GROUP`, `, FROM`, `= ;`; else nothing is said.
    private static let sqliteHelper = #"""
        import re, sqlite3, sys

        TOKEN = re.compile(
            r"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|\[[^\]\n]*\]"
            r"|[^\W\d][\w$]*|\d[\w.]*|<=|>=|<>|!=|\|\||\S", re.S)
        TRIED = set('SELECT INSERT UPDATE DELETE WITH CREATE REPLACE ALTER DROP VALUES'.split())
        OPEN = set(', = < > <= >= <> != || + / AND OR NOT WHERE ON SET BY VALUES HAVING FROM'
                   ' INTO JOIN'.split())
        CLOSE = set(') ; , = AND OR FROM WHERE GROUP ORDER HAVING JOIN INNER'.split())
        # Of dialects that take a comma behind the last of a list.
        LAX = set('MERGETREE UNNEST STRUCT QUALIFY EXCEPT PREWHERE TABLET'.split())
        PROGRAM = set('PROCEDURE FUNCTION TRIGGER DELIMITER DECLARE BEGIN LOOP'.split())

        class Undecided(Exception):
            pass

        def statements(text):
            tokens = []
            for match in TOKEN.finditer(text):
                word = match.group()
                if word.startswith('--') or word.startswith('/*'):
                    continue
                tokens.append((word.upper(), match.start(), match.end()))
                if word == ';':
                    yield tokens
                    tokens = []
            if tokens:
                yield tokens

        def gap(tokens):
            for before, after in zip(tokens, tokens[1:]):
                if before[0] in OPEN and after[0] in CLOSE:
                    return before, after

        def check(database, text):
            undecided = None
            for tokens in statements(text):
                words = set(token[0] for token in tokens)
                if tokens[0][0] == ';':
                    continue
                if words & PROGRAM:
                    raise Undecided('a program in SQL')
                if tokens[0][0] not in TRIED:
                    undecided = 'not a statement that SQLite knows'
                    continue
                try:
                    database.execute('EXPLAIN ' + text[tokens[0][1]:tokens[-1][2]]).close()
                except sqlite3.OperationalError as error:
                    message = str(error)
                    if 'syntax error' in message or 'incomplete input' in message:
                        found = None if words & LAX or '\\' in text else gap(tokens)
                        if found:
                            return found
                        undecided = 'not in the dialect of SQLite'
                    elif 'unrecognized token' in message:
                        undecided = 'not in the dialect of SQLite'
                except sqlite3.ProgrammingError as error:
                    # It was prepared, and then there were no values for its parameters.
                    if 'binding' not in str(error):
                        undecided = 'not one statement'
                except sqlite3.Error:
                    pass
                except (sqlite3.Warning, ValueError):
                    undecided = 'not one statement'
            if undecided:
                raise Undecided(undecided)

        def refuse(action, *rest):
            # PRAGMA, ATTACH, DETACH
            return sqlite3.SQLITE_DENY if action in (19, 24, 25) else sqlite3.SQLITE_OK

        for name in sys.argv[1:]:
            try:
                with open(name, encoding='utf-8', errors='replace', newline='') as file:
                    text = file.read()
                database = sqlite3.connect(':memory:')
                database.set_authorizer(refuse)
                found = check(database, text)
                database.close()
                if found:
                    (before, _, _), (after, start, _) = found
                    line = text.count('\n', 0, start) + 1
                    column = start - (text.rfind('\n', 0, start) + 1) + 1
                    print(f"{name}:{line}:{column}: something is missing between"
                          f" '{before}' and '{after}'")
            except Undecided as reason:
                print(f'{name}:0: undecided: {reason}')
            except BaseException as error:
                print(f'{name}:0: crashed: {type(error).__name__}')
        """#
}
