extension CodeLanguage {
    /// Dockerfiles: the Dockerfile reference, with the here-documents and flags of its newest syntax;
    /// the commands of `RUN` and its like are read as those of ``shell``.
    ///
    /// https://docs.docker.com/reference/dockerfile/
    package static let dockerfile = CodeLanguage("dockerfile") { code, isWhole in
        var parser = DockerfileParser(code, isFragment: !isWhole)
        return parser.reading()
    }
}

/// The instructions of a Dockerfile.
enum DockerInstruction: String, CaseIterable {
    case add = "ADD"
    case arg = "ARG"
    case cmd = "CMD"
    case copy = "COPY"
    case entrypoint = "ENTRYPOINT"
    case env = "ENV"
    case expose = "EXPOSE"
    case from = "FROM"
    case healthcheck = "HEALTHCHECK"
    case label = "LABEL"
    case maintainer = "MAINTAINER"
    case onbuild = "ONBUILD"
    case run = "RUN"
    case shell = "SHELL"
    case stopsignal = "STOPSIGNAL"
    case user = "USER"
    case volume = "VOLUME"
    case workdir = "WORKDIR"

    static let names = allCases.map(\.rawValue)

    /// What must follow its name; nil where nothing needs to.
    var subject: String? {
        switch self {
        case .cmd, .entrypoint: nil
        case .from: "an image"
        case .env, .label: "a name and a value"
        case .arg: "a name"
        case .add, .copy: "a source and a destination"
        case .expose: "a port"
        case .healthcheck: "'CMD' or 'NONE'"
        case .maintainer: "a name"
        case .onbuild: "an instruction"
        case .run: "a command"
        case .shell: "a JSON array of strings"
        case .stopsignal: "a signal"
        case .user: "a user"
        case .volume: "a path"
        case .workdir: "a path"
        }
    }

    /// Its flags, without `--`.
    var flags: [String] {
        switch self {
        case .add:
            ["checksum", "chmod", "chown", "exclude", "keep-git-dir", "link", "unpack", "parents"]
        case .copy: ["from", "chmod", "chown", "exclude", "link", "parents"]
        case .from: ["platform"]
        case .run: ["mount", "network", "security", "device"]
        case .healthcheck: ["interval", "timeout", "start-period", "start-interval", "retries"]
        default: []
        }
    }

    /// The flags that may have no value.
    static let switches: Set<String> = ["keep-git-dir", "link", "parents", "unpack"]

    var takesHereDocuments: Bool { self == .run || self == .copy || self == .add }
}
