/// A prompt at the start of a line of a transcript: `$ `, `(gdb) `, `postgres=# `.
struct Prompt: Sendable, Hashable {
    /// The program that prompts, and so reads the text after it.
    enum Program: String, Sendable, Hashable {
        /// bash and similar shells.
        case shell
        case fish, powershell
        /// The command line of Windows.
        case batch
        case gdb, lldb, dlv
        case sql, redis, python, ruby, node
        /// Another program with a prompt of its own, or an unknown one.
        case other
    }

    /// How certain it is that this is a prompt.
    enum Certainty: Sendable, Hashable {
        /// Nothing else looks like it.
        case sure
        /// `# `, which also begins a comment.
        case hash
        /// `> `, which quotes, asks for the rest of a command and prompts in Node.js.
        case angle
        /// `% `, and `word> ` with an unknown word: the other lines decide.
        case likely
        /// It asks for the rest of a command, `    -> ` or `... `, and is nothing on its own.
        case continuation
    }

    let program: Program
    let certainty: Certainty
    /// Where the typed text begins.
    let end: Int
}
