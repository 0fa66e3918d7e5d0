extension CodeLanguage {
    /// SQL, one union of its dialects: ISO/IEC 9075 as the manuals of PostgreSQL 18, MySQL 9,
    /// SQLite, Oracle Database 23ai and SQL Server 2025 publish it, with their procedural languages
    /// and the commands of their clients:
    /// https://www.postgresql.org/docs/18/sql.html, https://dev.mysql.com/doc/refman/9.0/en/,
    /// https://www.sqlite.org/lang.html, https://docs.oracle.com/en/database/oracle/oracle-database/,
    /// https://learn.microsoft.com/en-us/sql/t-sql/
    ///
    /// Strict are the first words of a statement, the order of clauses, commas and brackets; what a
    /// dialect adds at the end of a definition is any list of tokens with its brackets in pairs.
    package static let sql = CodeLanguage(
        "sql",
        grammar: [sqlWords, sqlStatements, sqlQueries, sqlDefinitions, sqlExpressions].joined(),
        whole: ["file+strict"], fragments: ["file", "fragment"], ignoresCase: true,
        vocabulary: sqlVocabulary,
        classes: [
            "STRING": .plainQuoted, "QUOTED": .quotedName, "VARIABLE": .variable,
            "OPERATOR": .sign, "SIGN": .sign, "OPENING": .word,
        ],
        lexer: { words in
            let kinds = SQLLexer.Kinds(words)
            return { scanner in
                var lexer = SQLLexer(scanner, kinds)
                return lexer.tokens()
            }
        })

    private static let sqlWords = #"""
        %keywords SELECT FROM WHERE GROUP ORDER BY HAVING JOIN ON UNION AND OR NOT NULL IN IS LIKE
            BETWEEN CASE WHEN THEN ELSE END AS INTO VALUES INSERT UPDATE DELETE CREATE ALTER DROP TABLE
            DISTINCT LIMIT EXISTS USING SET WITH FOREIGN PRIMARY REFERENCES CHECK CONSTRAINT UNIQUE
            DEFAULT GRANT REVOKE DECLARE BEGIN ;
        %soft ";"

        # Statements that begin with this word and go on with any tokens
        %class VERB ABORT ANALYSE ATTACH BACKUP BINLOG CACHE CALL CHANGE DENY FORALL CHECKPOINT CHECKSUM CLOSE
            COMMIT COPY DBCC DEALLOCATE DETACH DISCARD EXIT EXPORT FLUSH GET GOTO HANDLER HELP
            IMPORT INSTALL ITERATE KILL LEAVE LISTEN LOAD MOVE MSCK NOTIFY OPEN OPTIMIZE PERFORM
            PIPE PRAGMA PREPARE PRINT PURGE PUT QUIT RAISE RAISERROR REASSIGN RECONFIGURE REFRESH
            REINDEX RELEASE REPAIR RESET RESIGNAL RESTART RESTORE RETURNS REVERT ROLLBACK SAVE
            SAVEPOINT SECURITY SHUTDOWN SIGNAL STOP SUMMARIZE THROW UNCACHE UNINSTALL
            UNLISTEN UNLOAD UNLOCK UNPREPARE VACUUM WAITFOR XA BREAK CONTINUE ;
        # What is created, altered and dropped, besides what has rules of its own
        %class OBJECT BROWSE OWNED AUTHORIZATION STOPLIST PLACEMENT ACCESS ASSEMBLY AUTHENTICATION AUDIT AVAILABILITY BROKER CAST CATALOG
            CERTIFICATE CONNECTION CONNECTOR CONTEXT CONVERSION CREDENTIAL CRYPTOGRAPHIC
            DATABASE DICTIONARY DIMENSION DIRECTORY DOMAIN ENDPOINT EXTENSION PRIVILEGES EXCHANGE
            EXTERNAL FILE FLASHBACK GRAPH ILM INTEGRATION JOB LIBRARY LOGFILE LOGIN MACRO MASKING
            MESSAGE MODEL NETWORK NODEGROUP OUTLINE PARAMETER PASSWORD POLICY POOL PROFILE
            PROPERTY PROJECTION PUBLICATION QUEUE QUOTA REMOTE RESOURCE ROLE ROUTE ROUTINE RULE
            SCHEMA SCHEDULE SCHEDULER SERVER SERVICE SETTINGS STAGE STOGROUP STREAM SUBSCRIPTION
            ASYMMETRIC SYNONYM SYSTEM TASK TEXT THRESHOLD TYPE UNDO USER VARIABLE WAREHOUSE
            WORKLOAD WRAPPER XML CONSUMER SECRET VOLUME RECIPIENT PROVIDER KEYSPACE TRANSPARENT
            RESERVATION CAPACITY DATASHARE ALERT MASTER LANGUAGE INDEXTYPE CONTROLFILE PLUGGABLE
            LOCKDOWN EDITION DATA METRIC SOURCE SINK INSTANCE BINDING TRANSACTION TENANT
            UNIT OUTLN MAPPING FORMAT ;
        %class MODIFIER SHARED BITMAP CLUSTERED COLUMNSTORE DYNAMIC EDITIONABLE EPHEMERAL
            GLOBAL HYBRID ICEBERG IMMUTABLE LIVE MULTISET NONCLUSTERED NONEDITIONABLE PRIVATE
            PROCEDURAL PUBLIC SECURE SHARDED STREAMING TEMP TEMPORARY TRANSIENT UNLOGGED VIRTUAL
            VOLATILE INCREMENTAL ;
        %class TYPE BIGINT BIGSERIAL BIT BLOB BOOL BOOLEAN BYTEA BYTES CHAR CIDR CLOB DATE
            DATETIME DATETIME2 DATETIMEOFFSET DEC DECIMAL DOUBLE ENUM FLOAT FLOAT4 FLOAT64 FLOAT8
            GEOGRAPHY GEOMETRY HYPERLOGLOG INET INT INT2 INT4 INT64 INT8 INTEGER JSONB LARGE LONG
            LONGBLOB LONGTEXT MACADDR MEDIUMBLOB MEDIUMINT MEDIUMTEXT MONEY NATIONAL NCHAR NCLOB
            NTEXT NUMBER NUMERIC NVARCHAR NVARCHAR2 OID PRECISION RAW REAL REGCLASS SERIAL
            SMALLDATETIME SMALLINT SMALLMONEY SMALLSERIAL SQL_VARIANT STRING TIME TIMESTAMP
            TIMESTAMPTZ TIMESTAMP_NTZ TIMESTAMP_TZ TIMESTAMP_LTZ TIMETZ TINYBLOB TINYINT TINYTEXT
            UNIQUEIDENTIFIER UNSIGNED SIGNED UUID VARBINARY VARCHAR VARCHAR2 VARIANT VARYING
            VECTOR ZEROFILL BYTE BIG SUPER ;
        %class UNIT CENTURY DAY DAYOFYEAR DAY_HOUR DAY_MICROSECOND DAY_MINUTE DAY_SECOND DAYS
            DECADE EPOCH HOUR HOUR_MICROSECOND HOUR_MINUTE HOUR_SECOND HOURS MICROSECOND
            MICROSECONDS MILLISECOND MILLISECONDS MINUTE MINUTE_MICROSECOND MINUTE_SECOND MINUTES
            MONTH MONTHS QUARTER QUARTERS SECOND SECOND_MICROSECOND SECONDS WEEK WEEKS YEAR YEARS
            YEAR_MONTH ;
        # Options of a column, a key or a drop that stand alone, and ones with a value
        %class FLAG MASKED FILESTREAM AUTOINCREMENT AUTO_INCREMENT CONSTRAINTS DEFERRABLE DEFERRED DISTKEY ENFORCED
            HIDDEN IMMEDIATE INITIALLY INVISIBLE NORELY NOVALIDATE OPTIONAL PERSISTED PERSISTENT
            RELY ROWGUIDCOL SORTKEY SPARSE STORED TRUSTED VALIDATE VALID VISIBLE NULLABLE ALWAYS
            UPPERCASE CASESPECIFIC INLINE ASCII UNICODE ;
        %class OPTION DISTRIBUTED STORAGE AFTER CHARSET CODEC COLUMN_FORMAT COMPRESS COMPRESSION DISTSTYLE ENCODE
            ENGINE_ATTRIBUTE GRANULARITY KEY_BLOCK_SIZE LOCATION OPTIONS
            SECONDARY_ENGINE_ATTRIBUTE SRID TAG TITLE TTL REF_SYSTEM_ID PARSER ENCRYPT ENCRYPTED
            SEQUENCE STATISTICS ;
        # Words of a query's head that change how it runs
        %class HINT SQL_BIG_RESULT SQL_BUFFER_RESULT SQL_CACHE SQL_CALC_FOUND_ROWS SQL_NO_CACHE
            SQL_SMALL_RESULT DISTINCTROW LOW_PRIORITY HIGH_PRIORITY DELAYED QUICK CONCURRENT ;
        %class ROLLUP ROLLUP CUBE TOTALS ;
        %class SIDE LEADING TRAILING BOTH ;
        %class JOINED NATURAL INNER LEFT RIGHT FULL OUTER CROSS SEMI ANTI ASOF HASH ;
        %class SORTING CLUSTER DISTRIBUTE SORT ;
        %class REFORM PIVOT UNPIVOT MATCH_RECOGNIZE ;
        %class BOUND PRECEDING FOLLOWING ;
        %class FRAME RANGE GROUPS ;
        %class ALIKE IREGEXP ILIKE RLIKE REGEXP GLOB MATCH ;
        %class PERIODIC SYSTEM_TIME VERSION PORTION PERIOD ;
        %class OUTFILE OUTFILE DUMPFILE ;
        %class DEFINER DEFINER ALGORITHM ;
        %class ARITHMETIC DIV MOD OVERLAPS ;
        %class LOGICAL XOR ESCAPE UESCAPE ;
        %class ABOVE PRIOR CONNECT_BY_ROOT ;
        %class NULLNESS ISNULL NOTNULL ;
        %class ELSEIF ELSEIF ELSIF ;
        %class ATOMIC ATOMIC TRY CATCH ;
        %class EXPLAIN EXPLAIN DESCRIBE ;
        %class EXEC EXEC EXECUTE ;
        %class DISABLE ENABLE DISABLE ;
        %class CYCLE SEARCH CYCLE ;
        %class LISTED COLUMNS DATABASES FIELDS INDEXES SCHEMAS TABLES ;
        # Functions whose arguments have words of their own
        %class FORMED JSON_ARRAY JSON_ARRAYAGG JSON_EXISTS JSON_OBJECT JSON_OBJECTAGG JSON_QUERY
            JSON_SCALAR JSON_SERIALIZE JSON_TABLE JSON_VALUE OPENJSON OPENROWSET OPENXML XMLAGG
            XMLATTRIBUTES XMLCONCAT XMLELEMENT XMLEXISTS XMLFOREST XMLPARSE XMLPI XMLQUERY XMLROOT
            XMLSERIALIZE XMLTABLE XMLCAST XMLNAMESPACES PREDICTION CLUSTER_ID AGAINST
            JSON_TRANSFORM JSON_MERGEPATCH GRAPH_TABLE STRUCT VALIDATE_CONVERSION TRANSFORM ;

        """#

    private static let sqlStatements = #"""
        # What a block may hold
        file       = { statement | "END" { NAME } end } END
        fragment   = { clause } END | [ "," ] cte % "," END | row % "," [ "," ] [ ";" ] END
                   | [ "," ] definition % "," [ "," ] END
                   | listed % "," END | { statement } END
        clause     = "FROM" tables | join | where | "AND" expr | "OR" expr | group | having | tail | into
                   | "ON" expr | "SET" assignments | "VALUES" row % "," | upsert | window | connect | ";"
        definition = constraint | name ( TYPE | UNIT | "JSON" | "CHARACTER" | "SET" &"(" | "BINARY" ) [ bracketed ] { typeword }
                   { option }
        listed     = expr [ "AS" label ]
        elision    = <-strict> ( "..." | ELISION )
        end        = ";" | &END | &"END" | &"ELSE"

        # Statements
        statement@ 'a statement' = !SOFT ";" | COMMAND | block | if | loop | assign | routine
                   | dml end | create end | alter end | drop end | rights end | set end | show end
                   | explain end | declare | verb end | path args end | PARAMETER end | "NULL" end | NAME ":" | elision [ ";" ]
        inner      = statement | path ";" | <-strict> path &"END"
        verb       = verbword { part } | "START" part { part } | "USE" part { part }
                   | OPENING { part } | "BEGIN" | "RETURN" ( query | { part } ) | "REPLACE" "TABLE" part { part } | "CHECK" "TABLE" part { part }
                   | "TRUNCATE" [ "TABLE" | OBJECT ] [ "ONLY" ] [ notexists ] path [ "*" ] { "," [ "ONLY" ] path [ "*" ] } { flag | "IDENTITY" | "*" | "PARTITION" bracketed | "WITH" bracketed | "DROP" part }
                   | "UPDATE" OPTION part { part } | ( "INSERT" | "UPDATE" | "DELETE" | "REPLACE" ) elision
                  XX        verbword   = VERB | "BULK" | "RENAME" | "ANALYZE" | "DO" | "FETCH" | "LOCK" | SORTING | EXEC | "COMMENT"
                   | DISABLE
        dml@       = [ ctes ] ( query | insert | update | delete | merge ) | <-strict> ctes &END
        block@     = "BEGIN" [ ATOMIC | "NOT" ATOMIC ] { inner }
                   [ "EXCEPTION" { "WHEN" expr "THEN" { inner } } ] "END" ending
        ending     = [ !SOFT NAME ]
        if         = "IF" expr ( "THEN" { inner } { elseif expr "THEN" { inner } }
                   [ "ELSE" { inner } ] "END" "IF" | statement [ "ELSE" statement ] )
        elseif     = ELSEIF
        loop       = "LOOP" { inner } "END" "LOOP" ending
                   | "WHILE" expr ( ( "LOOP" | "DO" ) { inner } "END" ( "LOOP" | "WHILE" ) ending
                   | statement )
                   | "REPEAT" { inner } "UNTIL" expr "END" "REPEAT" ending
                   | "FOR" head { head } ( "LOOP" | "DO" ) { inner } "END" ( "LOOP" | "FOR" ) ending
                   | "FOREACH" head { head } "LOOP" { inner } "END" "LOOP" ending
                   | "CASE" [ expr ] { "WHEN" expr { "," expr } "THEN" { inner } }
                     [ "ELSE" { inner } ] "END" "CASE" ending
        head       = !"LOOP" !"DO" loose
        assign     = path { subscript | "." NAME | bracketed } ":=" expr end
        declare    = "DECLARE" declaration { declaration } block
                   | "DECLARE" { !"BEGIN" part } ( block | end )
        declaration = "FUNCTION" routinerest | "PROCEDURE" routinerest
                   | !VERB !"IF" !"FUNCTION" !"PROCEDURE" name part { part } ";" | ELISION
        routine    = ( "CREATE" [ "OR" ( "REPLACE" | "ALTER" ) ] | "ALTER" ) { modifier } [ "AGGREGATE" ]
                   ( "FUNCTION" | "PROCEDURE" | "PROC" | "TRIGGER" | "EVENT" | "PACKAGE" [ "BODY" ] )
                   routinerest
        routinerest = [ notexists ] ( path | WORD ) { header } ( ( "AS" | "IS" ) body | block | declare | if | loop | end )
        header     = "IS" ( "NOT" | "NULL" ) | "REFERENCING" { ( NAME | "TABLE" ) [ "AS" name ] } | EXEC "AS" ( NAME | STRING )
                   | "NULL" | !"DECLARE" !"AS" !"IS" !"BEGIN" !"IF" !"LOOP" !"WHILE" !"REPEAT" !"CASE" part
        body       = ( STRING | PARAMETER | QUOTED ) { part } end | declaration { declaration } ( block | "END" ending )
                   | "BEGIN" { inner } "END" ending | OBJECT { part } end
                   | statement
        modifier   = MODIFIER | "FORCE" | FLAG | "LOCAL" | "RECURSIVE" | "UNIQUE" | "FOREIGN" | "DEFAULT" | "CONSTRAINT" | "FULLTEXT" | "PRIMARY"
                   | ( DEFINER | "SQL" NAME ) [ "=" ] ( NAME | STRING | QUOTED ) [ VARIABLE ] [ "(" ")" ]
        notexists  = "IF" [ "NOT" ] "EXISTS"
        rights     = "GRANT" { !"TO" part } "TO" part { part } | "REVOKE" { !"FROM" !"TO" part } ( "FROM" | "TO" ) part { part }
        set        = "SET" ( setting { "," ( setting | expr ) } &";" | part { part } )
        setting    = { MODIFIER | "SESSION" } path { subscript } ( "=" | ":=" ) ( expr | "ON" )
        show       = "SHOW" { JOINED | MODIFIER } ( ( LISTED | "INDEX" ) listedrest | "CREATE" part { part }
                   | !LISTED !"INDEX" !"CREATE" part { ( "IN" | "ON" | "FROM" ) "TABLE" | !"TABLE" part } )
        listedrest = [ ( "FROM" | "IN" | "LIKE" | "WHERE" | "NOT" | "ON" ) part { part } ]
        explain    = ( EXPLAIN | "DESC" ) ( { explained } ( dml | create | routine | "DECLARE" { part } | verb | PARAMETER )
                   | [ "TABLE" ] path { part } | { part } elision )
        explained  = !VERB !EXEC !"MERGE" !"REPLACE" ( NAME [ "=" ( NAME | STRING ) ] | "SET" NAME "=" STRING | "INTO" path | bracketed )

        # Any tokens, brackets in pairs
        part       = !SOFT !"END" !"ELSE" ( case | loose )
        loose      = WORD | NUMBER | STRING | QUOTED | PARAMETER | VARIABLE | OPERATOR | SIGN | "*" | "=" | "<"
                   | ">" | ":=" | "=>" | "." | ":" | "::" | comma | bracketed | elision
        comma      = "," !"," !")" !";"
        bracketed@ = "(" { inside } ")" | "[" { inside } "]" | "{" { inside } "}"
        inside     = <+rule> ";" | WORD | NUMBER | STRING | QUOTED | PARAMETER | VARIABLE | OPERATOR | SIGN | "*" | "=" | "<"
                   | ">" | ":=" | "=>" | "." | ":" | "::" | comma | bracketed | elision

        """#

    private static let sqlQueries = #"""
        # Queries
        ctes       = "WITH" [ "RECURSIVE" ] cte % ","
        cte        = name [ bracketed ] "AS" [ [ "NOT" ] "MATERIALIZED" ] "(" dml ")" { ctetail } | elision
        ctetail    = ( CYCLE ) NAME { ctepart }
        ctepart    = NAME | NUMBER | "BY" | "SET" | "," | "USING" | "DEFAULT" | STRING | "TO"
        query@ 'a query' = [ ctes ] term { setoperator term } { tail }
        setoperator = ( "UNION" | "INTERSECT" | "EXCEPT" | "MINUS" ) [ "ALL" | "DISTINCT" ] [ "BY" NAME ]
        term       = select | "VALUES" row % "," | "(" query ")" | "TABLE" path | "FROM" tables { queryclause } [ select ]
                   | elision
        row        = "ROW" args | "(" [ expr % "," ] ")" | PARAMETER | elision
        select     = "SELECT" { quantifier } items { into } [ "FROM" tables ] { into } { queryclause }
        queryclause = where | connect | group | having | window | "QUALIFY" expr | elision
        quantifier = "ALL" | "DISTINCT" [ "ON" "(" expr % "," ")" ] | HINT | "STRAIGHT_JOIN"
                   | "TOP" ( NUMBER | PARAMETER | "(" expr ")" ) [ "PERCENT" ] [ "WITH" "TIES" ]
                   | "AS" ( FORMED | "VALUE" )
        items      = item % ","
        item 'a column' = "*" { starchange } | expr [ alias ] [ elision ]
        starchange = ( "EXCEPT" | "EXCLUDE" | "REPLACE" | "RENAME" ) "(" listed % "," ")"
        alias      = "AS" ( label | bracketed ) | !stop name | STRING
        stop       = JOINED | "STRAIGHT_JOIN" | "WINDOW" | SORTING | REFORM | FRAME | "ROWS"
                   | "QUALIFY" | "OFFSET" | "FETCH" | "FOR" | "LOCK" | "USE" | "FORCE" | "IGNORE" | "PARTITION"
                   | "TABLESAMPLE" | "LATERAL" | "MINUS" | "EXCEPT" | "INTERSECT" | "RETURNING"
                   | "START" | "CONNECT" | "OPTION" | "LOOP" | "DO" | "END" | "BEGIN"
                   | "OUTPUT" | "PROCEDURE" | "BULK" | "GROUPING"
                   | "INDEXED" | "COLLATE" | "OVER" | "KEY"
        label      = STRING | QUOTED | PARAMETER | !clauseword WORD
        clauseword = "FROM" | "WHERE" | "GROUP" | "ORDER" | "SELECT" | "INTO" | "UNION" | "AND" | "ON" | "JOIN"
                   | "LIMIT" | "HAVING" | "SET" | "VALUES" | "WITH" | "USING" | "OR" | "WHEN"
        into       = [ "BULK" "COLLECT" ] "INTO" ( OUTFILE STRING { outfilepart }
                   | { MODIFIER | "TABLE" | "STRICT" } path { subscript } { "," path } )
        outfilepart = NAME | "BY" | STRING | "SET"
        where      = "WHERE" ( "CURRENT" "OF" name | expr )
        connect    = "START" "WITH" expr | "CONNECT" "BY" [ "NOCYCLE" ] expr
        group      = "GROUP" "BY" [ "ALL" | "DISTINCT" ] [ groupitem % "," ] { "GROUPING" "SETS" args } [ "WITH" ROLLUP ]
        groupitem  = expr [ "ASC" | "DESC" ]
        having     = "HAVING" expr
        window     = "WINDOW" windowitem % ","
        windowitem = name "AS" over
        order      = "ORDER" [ "SIBLINGS" ] "BY" orderitem % ","
        orderitem  = expr [ "ASC" | "DESC" | "USING" ( "<" | ">" | OPERATOR | "OPERATOR" bracketed ) ] [ "NULLS" NAME ]
        tail       = order | "LIMIT" expr [ ( "," | "OFFSET" ) expr ] [ "BY" expr % "," ]
                   | "OFFSET" expr [ "ROW" | "ROWS" ]
                   | "FETCH" NAME ( ( "ROW" | "ROWS" ) | expr [ "PERCENT" ] ( "ROW" | "ROWS" ) ) ( "ONLY" | "WITH" "TIES" )
                   | "FOR" ( "UPDATE" | "SHARE" | "NO" "KEY" "UPDATE" | "KEY" "SHARE" | "JSON" | OBJECT | "FETCH" ) { forpart }
                   | "LOCK" "IN" NAME NAME | "OPTION" bracketed | "PROCEDURE" path args
                   | SORTING "BY" orderitem % "," | into | "WITH" [ NAME ] "CHECK" "OPTION" | elision
        forpart    = "OF" | "," | "." | NUMBER | STRING | !stop NAME [ bracketed ]

        # Tables
        tables@    = joined % ","
        joined     = tableref { join }
        join       = { joinword } ( "JOIN" | "APPLY" | "STRAIGHT_JOIN" ) tableref { "ON" expr | "USING" bracketed [ "AS" name ] }
                   | "LATERAL" "VIEW" [ JOINED ] path args [ !stop name ] [ "AS" name % "," ]
        joinword   = JOINED | MODIFIER | "MERGE" | "LOOP"
        tableref 'a table' = { "LATERAL" | "ONLY" | "TABLE" } source { tablechange } [ tablealias ] { tablechange }
                   | <-strict> "TABLE" [ tablealias ]
        source     = "(" dml ")" | "(" tables ")" | "ROWS" "FROM" bracketed | FORMED bracketed | path [ VARIABLE ] [ args ] | STRING | elision
        tablealias = "AS" label [ bracketed ] | "AS" bracketed | !stop name [ bracketed ]
        tablechange = "PARTITION" bracketed | ( "USE" | "FORCE" | "IGNORE" ) ( "INDEX" | "KEY" )
                     [ "FOR" ( "JOIN" | ( "ORDER" | "GROUP" ) "BY" ) ] bracketed
                   | "WITH" ( bracketed | "ORDINALITY" | "OFFSET" [ [ "AS" ] !stop name ] ) | "TABLESAMPLE" [ path ] bracketed [ NAME bracketed ]
                   | "FOR" ( PERIODIC | TYPE ) { "AS" | "OF" | "FROM" | "TO" | "BETWEEN" | operand { arithmetic operand } | "AND" | "IN" }
                   | "AS" "OF" NAME operand
                   | REFORM [ NAME "NULLS" ] bracketed [ [ "AS" ] !stop name [ bracketed ] ]
                   | "INDEXED" "BY" name | "NOT" "INDEXED" | "*"

        # Changes of rows
        insert     = ( "INSERT" | "REPLACE" ) { insertword } [ "INTO" | "OVERWRITE" ] [ "TABLE" !"(" !"VALUES" !"SELECT" !"SET" ] insertinto
        insertword = HINT | "IGNORE" | "OR" ( NAME | "REPLACE" ) | "TOP" bracketed [ "PERCENT" ]
        insertinto = [ "LOCAL" ] OBJECT STRING { tablepart } query | ( "ALL" | "FIRST" ) { "WHEN" expr "THEN" | "ELSE" | "INTO" path [ bracketed ] [ "VALUES" row ] } query
                   | ( path | "(" query ")" | <-strict> "TABLE" ) [ "PARTITION" bracketed ] [ "WITH" bracketed ] [ notexists ] [ "AS" name ] [ columns ] [ "OVERRIDING" NAME NAME ]
                     [ output ] ( rows | "SET" assignments | "DEFAULT" "VALUES" | execute | dml )
                     [ "AS" name [ columns ] ] { upsert }
        rows       = ( "VALUES" | "VALUE" ) row % "," { tail }
        execute    = EXEC { part }
        columns    = "(" target { "," target } ")"
        target     = path { subscript | "." NAME | bracketed } | elision
        upsert     = "ON" "DUPLICATE" "KEY" "UPDATE" assignments
                   | "ON" "CONFLICT" [ bracketed [ where ] | "ON" "CONSTRAINT" name ]
                     "DO" ( "NOTHING" | "UPDATE" "SET" assignments [ where ] )
                   | returning
        returning  = "RETURNING" [ "WITH" bracketed ] items [ into ] | "LOG" "ERRORS" { part }
        output     = "OUTPUT" items [ "INTO" path [ columns ] ]
        assignments = assignment % ","
        assignment = ( path { subscript | "." NAME } | columns ) ( "=" | ":=" | OPERATOR ) expr | elision
        update     = "UPDATE" { HINT | "IGNORE" | "OR" ( NAME | "REPLACE" ) | "TOP" bracketed [ "PERCENT" ] } tables "SET" assignments
                   [ output ] [ "FROM" tables ] [ where | elision ] { tail } [ returning ]
        delete     = "DELETE" { HINT | "IGNORE" | "TOP" bracketed [ "PERCENT" ] } ( "FROM" tables [ output ] [ ( "USING" | "FROM" ) tables ]
                   | path { "," path } [ output ] [ "FROM" tables ] )
                   [ where | elision ] { tail } [ returning ]
        merge      = "MERGE" [ "TOP" bracketed ] [ "INTO" ] tableref "USING" tableref { { joinword } "JOIN" tableref [ "ON" expr | "USING" bracketed ] } "ON" expr whenmatched { whenmatched }
                   [ output ] [ returning ] { tail }
        whenmatched = "WHEN" [ "NOT" ] "MATCHED" [ "BY" NAME ] [ "AND" expr ] "THEN" matched | elision
        matched    = "UPDATE" [ "SET" ] ( "*" | assignments [ where ] [ "DELETE" where ] ) | "DELETE" | "DO" "NOTHING"
                   | "INSERT" ( "*" | [ columns ] [ "OVERRIDING" NAME NAME ] ( "VALUES" row | "DEFAULT" "VALUES" | "ROW" ) [ where ] ) | elision

        """#

    private static let sqlDefinitions = #"""
        # Definitions
        create     = "CREATE" [ "OR" ( "REPLACE" | "ALTER" ) ] { modifier }
                   ( table | index | view | "RULE" { rulepart } | object part { part } | elision )
        rulepart   = bracketed<+rule> | part

        object     = "AGGREGATE" | "COLLATION" | FORMED | OBJECT | VERB | OPTION | MODIFIER | TYPE | UNIT | SORTING | "FULLTEXT" | "SPATIAL" | "OPERATOR" | "PARTITION" | "ROW" | "EVENT" | "TABLESPACE" | "GROUP" | CYCLE | "SHARE" | "SESSION" | "SYMMETRIC"
        flag       = FLAG | VERB | "CASCADE" | "RESTRICT" | "FORCE" | "FIRST"
        table      = "TABLE" [ notexists ] path ( "(" [ elision element { "," element } | !"(" query | element % "," ] ")" tablerest | !"(" tablepart tablerest | tablequery )
        tablerest  = { tablepart } [ tablequery ]

        tablepart  = FLAG "AS" NAME | !"AS" !"SELECT" part
        tablequery = [ "AS" ] query [ ( "WITH" | "ON" | OPTION | "COMMENT" ) part { part } ] | "AS" ( EXEC { part } | NAME )
        element 'a column or a constraint' = constraint | "LIKE" path { NAME } | PERIODIC "FOR" name [ bracketed ] | column | elision [ element ]
        constraint = [ "CONSTRAINT" [ !stop name ] ] ( ( "PRIMARY" "KEY" | "UNIQUE" ) { keyword } "(" keyitem % "," ")" { option }
                   | "FOREIGN" "KEY" [ notexists ] [ name ] "(" keyitem % "," ")" "REFERENCES" path [ bracketed ] { option }
                   | "CHECK" bracketed { option } | "EXCLUDE" [ "USING" name ] bracketed { option } [ where ]
                   | ( "INDEX" | "KEY" | "FULLTEXT" | "SPATIAL" ) { keyword } "(" keyitem % "," ")" { option } )
        keyword    = NAME | "UNIQUE" | QUOTED | "USING" NAME | "DISTINCT" | "NOT"
        keyitem    = expr [ path ] [ "ASC" | "DESC" ] [ "NULLS" NAME ] [ "WITH" NAME ] [ "WITHOUT" ARITHMETIC ] | elision
        column     = name [ type ] { option }
        option     = "NOT" ( "NULL" | flag | "FOR" NAME NAME ) | "NULL" | "DEFAULT" [ "ON" "NULL" ] expr | "PRIMARY" "KEY" | "KEY" | "UNIQUE" [ "KEY" ] [ "NULLS" [ "NOT" ] "DISTINCT" ] | "COMMENT" [ "=" ] STRING | "COMMENT" QUOTED | "COLLATE" path | "CHARACTER" "SET" [ "=" ] ( name | STRING | "BINARY" )
                   | "REFERENCES" path [ bracketed ] | ALIKE NAME
                   | "ON" ( "DELETE" | "UPDATE" | "CONFLICT" | "NULL" ) action | "CHECK" bracketed | "CONSTRAINT" name
                   | "GENERATED" { NAME | "BY" | "DEFAULT" | "ON" | "NULL" } | "AS" ( "IDENTITY" [ bracketed ] | "ROW" ( NAME | "END" ) | expr ) | "NO" NAME
                   | "IDENTITY" [ bracketed ] | flag | OPTION [ "=" ] ( STRING | operand ) | "WITH" bracketed
                   | "USING" [ "INDEX" ] [ "TABLESPACE" ] ( path | bracketed ) | "INCLUDE" bracketed | ( "ASC" | "DESC" ) | where
                   | MODIFIER | "ON" name [ bracketed ] | ( DISABLE ) | elision
        action     = "CASCADE" | "RESTRICT" | "SET" ( "NULL" | "DEFAULT" ) [ bracketed ] | "NO" "ACTION" | operand
        index      = "INDEX" [ "CONCURRENTLY" ] [ notexists ] [ path ] { "USING" NAME } "ON" [ "ONLY" ] path [ "USING" NAME ]
                   ( "(" keyitem % "," ")" | bracketed | "WITH" bracketed ) { part } | "INDEX" elision { part }
        view       = ( "VIEW" | "MATERIALIZED" "VIEW" ) [ notexists ] path { !"AS" part } "AS" ( query | PARAMETER ) [ ( "WITH" | "COMMENT" ) part { part } ]
        alter      = "ALTER" { modifier } ( "TABLE" [ notexists ] [ "ONLY" ] path loose { part }
                   | ( object | "RULE" | "INDEX" | "FUNCTION" | "PROCEDURE" | "TRIGGER" ) loose { part }
                   | view | [ "MATERIALIZED" ] "VIEW" [ notexists ] path !"AS" loose { part } )
        drop       = "DROP" { modifier } [ "MATERIALIZED" ] ( "TABLE" [ notexists ] path { "," path } { flag | elision }
                   | ( object | "RULE" | "VIEW" | "INDEX" | "FUNCTION" | "PROCEDURE" | "PROC" | "TRIGGER" | "PACKAGE" ) loose { part } )

        """#

    private static let sqlExpressions = #"""
        # Expressions
        name       = NAME | QUOTED | PARAMETER | "BEGIN" | "END"
        path@ 'a name' = ( NAME | QUOTED | PARAMETER | VARIABLE ) { "." { "." } ( NAME | QUOTED | PARAMETER | "*" ) }
        expr@ 'an expression' = operand { binary }
        binary     = operator operand | arithmetic operand | "NOT" ( negated operand | "SIMILAR" "TO" operand | "BETWEEN" between | "NULL" )
                   | "IS" [ "NOT" ] ( "DISTINCT" "FROM" operand | "JSON" [ NAME ] { "WITH" | "WITHOUT" | "UNIQUE" | "KEYS" } | NAME "NORMALIZED" | operand )
                   | "BETWEEN" between | "SIMILAR" [ "TO" ] operand | "MEMBER" [ "OF" ] operand
                   | "SOUNDS" "LIKE" operand | "OPERATOR" bracketed operand | "AT" TYPE "ZONE" operand
                   | "AT" "LOCAL" | NULLNESS
        operator   = "AND" | "OR" | "IN" | negated | LOGICAL | "=>" | ":="
        negated    = "LIKE" | ALIKE | "IN"
        arithmetic = OPERATOR | SIGN | "*" | "=" | "<" | ">" [ ">" ] | ARITHMETIC
        between    = [ "SYMMETRIC" ] operand { arithmetic operand } "AND" operand
        operand    = { SIGN | "NOT" | "BINARY" | ABOVE } primary { postfix }
        postfix    = "::" type | subscript | "." ( NAME [ args ] | "*" | QUOTED ) | "COLLATE" path | "OVER" ( over | name )
                   | "FILTER" "(" where ")" | "WITHIN" "GROUP" "(" order ")" | ( "IGNORE" | "RESPECT" ) "NULLS"
                   | "KEEP" bracketed | ":" path | "(" SIGN ")"
        primary@   = NUMBER | "COLLATION" "FOR" args | "GROUPING" "SETS" args | TYPE [ "(" NUMBER ")" ] ( "WITH" | "WITHOUT" ) TYPE "ZONE" STRING
                   | ( "NEXT" | "PREVIOUS" ) "VALUE" "FOR" path | STRING { STRING } | "NULL" | case | "EXISTS" "(" query ")" | "(" query ")" | "(" [ listitem % "," ] ")"
                   | "INTERVAL" operand { arithmetic operand } [ UNIT [ bracketed ] [ "TO" UNIT [ bracketed ] ] ] | FORMED bracketed | ( "VALUES" | "INSERT" | "TABLE" | "DEFAULT" | "UNIQUE" | "SET" | "UPDATE" ) args
                   | "DEFAULT" | path [ args ] { STRING } | "[" [ expr % "," ] "]"
                   | "{" { inside } "}" | "END" | "BEGIN" | elision
        listitem   = elision expr | expr
        case       = "CASE" [ expr ] when { when } [ "ELSE" expr ] "END"
        when       = "WHEN" expr { "," expr } "THEN" expr | elision
        args       = "(" { "DISTINCT" | "ALL" } [ arg % "," { argtail } ] ")"
        arg        = !"(" query | "*" { starchange } | SIDE "FROM" expr | { SIDE | "VARIADIC" } expr { argword } | "BINARY" [ bracketed ] | "VALUES"
        argword    = "AS" type | "COLLATE" path | "CHARACTER" "SET" name | ( "FROM" | "FOR" | "USING" | "PLACING" | "VALUE" ) ( expr | "BINARY" ) | TYPE | ( "IGNORE" | "RESPECT" ) "NULLS"
        argtail    = order | "SEPARATOR" expr | "LIMIT" expr [ "," expr ] | "ON" NAME { NAME | STRING } | "HAVING" NAME expr
        over       = "(" [ !stop name ] [ ( "PARTITION" | SORTING ) "BY" expr % "," ] [ order | SORTING "BY" orderitem % "," ] [ frame ] ")"
        frame      = ( "ROWS" | FRAME ) ( "BETWEEN" bound "AND" bound | bound ) [ "EXCLUDE" ( "GROUP" | NAME [ NAME ] ) ]
        bound      = "CURRENT" "ROW" | "UNBOUNDED" BOUND | operand { arithmetic operand } BOUND
        subscript  = "[" [ expr ] [ ":" [ expr ] ] { "," expr } "]"
        type@ 'a type' = ( path | "SET" | "BINARY" ) [ bracketed ] { typeword }
        typeword   = TYPE | "JSON" | UNIT | "TO" | bracketed | "<" { typepart } ">" | "WITH" TYPE "ZONE" | "WITH" "LOCAL" TYPE "ZONE"
                   | "WITHOUT" TYPE "ZONE" | "BINARY" | OPERATOR NAME | "ARRAY"
        typepart   = WORD | ":" | "," | "<" { typepart } ">" | bracketed
        """#
}
