import Testing

@testable import Code

@Suite struct RubyTests {
    @Test(arguments: [
        "", "# nothing\n", "puts 'a' if b unless c", "def a\n  b\nend",
        "x = if a then b else c end",
        "class A < B::C\n  def self.d(e, f = {}, *g, h: 1, &i) = e\n  class << self; end\nend",
        "def a() = puts \"x\"\ndef ==(o) = o\ndef b=(v); @b = v; end\ndef `(c) end\ndef self.if; end",
        "while a do\n  b\nend\nuntil c; d; end\nfor i, j in 1..3 do p i end\nloop do break if x end",
        "begin\n  a\nrescue B, C => e\n  d\nelse\n  e\nensure\n  f\nend while g",
        "case a\nwhen 1, /x/ then b\nelse c\nend\ncase [a, b]\nin [Integer => x, *] if x > 1 then y\n"
            + "in {name:, age: 1..} unless z\n  1\nend",
        "a.each do |x, (y, z), k: 1| p x end.map { |a; b| a }.b { _1 }",
        "->(x) do x end\n-> { it }",
        "puts <<~A, <<-'B', <<C\n  #{x ? \"}\" : '\"'} it's\n  A\n  #{ \"\n  B\n(\nC\nputs 1",
        "a = <<~X.strip if b\n  do end (\n\nX\nc",
        "p %w[a b], %q(a(b)c), %(x#{\"y\"}), %i{a}, %r{a/b}i",
        "a / b / c; x = 4; x /2; y.gsub /a\\/'/, 'b'; [/x/, /y/]", "x = 5\nx %3\ny %w(a)\nz % 2",
        "?a + ?\\n + ?\\C-a; a ? b : c; a.nil? ? 1 : 2; x ? [1] : {}",
        ":a?; :b=; :[]=; :\"c d\"; :+; a ? 1 : :b",
        "{ a: 1, if: 2, \"b c\": 3, :d => 4, e:, **f }",
        "\"a #{b { |c| \"#{c}\" }} #d\" 'e\\'' \"\\\"\"",
        "x.class.end.if; self.class::A; a&.do; B::if",
        "alias if unless\nundef end, do\nalias $a $b",
        "a = b if c rescue d\nreturn unless x and not y\nfoo(*a, **b, &c)",
        "private def a; end\nend_of = 1",
        "=begin\nend ( '\n=end\nputs 1\n__END__\nend ) \"", "a <<b\n  .c\n  .d { }\n",
        "p $', $`, $\", $/, @a, @@b",
        "a ||\n  b\nfoo a,\n  b do\n  c\nend", "def a(...) = b(...)\nBEGIN { }\n1_0.5e-3.to_r",
        "😀 = 1\né = 😀",
        "if a then if b then c end end",
        "x = [\n  (a if b),\n  c\n]\nwhile (d.any? do |e| e end)\nend",
        "puts(<<~A)\n  x\nA\nif y\nend", "f <<-A\n\n#{x}\nA\nif y\n  z\nend", "a.b /c\nd",
        "width /2\n",
    ])
    func readsShapes(_ code: String) throws {
        try expectAccepted("ruby", code)
        let reading = try #require(CodeRegistry.language("ruby")).read(
            wholeFile: Array(code.utf8))
        guard case .accepted(let acceptance) = reading else {
            Issue.record("\(reading)\n\(code)")
            return
        }
        #expect(acceptance.isShape)
    }

    @Test(arguments: [
        ("def a\n  ...\nend", 1), ("a { ... }", 1), ("# ...\nb", 1), ("[1, ...]", 1),
        ("def a\n  …\nend", 1),
        ("class A\n  ... and it's more\nend", 1), ("foo(a, ...)", 1),
    ])
    func readsWhatArticlesWrite(_ code: String, _ elisions: Int) throws {
        try expectAccepted("ruby", code, elisions: elisions)
    }

    @Test(arguments: ["class A\n  def b\n    c\n  end\n", "a.each do |b|\n  c", "foo(a,\n  b"])
    func readsWhatIsCutOff(_ code: String) throws {
        #expect(try read("ruby", code) == .accepted(.init(start: "shape", isCutOff: true)))
    }

    @Test func findsWhatIsNeverClosed() throws {
        try expectRefused(
            "ruby", "def a\n  ⟦if⟧ b\n    c\nend\nd\n", "'if' is never closed by 'end'")
        try expectRefused("ruby", "⟦def⟧ a\n  b\n\ndef c\n  d\nend\n", "'def' is never closed")
        try expectRefused(
            "ruby", "def a\n  if b\n    x = 1\n  ⟦edn⟧\nend", "expected 'end', found 'edn'",
            edited: "def a\n  if b\n    x = 1\n  end\nend")
        try expectRefused("ruby", "⟦if⟧ a\n  b(\n    c\n  )\nd\n", "'if' is never closed")
        try expectRefused("ruby", "def a\n  foo⟦(⟧b,\n    c\nend", "'(' is never closed")
    }

    @Test func findsClosersOfNothing() throws {
        try expectRefused("ruby", "def a\n  b\nend\n⟦end⟧\n", "'end' closes nothing")
        try expectRefused(
            "ruby", "⟦dfe⟧ a\n  b\nend\n", "expected 'def'", edited: "def a\n  b\nend\n")
        try expectRefused(
            "ruby", "a.each ⟦|b|⟧\n  b\nend\n", "expected 'do'", edited: "a.each do |b|\n  b\nend\n"
        )
        try expectRefused(
            "ruby", "a.each(1)⟦⟧\n  b\nend\n", "expected 'do'", edited: "a.each(1) do\n  b\nend\n")
        try expectRefused("ruby", "a⟦)⟧", "closes nothing", edited: "a")
        try expectRefused(
            "ruby", "x(1)\n  y\n⟦end⟧\nz(1)\n  y\nend\n", "'end' closes nothing")
        try expectRefused("ruby", "⟦else⟧\n  b\n", "'else' has no 'if'")
        try expectRefused("ruby", "def a\n  ⟦when⟧ 1\nend", "'when' has no 'case'")
    }

    @Test func findsWordsThatAreNearlyRight() throws {
        try expectRefused("ruby", "a do\n  # b\n⟦ned⟧\nend", "expected 'end'")
        try expectRefused(
            "ruby", "if a\n  b\n⟦elseif⟧ c\n  d\nend", "expected 'elsif'",
            edited: "if a\n  b\nelsif c\n  d\nend")
        try expectRefused(
            "ruby", "if a\n  b\n⟦esle⟧\n  d\nend", "expected 'else'",
            edited: "if a\n  b\nelse\n  d\nend")
    }

    @Test func findsFaultsOfBracketsAndQuotes() throws {
        try expectRefused("ruby", "a⟦(⟧\"b\" do |c|\n  d\nend\ne\n", "'(' is never closed")
        try expectRefused("ruby", "a :b⟦，⟧ c", "is not ','", edited: "a :b, c")
        try expectRefused(
            "ruby", "def a\n  b = [c⟦(⟧1]\nend", "'(' is never closed",
            edited: "def a\n  b = [c(1)]\nend")
        try expectRefused(
            "ruby", "puts ⟦\"⟧a\nputs \"b\"\n", "the double quote is never closed",
            edited: "puts \"a\"\nputs \"b\"\n")
        try expectRefused(
            "ruby", "def a\n  foo(1, ⟦'⟧x)\nend\n", "the single quote is never closed",
            edited: "def a\n  foo(1, 'x')\nend\n")
        try expectRefused("ruby", "a⟦（⟧b)", "is not '('", edited: "a(b)")
        try expectRefused("ruby", "puts ⟦“⟧a\"", "is not '\"'", edited: "puts \"a\"")
        try expectRefused("ruby", "a ⟦<<~A⟧\n  b\n", "no line is just 'A'")
        try expectRefused(
            "ruby", "a <<A\n  b\n⟦  A⟧\nc\n", "no blanks around 'A'", edited: "a <<A\n  b\nA\nc\n")
    }
}
