import Testing

@testable import Code

@Suite struct SQLTests {
    @Test(arguments: [
        "select a.x, count(*) as n from t a left join u b on a.id = b.id where a.x in (1, 2) "
            + "group by a.x having count(*) > 1 order by n desc limit 10 offset 5",
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5)\nSELECT * FROM r;",
        "SELECT rank() OVER (PARTITION BY a ORDER BY b DESC ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) r "
            + "FROM t QUALIFY r = 1;",
        "SELECT * FROM (SELECT 1 AS a) t, LATERAL f(t.a) WHERE NOT EXISTS (SELECT 1) FOR UPDATE;",
        "SELECT CASE WHEN a BETWEEN 1 AND 2 THEN 'x' ELSE NULL END, CAST(a AS numeric(10, 2)), "
            + "a::text[], j->>'k', interval '1 day' * 2, extract(year from d) FROM t",
        "INSERT INTO t (a, b) VALUES (1, 'it''s'), (2, DEFAULT) ON DUPLICATE KEY UPDATE b = VALUES(b);",
        "INSERT INTO t SET a = 1;",
        "INSERT INTO t SELECT * FROM u ON CONFLICT (a) DO NOTHING RETURNING id;",
        "UPDATE t AS x SET a = a + 1, (b, c) = (1, 2) FROM u WHERE x.id = u.id;",
        "DELETE a FROM a JOIN b ON a.id = b.id WHERE b.x IS NULL;",
        "MERGE INTO t USING u ON t.id = u.id WHEN MATCHED THEN UPDATE SET a = u.a "
            + "WHEN NOT MATCHED THEN INSERT (id) VALUES (u.id);",
        "grant select, insert on db.* to 'u'@'%' with grant option; REVOKE ALL ON t FROM u;",
        "EXPLAIN (ANALYZE, BUFFERS) SELECT 1; EXPLAIN FORMAT=JSON DELETE FROM t; DESC t;",
        "BEGIN; UPDATE t SET a = 1; COMMIT; START TRANSACTION; ROLLBACK TO SAVEPOINT s;",
        "SET @a := 1, NAMES utf8mb4; SHOW FULL COLUMNS FROM t LIKE 'a%'; use db; PRAGMA user_version = 1;",
        "SELECT TOP (5) [a b] FROM [dbo].[t] WITH (NOLOCK) WHERE x = @x\nGO",
        "SELECT * FROM t WHERE a = ? AND b = :name AND c = $1 AND d = %s AND e = #{x} AND f = '${y}'",
        "SELECT * FROM {{ ref('a') }} WHERE x > {{ y }}", "SELECT 'a\\'b' FROM t",
        "SELECT a LIKE '%\\' FROM t",
    ])
    func readsStatements(_ code: String) throws {
        try expectAccepted("sql", code)
    }

    @Test(arguments: [
        "CREATE TABLE IF NOT EXISTS `t` (\n  `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT COMMENT 'x',\n"
            + "  k varchar(10) DEFAULT '' REFERENCES u(k) ON DELETE CASCADE,\n  PRIMARY KEY (`id`),\n"
            + "  UNIQUE KEY `uk` (`k`(5) DESC) USING BTREE\n) ENGINE=InnoDB DEFAULT CHARSET=utf8;",
        "CREATE TABLE t AS SELECT * FROM u WITH NO DATA; CREATE TABLE t (a, b INTEGER PRIMARY KEY);",
        "CREATE UNIQUE INDEX CONCURRENTLY i ON t USING gin (a, lower(b) DESC) WHERE a > 1;",
        "CREATE OR REPLACE VIEW v AS SELECT 1; DROP TABLE IF EXISTS a, b CASCADE; TRUNCATE TABLE t;",
        "ALTER TABLE t ADD COLUMN a int, DROP COLUMN b, RENAME TO u; CREATE DATABASE d;",
        "CREATE FUNCTION f(a int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN a; END $$;",
        "DELIMITER //\nCREATE PROCEDURE p(IN a INT)\nBEGIN\n  DECLARE i INT DEFAULT 0;\n"
            + "  WHILE i < a DO\n    SET i = i + 1;\n  END WHILE;\n  IF i = 1 THEN SELECT 1; ELSE SELECT 2; END IF;\n"
            + "END //\nDELIMITER ;",
        "DECLARE\n  n NUMBER := 1;\nBEGIN\n  FOR r IN (SELECT 1 FROM dual) LOOP\n"
            + "    dbms_output.put_line(r.a);\n  END LOOP;\nEXCEPTION WHEN OTHERS THEN NULL;\nEND;\n/",
        "IF EXISTS (SELECT 1)\nBEGIN\n  PRINT 'x'\nEND\nELSE\n  SELECT 2",
        "CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();",
    ])
    func readsDefinitions(_ code: String) throws {
        try expectAccepted("sql", code)
    }

    @Test(arguments: [
        "SELECT 1 FROM t\nSELECT 2 FROM u\nUPDATE t SET a = 1", "\\d t\nSELECT 1 \\gset\n\\x",
        ".tables\nSELECT 1;", "SELECT 1\\G", "-- a\n# b\n/* c */ SELECT /*+ h */ 1; /*!40101 x */;",
        "SELECT 1; # eins", "COPY t FROM stdin;\n1\t2\n\\.\nSELECT 1;",
    ])
    func readsScripts(_ code: String) throws {
        try expectAccepted("sql", code)
    }

    @Test(arguments: [
        "WHERE a = 1 AND b > 2", "count(*) > 1", "id INT NOT NULL,\nname varchar(10)",
        "(1, 'a'),\n(2, 'b');",
        "LEFT JOIN u ON t.id = u.id\nWHERE 1 = 1", "x AS (SELECT 1)", "WITH a AS (\n  SELECT 1\n)",
        "PRIMARY KEY (a), KEY k (b)",
    ])
    func readsFragments(_ code: String) throws {
        try expectAccepted("sql", code)
    }

    @Test func readsWhatIsLeftOut() throws {
        try expectAccepted("sql", "SELECT ... FROM t WHERE ...", elisions: 2)
        try expectAccepted("sql", "CREATE TABLE t (\n  id int,\n  -- ...\n  b int\n)", elisions: 1)
        try expectAccepted("sql", "INSERT INTO t (a, ...) VALUES (1, ...)", elisions: 2)
    }

    @Test func findsMisspeltWords() throws {
        try expectRefused(
            "sql", "⟦SELCT⟧ id FROM users;", "expected", edited: "SELECT id FROM users;")
        try expectRefused(
            "sql", "⟦selct⟧\n  id\nFROM users;", "expected 'select'",
            edited: "select\n  id\nFROM users;")
        try expectRefused(
            "sql", "SELECT * FROM t ⟦WHRE⟧ a = 1", "expected", edited: "SELECT * FROM t WHERE a = 1"
        )
        try expectRefused("sql", "SELECT a ⟦form⟧ t", "expected", edited: "SELECT a from t")
        try expectRefused(
            "sql", "UPDATE t SET a = 1 ⟦WHER⟧ b = 2", "expected",
            edited: "UPDATE t SET a = 1 WHERE b = 2")
        try expectRefused("sql", "DROP ⟦TABEL⟧ t", "expected", edited: "DROP TABLE t")
    }

    @Test func findsMissingAndNeedlessSigns() throws {
        try expectRefused("sql", "SELECT a.x b⟦.⟧y FROM t", "expected")
        try expectRefused("sql", "SELECT a, ⟦FROM⟧ t", "expected a column")
        try expectRefused("sql", "CREATE TABLE t (\n  a int,\n⟦)⟧;", "a column or a constraint")
        try expectRefused("sql", "CREATE TABLE t (\n  a int\n  ⟦b⟧ int\n);", "expected")
        try expectRefused("sql", "INSERT INTO t VALUES (1, 2⟦;⟧", "')'")
        try expectRefused(
            "sql", "SELECT * FROM t WHERE a = ⟦'x;⟧\nSELECT 'y';", "the string is not closed")
        try expectRefused("sql", "SELECT a⟦，⟧ b FROM t", "is not ','", edited: "SELECT a, b FROM t")
        try expectRefused(
            "sql", "SELECT * FROM t WHERE a IN ⟦（⟧1)", "is not '('",
            edited: "SELECT * FROM t WHERE a IN (1)")
        try expectRefused("sql", "SELECT * FROM t WHERE a = ⟦‘⟧x'", "is not")
        try expectRefused("sql", "SELECT 1;\n⟦+---+⟧\n| 1 |", "a table of results")
        try expectRefused("sql", "SELECT a FROM t LIMIT 1 ⟦WHERE⟧ b = 1", "expected")
    }

    @Test(arguments: [
        "SELECT 1\nWITH a (", "q'", "q'[", "COPY", "'\\", "$a$", "{{", "DELIMITER", "@", "[",
    ])
    func readsCodeThatEndsAnywhere(_ code: String) throws {
        _ = try read("sql", code)
    }
}
