import Testing

@testable import Code

@Suite struct KotlinTests {
    @Test(arguments: [
        "@file:JvmName(\"Foo\")\n\npackage a.b\n\nimport a.b.*\nimport c.D as E\n\nfun main(vararg args: String) {\n    println(\"a\")\n}\n",
        "data class P<out T : Any>(val x: T?, @Inject private var y: Int = 1) : Base(x), I by d where T : Q {\n    constructor(z: Int) : this(null, z)\n    init { println(x) }\n    companion object { const val A = 1 }\n}",
        "val s = \"a $b ${c.map { \"x${it}\" }} \\n\"\nval r = \"\"\"\n    a \"quoted\" ${x} $\n\"\"\".trimIndent()\nval d = $$\"\"\"$a $${b}\"\"\"",
        "when (val x = f()) {\n    1, 2 -> a()\n    in 3..4 -> { b() }\n    !in xs -> c\n    is A if x.b -> d\n    else -> throw E()\n}",
        "val x = if (a) b else c\nval y = try { f() } catch (e: Exception) { null } finally { g() }\nval z = when { a > b -> 1; else -> 2 }",
        "val x: Int\n    get() = field + 1\n    private set\nvar y by lazy { 1 }\nval Int?.z get() = 1",
        "fun <T> List<T>.second(): T = this[1]\ninline fun <reified T> f(crossinline g: suspend T.(Int) -> Unit) = g\nfun interface A { fun a() }",
        "xs.filter { it > 1 }\n    .map { (a, b) -> a to b }\n    ?.forEach label@{ x: Int -> if (x == 0) return@label }",
        "outer@ for ((i, x) in xs.withIndex()) {\n    while (true) break@outer\n    do { i++ } while (i < 3)\n    continue@outer\n}",
        "val a = x as? Foo ?: return\nval b = y!!.z::class.java\nval c = !x && y !is Z || w !in xs\nval d = ::f\nval e = String::length",
        "enum class E(val v: Int) : I {\n    A(1), B(2) { override fun f() = 1 };\n\n    abstract fun f(): Int\n}",
        "sealed interface R<in T>\nobject O : R<Int>\ndata object P\ntypealias M<K> = Map<K, (Int) -> Unit>",
        "val o = object : Listener<Foo<Bar>>(1), I {\n    override fun f() {}\n}\nval g = fun(x: Int): Int { return x }",
        "f(a = 1, *xs, b = { x -> y }, c = a < b, d = Foo<Int>(1))",
        "val n = 0xFFu + 1_000L - 1.5e-3f * .5 / 0b11UL % 'a'.code\nval t = a shl 2 and b",
        "a.b[1] += 2\n(x)(1)\nx = y\n++i\n`a b`()",
        "context(log: Logger) fun f() = log.info(\"x\")\ncontext(A, B)\nval x: Int get() = 1",
        "val f: (Int, x: String) -> (suspend () -> Unit)? = null\nval t: T & Any = x\nval l: List<*>? = y",
        "plugins {\n    kotlin(\"jvm\") version \"2.3.0\"\n    id(\"a\")\n}\n\ndependencies {\n    implementation(project(\":a\"))\n}",
        "fun f(\n    a: Int,\n    b: Int,\n): Int =\n    a\n        .plus(b)\n        ?: 1",
        "val x = (a\n    + b\n    - c)\nval y = a +\n    b &&\n    c",
        "constructor(x: Int) : super(x)\ninit { f() }\nval y = 1",
        "is A -> 1\nelse -> 2",
        "} else {\n    f()\n}",
        ".map { it }\n.toList()",
        "name: String,\nval age: Int = 1",
        "@Composable\nfun A(content: @Composable () -> Unit) = Box(Modifier.padding(8.dp)) { content() }",
    ])
    func readsWhatABlockMayHold(_ code: String) throws {
        try expectAccepted("kotlin", code)
    }

    @Test func readsWhatIsLeftOut() throws {
        try expectAccepted("kotlin", "fun f(...): Int {\n    // ...\n    g(a, ...)\n}", elisions: 3)
        try expectAccepted("kotlin", "class A {\n    ...\n    fun f() { … }\n}", elisions: 2)
        try expectAccepted("kotlin", "when (x) {\n    1 -> ...\n    ...\n}", elisions: 2)
        try expectAccepted("kotlin", "val x = ...\nf(<your key>)", elisions: 2)
    }

    @Test func findsWhatIsWrong() throws {
        try expectRefused("kotlin", "fun f( ⟦{⟧ println(1) }", "expected")
        try expectRefused(
            "kotlin", "⟦vla⟧ x = 1", "expected", edited: "val x = 1")
        try expectRefused("kotlin", "f(a⟦;⟧ b)", "expected ',' or ')'")
        try expectRefused("kotlin", "val x = listOf(1, 2⟦]⟧", "to close '('")
        try expectRefused("kotlin", "println(⟦\"hi)⟧\nf()", "the string is not closed")
        try expectRefused("kotlin", "val c = ⟦'abc'⟧", "one character")
        try expectRefused("kotlin", "val c = \"⟦\\d⟧\"", "no escape of Kotlin")
        try expectRefused("kotlin", "f(a⟦，⟧ b)", "is not ','", edited: "f(a, b)")
        try expectRefused("kotlin", "val a = 1 ⟦val⟧ b = 2", "expected the end of the statement")
        try expectRefused("kotlin", "val x = ⟦1abc⟧", "no such number")
        try expectRefused("kotlin", "fun ⟦1⟧() {}", "expected")
        try expectRefused("kotlin", "for (x ⟦of⟧ xs) {}", "expected")
    }

    @Test func staysLinear() throws {
        let depth = 4_000
        for code in [
            String(repeating: "(", count: depth), String(repeating: "if (a) { ", count: depth),
            String(repeating: "a < ", count: depth), String(repeating: "\"${", count: depth),
            String(repeating: "x.map { ", count: depth),
            String(repeating: "val x: (", count: depth),
        ] {
            guard case .gaveUp = try read("kotlin", code) else { continue }
            Issue.record("gave up: \(code.prefix(10))")
        }
    }
}
