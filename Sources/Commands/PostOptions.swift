import ArgumentParser

/// Which posts count: for every command that goes through a whole site.
struct PostOptions: ParsableArguments {
    @Flag(help: "Take drafts too.")
    var drafts = false

    @Flag(help: "Take posts of the future too.")
    var future = false

    @Option(help: "The time that decides which posts are future or expired (default: the clock).")
    var now: String?

    /// A request with these and nothing else.
    var request: BuildRequest {
        var request = BuildRequest()
        request.drafts = drafts
        request.future = future
        request.now = now
        return request
    }
}
