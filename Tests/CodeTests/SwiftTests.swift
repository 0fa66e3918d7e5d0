import Testing

@testable import Code

@Suite struct SwiftTests {
    @Test(arguments: [
        "import Foundation\nimport struct Foo.Bar\n@testable import Baz\n\nlet x = 1, y: Int = 2; print(x)\n",
        "struct Box<T: Equatable & ~Copyable, let N: Int>: ~Copyable where T: Sendable {\n    private(set) var x: [T?] = []\n    @Wrapped(key: \"a\") static var y: Int { get async throws { 1 } }\n    var z = 1 { didSet { print(oldValue) } }\n    subscript(i: Int) -> T { get { a[i] } set(v) { a[i] = v } }\n    init?(_ x: consuming T) throws(E) { self.x = x }\n    deinit { free() }\n}",
        "let s = \"a \\(b + \"c \\(d)\") e\", r = #\"\\d \\#(x)\"#\nlet t = \"\"\"\n    a \"quoted\" \\(f(\"x\"))\n    b \\\n    c\n    \"\"\"",
        "let v = if x > 1 { \"a\" } else if let y { y } else { \"b\" }\nlet w = switch x { case 1...5: 1; case let n where n < 0: n; default: 3 }",
        "if let x = xs.first(where: { $0 > 1 }), case .some(let y?) = z, #available(iOS 18, *) {\n    f()\n}\nguard let self, var n = Int(s) else { return nil }",
        "UIView.animate(withDuration: 0.3) {\n    view.alpha = 0\n} completion: { _ in\n    done()\n}\nif xs.contains { $0 == 1 }, ok {}",
        "let p = \\Person.friends[0].name, q = \\.self, r: KeyPath = \\[Int].count\nxs.map(\\.name).sorted(by: >).reduce(0, +)",
        "prefix operator √\ninfix operator **: Power\nprecedencegroup Power { associativity: right higherThan: A }\nprefix func √(x: Double) -> Double { x }\nfunc ==<T>(a: T, b: T) -> Bool { true }",
        "let r = /(\\d+)-(?<name>[a-z]+)/\nlet e = #/a\\/b/#\nlet q = a / b / c\nxs.reduce(1, /)",
        "#if os(Linux) && swift(>=6.0)\nimport Glibc\n#elseif canImport(Darwin)\nimport Darwin\n#else\n#error(\"no\")\n#endif",
        "#if swift(>=3.0)\nf()\n#else\nGO BACK TO THE OLD ONE\n#endif\nlet x = 1",
        "view\n    .padding()\n    #if os(iOS)\n    .font(.body)\n    #else\n    .bold()\n    #endif\n    .frame(width: 1)",
        "actor A {\n    nonisolated let id: Int\n    distributed func f() async throws -> some P<Int> { try await g() }\n}\nTask { @MainActor [weak self, x = y] in await self?.h() }",
        "@attached(member, names: named(init)) macro M(_ x: String) = #externalMacro(module: \"A\", type: \"B\")\n#expect(throws: E.self) { try f() }\nlet u = #URL(\"x\")",
        "func each<each T: P>(_ t: repeat each T) -> (repeat each T) where repeat (each T): Q {\n    (repeat (each t).f())\n}",
        "enum E: String, CaseIterable {\n    case a = \"x\", b\n    indirect case c(Int, label: E = .a)\n    func f() { switch self { case .a, .b: break; @unknown default: fatalError() } }\n}",
        "do throws(E) {\n    try f()\n} catch let e as URLError where e.code == .x {\n} catch .a, is B {\n} catch { throw error }",
        "for case let (i, x?) in xs.enumerated() where i > 0 { continue outer }\nfor try await x in s { break }\nouter: while true { repeat { n -= 1 } while n > 0 }",
        "let f: @Sendable (inout Int, (Int) throws -> Void, String...) async -> [String: Int?] = g\nlet t = x as? [any P]! ?? [Int: [Foo<Bar<Int?>>]]()",
        "x = a ? b : c\nlet n = -1 - -x + ~y &+ 0xFF_FF + 1_000.5e-3 + t.0.1\n(a, b) = (b, a)\n_ = x!.y?[0]![1]",
        "case .a(let x):\n    f(x)\ncase .b:\n    return\ndefault: break",
        "case north, south\ncase east\nvar x: Int { 1 }",
        "name: \"App\",\ndependencies: [.package(url: \"x\", from: \"1.0.0\")]",
        "var `class` = 1; let `a b c` = 2; let 🐶 = \"dog\"; let π = 3.14",
        "let a: InlineArray<4, Int> = [1, 2, 3, 4]\nvar b: [4 of Int]\nlet c = Foo::bar(1)",
        "for var i = 0; i < 10; i++ {\n    print(i)\n}\nfunc f(inout x: Int) {}",
        "} else {\n    f()\n}",
        "func f()\nfunc g() -> Int\nvar x: Int { get set }",
    ])
    func readsWhatABlockMayHold(_ code: String) throws {
        try expectAccepted("swift", code)
    }

    @Test func readsWhatIsLeftOut() throws {
        try expectAccepted(
            "swift", "func f(...) -> Int {\n    // ...\n    g(a, ...)\n}", elisions: 3)
        try expectAccepted("swift", "struct A {\n    ...\n    var b: Int { … }\n}", elisions: 2)
        try expectAccepted("swift", "let x = ...\nswitch y {\ncase .a: ...\n...\n}", elisions: 3)
        try expectAccepted("swift", "connect(host: <collector host>, to: <#T##Int#>)", elisions: 2)
        try expectAccepted(
            "swift", "let all = xs[...]\nlet r = 1 ... 5\nlet s = xs[2...]", elisions: 1)
    }

    @Test func findsWhatIsWrong() throws {
        try expectRefused(
            "swift", "⟦fucn⟧ greet() {\n    print(1)\n}", "expected 'func'",
            edited: "func greet() {\n    print(1)\n}")
        try expectRefused("swift", "f(a ⟦b⟧)", "expected ',' or ')'", edited: "f(a, b)")
        try expectRefused("swift", "let x = [1, 2⟦)⟧", "to close '['")
        try expectRefused("swift", "print(⟦“⟧hi”)", "is not '\"'")
        try expectRefused("swift", "print(⟦\"hi)⟧\nf()", "the string is not closed")
        try expectRefused("swift", "let a ⟦=⟧1", "blank on one side", edited: "let a = 1")
        try expectRefused("swift", "let a = 1 ⟦let⟧ b = 2", "expected the end of the statement")
        try expectRefused("swift", "let a = \"⟦\\d⟧\"", "no escape of Swift")
        try expectRefused(
            "swift", "let a = \"\"\"⟦text⟧\n\"\"\"", "begins on the line after its quotes")
        try expectRefused("swift", "if x ⟦f⟧()", "found 'f'")
        try expectRefused("swift", "let ⟦1⟧ = x", "expected a name")
        try expectRefused("swift", "a ⟦-⟧b", "expected the end of the statement")
    }

    @Test func staysLinear() throws {
        let depth = 4_000
        for code in [
            String(repeating: "(", count: depth), String(repeating: "if a { ", count: depth),
            String(repeating: "a < ", count: depth), String(repeating: "\"\\(", count: depth),
            String(repeating: "x.map { ", count: depth), String(repeating: "[a: ", count: depth),
        ] {
            guard case .gaveUp = try read("swift", code) else { continue }
            Issue.record("gave up: \(code.prefix(10))")
        }
    }
}
