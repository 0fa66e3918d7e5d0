import Testing

@testable import Code

@Suite struct JavaScriptTests {
    @Test(arguments: [
        "const a = 1, { b, c: [d = 2, ...e] } = f\nlet g\nvar h = a / b / c",
        "if (a) b\nelse c\nfor (const x of xs) { f(x) }\nfor (let i = 0, n = 3; i < n; i++);",
        "for (var k in o) if (!(k in p)) break\nfor await (const x of xs) f(x)",
        "async function* f({ a, b = 1 } = {}, ...rest) { yield* g(); await h }",
        "xs.map(async x => await x).filter((x) => ({ x }))?.[0]?.y ?? z",
        "let r = /[/\\]]+/gi.test(s) ? /a/ : b / c / d\nif (x) /re/.exec(y)",
        "const s = `a ${ b + `c ${d}` } e`\ntag`x${1}`",
        "import a, { b as c, default as d } from 'a'\nimport * as e from \"e\"\nimport 'f'",
        "import x from './x.json' with { type: 'json' }\nexport * as y from 'y'",
        "export default class extends A(B) {\n  static #x = 1\n  get y() { return this.#x }\n"
            + "  static { f() }\n  async *z() {}\n  ['a' + 1] = 2\n}",
        "label: while (true) { continue label }\ndo x++; while (x < 3)",
        "try { f() } catch { g() } finally { h() }",
        "switch (a) {\ncase 1: f()\ndefault:\n  g()\n}",
        "a ||= b; c ??= d; e **= 2; f >>>= 1; g = 1_000n + 0xFFn + .5e-3",
        "const f = () => {}, g = function () {}, h = new.target, i = import.meta.url",
        "const el = <div className=\"a\" {...p}>it's {n} <b/> {/* c */}</div>",
        "const el = a < b && <><Menu.Item key={1} /></>",
        "<A />\n<B>text</B>",
        "case 'a':\n  return 1\ncase 'b':\n  return 2",
        "name: 'a', size: 1,\nf() {}, async g() {}",
        "{ \"a\": [1, 2], b }",
        "constructor(a) { this.a = a }\n\nget b() { return 1 }",
        "@dec class A { @x accessor y = 1; }",
        "await using x = f()\nusing = 1",
        "10..toString(2)\n1.5.toFixed()\nlet y = 1.",
        "with (o) {\n\u{3000}a = b;\n\u{2003}c()\n}",
        "const x = a |> f(%) |> g(%, 1);",
        "db.x.insert({ _id: <ObjectId1>, n: 1 })",
        "var async = 1, of = 2, get = async; let as; type = of",
    ])
    func readsWhatABlockMayHold(_ code: String) throws {
        try expectAccepted("javascript", code)
    }

    @Test(arguments: [
        "interface A<T extends B = C> extends D { readonly a?: string; b(): void\n [k: string]: T; new (x: T): A }",
        "type F = (a: number, ...b: string[]) => a is string\ntype G = new () => { [K in keyof T as `x${K}`]-?: T[K] }",
        "type C<T> = T extends [infer U extends string, ...infer R] ? U : never",
        "enum A { B = 1, C }\ndeclare module 'x' { export const y: number }\nnamespace N.M { }",
        "abstract class A<in out T> implements B, C<T> {\n  constructor(private readonly a: X, public b?: Y) { super() }\n  abstract f(): void\n  declare x: T\n  y!: T\n}",
        "function f<const T extends readonly unknown[]>(this: W, x: T): asserts x is T { return x as const }",
        "const a = {} satisfies A, b = c!.d!, e = <any>f, g = h as unknown as I<J<K>>",
        "const f = <T,>(x: T): x is T => x, g = a ? (b) : c => d, m = new Map<string, number[]>()",
        "import type { A } from 'a'\nimport { type B, c } from \"b\"\nexport type { D } from 'd'\nimport e = require('e')\nexport = e",
        "@Component({ a: 1 })\nexport class X { @Input() name: string; @Output() e = new E<string>() }",
        "function f(a: string): void\nfunction f(a: any) { }\nlet x: typeof import('y') | unique symbol | -1",
        "let t: [a: string, b?: number, ...c: T[]] = f<string>(x), u = useState<A | null>(null)",
        "const el = <Foo<T>>bar; const e2 = <div>{x as string}</div>",
        "export async function f(i: Interval) {}",
    ])
    func readsTypeScript(_ code: String) throws {
        try expectAccepted("typescript", code)
        try expectAccepted("tsx", code)
    }

    @Test func readsWhatIsLeftOut() throws {
        try expectAccepted("javascript", "function f(...) { ... }\nf(a, ...)", elisions: 3)
        try expectAccepted("javascript", "const o = {\n  a: 1,\n  // ...\n  b\n}", elisions: 1)
        try expectAccepted("javascript", "const o = {\n  ...\n  b: 2,\n  ...\n}\n…", elisions: 3)
        try expectAccepted("javascript", "import { ... } from 'a'\nx = [1, 2, ..., 9]", elisions: 2)
        try expectAccepted("jsx", "<A ...>{...}</A>", elisions: 1)
        try expectAccepted("typescript", "interface A {\n  a: string\n  ...\n}", elisions: 1)
        try expectAccepted("javascript", "f(a, ...b); [...c]; ({ ...d })")
    }

    @Test func readsCodeThatIsCutOff() throws {
        guard case .accepted(let acceptance) = try read("javascript", "f(function () {\n  g()\n")
        else {
            Issue.record("refused")
            return
        }
        #expect(acceptance.isCutOff)
    }

    @Test func findsWhatIsWrong() throws {
        try expectRefused(
            "javascript", "⟦cosnt⟧ a = 1;", "expected 'const'", edited: "const a = 1;")
        try expectRefused(
            "javascript", "f(function () {\n  g();\n}⟦;⟧", "')' to close '(' of line 1",
            edited: "f(function () {\n  g();\n});")
        try expectRefused("javascript", "var s = ⟦'abc;⟧\nf()", "the string is not closed")
        try expectRefused("javascript", "f(1⟦，⟧ 2)", "is not ','", edited: "f(1, 2)")
        try expectRefused("javascript", "const ⟦=⟧ 1", "a name")
        try expectRefused("javascript", "f(a ⟦b⟧)", "','", edited: "f(a, b)")
        try expectRefused("javascript", "x = { a: 1⟦;⟧ }", "'}'")
        try expectRefused("javascript", "s = ⟦`⟧abc", "the template is not closed")
        try expectRefused("javascript", "x = ⟦/abc⟧\n", "the regular expression is not closed")
        try expectRefused("javascript", "x = ⟦3px⟧", "no such number")
        try expectRefused("javascript", "const x⟦;⟧", "expected")
        try expectRefused(
            "jsx", "x = <a><b>c⟦</a>⟧", "'</b>' expected", edited: "x = <a><b>c</b>")
    }

    @Test func findsWhatIsWrongInTypeScript() throws {
        try expectRefused(
            "typescript", "interface A {\n  a: string,\n  b ⟦number⟧\n}",
            "the end of the statement")
        try expectRefused("typescript", "let x: ⟦=⟧ 1", "a type")
        try expectRefused(
            "javascript", "export async function f(i⟦:⟧ Interval) {}", "',' or ')'")
    }
}
