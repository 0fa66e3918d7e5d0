import ArgumentParser
import Content
import Output
import Publishing

/// Turns what stopped a command into a message and an exit code.
enum Outcome {
    /// Runs `body`; reports an error of the system (disk, network, permission) and exits with 2.
    static func exit(_ terminal: Terminal, _ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let error as CannotRun {
            terminal.say("error: \(error)")
            throw ExitStatus.couldNotRun
        } catch let error as SiteFolderError {
            terminal.say("error: \(error)")
            throw ExitStatus.couldNotRun
        } catch let error as OutputError {
            terminal.say("error: \(error)")
            throw ExitStatus.couldNotRun
        } catch let error as PublishError {
            terminal.say("error: \(error)")
            throw ExitStatus.couldNotRun
        }
    }
}
