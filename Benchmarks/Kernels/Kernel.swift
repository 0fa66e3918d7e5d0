/// One part of a build that is measured alone.
struct Kernel {
    let name: String
    /// What one run goes over.
    let bytes: Int
    /// Does it once.
    let run: () -> Void
}
