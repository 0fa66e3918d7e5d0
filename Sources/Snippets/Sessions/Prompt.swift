/// A prompt at the start of a line of a transcript: `$ `, `(gdb) `, `postgres=# `.
struct Prompt: Sendable, Hashable {
    /// Who prompts, and so what is typed behind it.
    enum Program: String, Sendable, Hashable {
        /// bash and its like.
        case shell
        case fish, powershell
        /// The command line of Windows.
        case batch
        case gdb, lldb, dlv
        case sql, redis, python, ruby, node
        /// Another program with a prompt of its own, or one that can't be told.
        case other
    }

    /// How sure it is that it is one.
    enum Certainty: Sendable, Hashable {
        /// Nothing else looks like that.
        case sure
        /// `# `, which begins a comment as well.
        case hash
        /// `> `, which quotes, asks for the rest of a command and prompts in Node.js.
        case angle
        /// `% `, and `word> ` of an unknown word: the other lines decide.
        case likely
        /// It asks for the rest of a command, `    -> ` or `... `, and is nothing on its own.
        case continuation
    }

    let program: Program
    let certainty: Certainty
    /// Where what was typed begins.
    let end: Int
}
