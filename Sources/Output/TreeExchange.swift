/// The last step of a build: swaps the names of the staged tree and the old output in one call.
///
/// If the system cannot swap two folders (file systems such as NFS and FUSE, kernels before 3.15),
/// the old tree is set aside first; a kill in between leaves no output for the moment, and the next
/// `BuildLock` moves the old one back.
struct TreeExchange: Sendable {
    let names: StageNames
    let stage: DiskPath
    let output: DiskPath
    /// The entry under the output's name when it was checked; nil: nothing.
    let old: FileStatus?

    /// A step at which a test can stop a build, as a kill would; true stops it there.
    enum Step: Hashable, CaseIterable, Sendable {
        case written
        case carriedOver
        case setAside
        case exchanged
    }
    typealias Interruption = @Sendable (Step) -> Bool

    /// The entry under the output's name must be the folder from the start of the build: it is
    /// about to be removed, and no other one was checked.
    ///
    /// Returns the name of the old tree next to the new one, nil without an old one. A failure
    /// leaves both where they were.
    func perform(
        in parent: borrowing OpenFolder, canExchange: Bool, interruption: Interruption
    ) throws(Errno) -> DiskPath? {
        guard let status = try parent.status(output) else {
            try parent.rename(stage, to: output)
            return nil
        }
        guard status.kind == .folder else { throw .notAFolder }
        guard status.isSameFile(as: old) else { throw .replaced }
        do throws(Errno) {
            guard canExchange else { throw .unsupported }
            try parent.exchange(stage, with: output)
            guard try parent.status(stage)?.isSameFile(as: old) == true else {
                try parent.exchange(stage, with: output)
                throw .replaced
            }
            return stage
        } catch  where error.meansUnsupported {
            let aside = names.aside(for: stage)
            try parent.rename(output, to: aside)
            if interruption(.setAside) { throw .interrupted }
            do throws(Errno) {
                try parent.rename(stage, to: output)
            } catch {
                try? parent.rename(aside, to: output)
                throw error
            }
            return aside
        }
    }
}
