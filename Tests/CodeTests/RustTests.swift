import Testing

@testable import Code

@Suite struct RustTests {
    @Test(arguments: [
        "use std::{fmt, io::{self, Read as _}};\n\nfn main() {\n    println!(\"hi\");\n}\n",
        "fn f<'a, T: Fn(&'a str) -> u8 + 'a, const N: usize>(x: &'a [T; N]) -> Vec<Vec<T>>\nwhere\n    T: Clone,\n{\n    Vec::<Vec<T>>::new()\n}",
        "let x: Vec<Vec<u8>>= v.iter().collect::<Result<Vec<_>, _>>()?;",
        "if let Some(x) = a && let Ok(y) = b && x < y {\n    f()\n} else if x == (S { a: 1 }) {\n}",
        "let Some(x) = f() else { return };",
        "match x {\n    1..=5 | -3 => {}\n    n @ 6.. if n > 7 => f(n),\n    Foo { a, b: (1, ..), .. } => loop {}\n    _ => unreachable!(),\n}",
        "let c = 'a'; let l: &'static str = r#\"a \"b\" c\"#; let b = b'\\xFF'; let z = c\"z\";",
        "/* a /* b */ c */ let r#type = 0xFFu8 as u32 + 1_000 + 1e3 as u32;",
        "'outer: for (i, _) in v.iter().enumerate() {\n    break 'outer;\n}",
        "let v = 'a: { if x { break 'a 1; } 2 };",
        "unsafe extern \"C\" {\n    safe fn f();\n    pub static X: u8;\n}\nlet g = async || 1;",
        "macro_rules! m {\n    ($($x:expr),* $(,)?) => { $( f($x); )* };\n    () => {};\n}",
        "html! { <p class=\"a\">{ x }</p> }",
        "impl<T> Trait for Box<dyn Fn(T) -> u8 + Send> {\n    type A<'a> = &'a T where Self: 'a;\n    const B: u8 = 1;\n    async fn f(&mut self) {}\n}",
        "#[derive(Debug)]\npub(crate) struct P<T = u8>(pub T, #[serde(skip)] u8);",
        "let f = move |&(a, b): &(u8, u8)| -> u8 { a + b };",
        "for i in 0..n {\n    t.0.1 += 1 << 2 >> 1;\n}",
        "let y = match x { A => 1, B => 2 }.max(3) as usize;\nmatch x {}\n*p = 1;",
        "name: String,\nage: Option<u8>,",
        "Some(x) => x,\nNone => 0,",
        "let panic::Wrapper(x) = vec::new(panic!());",
        "x, y.z(), 3",
        ".map(|x| x + 1)\n.collect::<Vec<_>>()",
        "super let x = &pin mut y;\nlet c = use || a.use;\nx.match { (A if b) | _ => 1 };",
        "Box<dyn Fn(&str) -> Result<(), E> + 'static>",
        "pub trait T {\n    fn f(u8) -> u8;\n}",
        "try!(f());\nlet async = 1;",
        "fn f() -> impl Iterator<Item = u8> + use<'_> { gen { yield 1; } }",
        "#![allow(unused)]\n#[cfg(test)]\nmod tests;",
    ])
    func readsWhatABlockMayHold(_ code: String) throws {
        try expectAccepted("rust", code)
    }

    @Test func readsWhatIsLeftOut() throws {
        try expectAccepted("rust", "fn f(...) -> u8 {\n    // ...\n    g(…)\n}", elisions: 3)
        try expectAccepted("rust", "struct A {\n    ...\n    b: u8,\n    // ...\n}", elisions: 2)
        try expectAccepted("rust", "fn f() {\n    […]\n    let x = ...\n    g();\n}", elisions: 2)
        try expectAccepted("rust", "match x {\n    Some(…) => ...,\n    ...\n}", elisions: 3)
        try expectAccepted("rust", "struct A { .. }")
    }

    @Test func findsWhatIsWrong() throws {
        try expectRefused(
            "rust", "fn main() {\n    ⟦lte⟧ x = 1;\n}", "expected 'let'",
            edited: "fn main() {\n    let x = 1;\n}")
        try expectRefused(
            "rust", "match x {\n    Some(v) => v\n    ⟦None⟧ => 0,\n}", "found 'None'",
            edited: "match x {\n    Some(v) => v,\n    None => 0,\n}")
        try expectRefused(
            "rust", "let a = f()⟦⟧\n\nlet b = 1;", "expected the end of the statement",
            edited: "let a = f();\n\nlet b = 1;")
        try expectRefused("rust", "println!(\"{}\" ⟦x⟧);", "expected ',' or ')'")
        try expectRefused("rust", "let v = Vec<u8>⟦::⟧new();", "expected")
        try expectRefused("rust", "if x == S { a⟦:⟧ 1 } {}", "expected")
        try expectRefused("rust", "if a < b < ⟦c⟧ {}", "expected")
        try expectRefused("rust", "let x = y as usize < 3⟦;⟧", "expected")
        try expectRefused("rust", "let x = 1⟦；⟧", "is not ';'", edited: "let x = 1;")
    }

    @Test func findsFaultsOfLiterals() throws {
        try expectRefused(
            "rust", "let c = ⟦'ab'⟧;", "a string is quoted with '\"'", edited: "let c = \"ab\";")
        try expectRefused(
            "rust", "f(⟦\"abc);⟧\n    println!(\"hello\");", "the string is not closed")
        try expectRefused("rust", "let s = \"a⟦\\qb\"⟧;", "Rust has no such escape")
        try expectRefused("rust", "let s = b\"a⟦é\"⟧;", "ASCII")
        try expectRefused("rust", "let n = ⟦0b12⟧;", "no such digit")
        try expectRefused("rust", "let n = ⟦10px⟧;", "expected an expression")
        try expectRefused("rust", "⟦/*⟧ a /* b */\nfn f() {}", "the comment is not closed")
    }

    @Test func findsTheBracketThatIsNotClosed() throws {
        try expectRefused("rust", "fn f() ⟦{⟧\n    x();\n\nfn g() {\n}\n", "'{' is never closed")
        #expect(
            try read("rust", "fn f() {\n    x();\n")
                == .accepted(.init(start: "file", isCutOff: true)))
    }
}
