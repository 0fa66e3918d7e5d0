import Addresses
import CLinux
import Synchronization

extension OutputFolder {
    /// One file of an output folder.
    package struct File: Sendable, Hashable {
        package let path: OutputPath
        /// In bytes.
        package let size: Int64
    }

    /// Files that builds keep although the site may not have them: those that its plan does not
    /// write are not published.
    package static let carriedForHosts: Set = [OutputPath(".nojekyll"), OutputPath("CNAME")]

    /// Every file below the folder, by path, without galley's mark and Git's own files at the top,
    /// which do not belong to the site. Throws for anything that is neither file nor folder: a
    /// build writes no links.
    package func files() throws(OutputError) -> [File] {
        let found = Mutex<[File]>([])
        do throws(Errno) {
            try OpenFolder(path).walk { (folder, open, names) throws(Errno) in
                var files: [File] = []
                for name in names {
                    let path = folder.appending(name).description
                    guard let status = try open.status(name) else { continue }
                    guard status.kind == .file else { throw .invalid }
                    files.append(File(path: OutputPath(path), size: status.size))
                }
                if !files.isEmpty { found.withLock { $0 += files } }
            }
        } catch {
            throw OutputError(
                .read, path, error,
                hint: error == .invalid ? "it holds something that is neither file nor folder" : nil
            )
        }
        return found.withLock { $0 }.filter { !OutputFiles.unlisted.contains($0.path.string) }
            .sorted { $0.path < $1.path }
    }

    /// Flushes the file system of the folder around this one to the disk.
    package func flushFolder() {
        guard let folder = try? OpenFolder(parent) else { return }
        clinux_flush(folder.descriptor.number)
    }
}
