import Testing

@testable import Code

@Suite struct PHPTests {
    @Test(arguments: [
        "<?php\nnamespace App\\Models;\n\nuse A\\B\\{C, D as E};\nuse function strlen;\n\nabstract class A extends B implements C, \\D\n{\n    use T { a as protected b; }\n    const X = 1;\n    private ?int $a = 1, $b;\n    abstract function f(array $x = [], ?A &...$y): static|null;\n}\n",
        "<ul>\n<?php foreach ($a as $k => [$b, 'c' => $d]): ?>\n  <li><?= $b, $d ?></li>\n<?php endforeach; ?>\n</ul>\n",
        "foreach ($a as $b): ?>\n  <li><?= $b ?></li>\n<?php endforeach; ?>\n",
        "if ($a): echo 1; elseif ($b): echo 2; else: echo 3; endif;\nIF ($a) Echo 1; ELSE IF ($b) {} ELSE {}",
        "$s = \"a {$b[\"c\"]->d} $e[0] ${f} \\\" {$g['}']}\" . 'it\\'s' . `ls $x`;",
        "$t = <<<EOT\n  a 'b' {$c[\"d\"]}\n  EOT . <<<'X'\n\"\nX;\nf();",
        "#[Attribute(Attribute::TARGET_CLASS)]\nfinal readonly class A {\n    public function __construct(private(set) readonly int $x = 0, protected A|B $y) {}\n}",
        "class A { public string $x { get => 1; set; } }",
        "enum Suit: string implements I {\n    case A = 'a';\n    const B = self::A;\n    public static function f(): self { return match (true) { 1, 2 => static::A, default => throw new E() }; }\n}",
        "$f = static fn(int $x): int => $x ** 2;\n$g = function () use (&$a, $b): void { yield from h(); };\n$h = strlen(...);",
        "$x = $a?->b?->c() ?? $d[1]{0} ?: (int) '1' <=> -1.5e3 |> f(...);",
        "[$a, , 'k' => [$b]] = list($c, list(, $d)) = f();\n$a['x'][] = &$b;\n${'a' . 1} = $$b->{$c}[0];\nA::$b['c']()::d(x: 1, ...$y);",
        "switch ($a) { case 1: case 'b'; f(); break; default: }\nfor ($i = 0, $j = 1; $i < 3; $i++, --$j);\nwhile (1): endwhile;\ndo { } while (0);\ngoto end;\nend:",
        "try { f(); } catch (A | B $e) { } catch (C) { } finally { }\ndeclare(strict_types=1);\nstatic $a = 1, $b;\nglobal $c;\nunset($a, $b[1]);",
        "new class(1) extends A { };\n(new A)->b();\nnew A()->b();\nnew ($a)(1);\nnew $a->b['c']();\n$x instanceof static;\nclone $a->b;",
        "public function f(): int\n{\n    return 1;\n}\n\nprotected $b = [];",
        "'a' => 1,\n'b' => ['c'],",
        "->where('a', 1)\n->get();",
        "case 1:\n    f();\n    break;",
        "echo 1;\n// a ?> b\n<?php f() ?>",
        "interface A extends B, C { public function f(self $x): ?static; }\ntrait T { static $x; abstract private static function g(); }",
        "function f($x)\n{\n    static $n = 0;\n    print $x and exit;\n    return;\n}\n__halt_compiler(); any (thing",
        "array(1, 'a' => array(), &$b)",
        "$v = match ($x) { 1 => 'a', };\nfunction match() {}\n$y = 0x1F + 0b1_0 + 0o17 + .5;",
    ])
    func readsWhatABlockMayHold(_ code: String) throws {
        try expectAccepted("php", code)
    }

    @Test func readsWhatIsLeftOut() throws {
        try expectAccepted(
            "php", "class A\n{\n    // ...\n    function f(…) { ... }\n}", elisions: 3)
        try expectAccepted(
            "php", "return [\n    ...\n    'a' => 1,\n    // ...\n];", elisions: 2)
        try expectAccepted("php", "if (/* it is late */) {\n    $a = /* a list */;\n}", elisions: 2)
        try expectAccepted("php", "foreach (…) {\n    ...\n}", elisions: 2)
    }

    @Test func findsWhatIsWrong() throws {
        try expectRefused(
            "php", "$a = 1\n⟦$b⟧ = 2;", "expected the end of the statement",
            edited: "$a = 1;\n$b = 2;")
        try expectRefused(
            "php", "⟦pubilc⟧ function f() {}", "expected",
            edited: "public function f() {}")
        try expectRefused("php", "x ⟦=⟧ 5;", "expected the end of the statement")
        try expectRefused("php", "f(1 ⟦2⟧);", "expected ',' or ')'", edited: "f(1, 2);")
        try expectRefused("php", "$a = [1, ⟦,⟧ 2];", "expected")
        try expectRefused("php", "if ($a ⟦{⟧\n}", "expected ')' to close '('")
        try expectRefused("php", "$x = 1⟦；⟧", "is not ';'", edited: "$x = 1;")
        try expectRefused("php", "echo ⟦“⟧a”;", "'“' (U+201C) is not '\"'")
        try expectRefused("php", "class A { ⟦$x⟧ = 1; }", "expected")
        try expectRefused("php", "$f = fn($x) ⟦{⟧ return 1; };", "expected")
    }

    @Test func findsStringsThatAreNotClosed() throws {
        try expectRefused(
            "php", "echo ⟦'hello;⟧\necho 'world';\n", "the string is not closed")
        try expectRefused("php", "$a = ⟦\"a {$b[⟧", "the string is not closed")
        try expectRefused("php", "$a = ⟦<<<EOT⟧\nabc\n", "no line 'EOT' closes the string")
        try expectRefused("php", "⟦/*⟧ a\nf();", "the comment is not closed")
    }

    @Test func findsTheBracketThatIsNotClosed() throws {
        try expectRefused(
            "php", "function f() ⟦{⟧\n    g();\n\nfunction h() {\n}\n", "'{' is never closed")
        #expect(
            try read("php", "function f() {\n    g();\n")
                == .accepted(.init(start: "file", isCutOff: true)))
        // A heredoc and a comment may stand left of their block.
        #expect(
            try read("php", "function f() {\n    $a = <<<EOT\na\nEOT;\n// b\n    g($a);\n")
                == .accepted(.init(start: "file", isCutOff: true)))
    }
}
