/// Files that are not meant to be published, by their names: backups, leftovers of editors and
/// systems, settings of tools, keys and passwords.
enum UnwantedFiles {
    /// Whether a file or a folder with this name is one of them.
    ///
    /// Case is ignored, as on the disks of Windows and macOS.
    static func contains(_ name: String) -> Bool {
        let name = name.lowercased()
        if names.contains(name) || keys.contains(name) { return true }
        if name.hasSuffix("~") || name.hasPrefix(".#") || name.hasPrefix("._") { return true }
        if name.utf8.count > 1, name.hasPrefix("#"), name.hasSuffix("#") { return true }
        if name.hasPrefix(".~lock."), name.hasSuffix("#") { return true }
        if name.hasPrefix(".env") || name.hasPrefix(".git") { return true }
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
        let stem = String(name[..<dot])
        // `id_rsa.old` is a key, `id_rsa.pub` is public.
        if keys.contains(stem), !stem.isEmpty, name[dot...] != ".pub" { return true }
        return endings.contains(String(name[dot...]))
    }

    /// Names at the top of a site whose content folder is the site itself: galley's own, and files
    /// for building and testing a site; in lower case.
    static let ofSite: Set<String> = [
        "ci", "scripts", "theme", "galley.lock", "galley.baseline.json", "package.json",
        "package-lock.json", "yarn.lock",
        "pnpm-lock.yaml", "gemfile", "gemfile.lock", "makefile", "gnumakefile", "rakefile",
        "dockerfile", "docker-compose.yml", "docker-compose.yaml", "compose.yml", "compose.yaml",
        "go.mod",
        "go.sum", "cargo.toml", "cargo.lock", "composer.json", "composer.lock", "requirements.txt",
        "tsconfig.json", "netlify.toml", "vercel.json", "wrangler.toml", "hugo.toml", "hugo.yaml",
    ]

    private static let names: Set<String> = [
        ".ds_store", ".appledouble", ".spotlight-v100", ".trashes", "thumbs.db", "ehthumbs.db",
        "desktop.ini",
        "node_modules", ".hg", ".svn", ".idea", ".vscode",
    ]
    private static let keys: Set<String> = [
        "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", "id_ecdsa_sk", "id_ed25519_sk", ".ssh",
        ".netrc",
        ".npmrc", ".htpasswd", ".aws", ".bash_history", ".zsh_history", "_netrc", ".pypirc",
        ".pgpass",
        ".my.cnf", ".docker", ".dockercfg", ".gnupg", "secring.gpg", ".kube", ".vault_pass",
        ".s3cfg",
        ".terraform",
    ]
    private static let endings: Set<String> = [
        ".bak", ".orig", ".rej", ".swp", ".swo", ".swn", ".save", ".pem", ".p12", ".pfx", ".ppk",
        ".key",
        ".env", ".jks", ".keystore", ".kdbx", ".tfstate",
    ]
}
