/// Names of settings and variables whose values are secret.
enum SecretName {
    /// Words that mark a secret anywhere.
    private static let secretWords: Set<String> = [
        "PASSWORD", "PASSWD", "PWD", "PASS", "PASSPHRASE", "SECRET", "SECRETS", "TOKEN", "APIKEY",
        "AUTHTOKEN", "CREDENTIAL", "CREDENTIALS", "AUTH", "PRIVATEKEY", "SECRETKEY", "ACCESSKEY",
    ]

    /// Words that make a key secret.
    private static let keyWords: Set<String> = [
        "API", "SECRET", "PRIVATE", "ACCESS", "AUTH", "ENCRYPTION", "SIGNING", "MASTER", "ACCOUNT",
        "STORAGE", "APP", "CLIENT", "SERVICE",
    ]

    /// Whether the last words of a name mark a secret value: `DB_PASSWORD`, `api.key`,
    /// `:_authToken`, `clientSecret`; not `PUBLIC_KEY`, `KEY_ID`.
    ///
    /// - Parameter isLoose: whether any key is secret, `SESSION_KEY`. In JSON and YAML most keys
    ///   belong to tables and caches.
    static func isSecret(_ name: String, isLoose: Bool) -> Bool {
        let words = words(of: name)
        guard let last = words.last else { return false }
        if secretWords.contains(last) { return true }
        guard last == "KEY", words.count > 1 else { return false }
        let kind = words[words.count - 2]
        return isLoose ? kind != "PUBLIC" : keyWords.contains(kind)
    }

    /// Whether any word of a variable's name suggests a secret value: `AWS_SECRET_ACCESS_KEY`,
    /// `TOKEN_OF_BOT`, `KEY_FILE`.
    static func maySaySecret(_ name: String) -> Bool {
        words(of: name).contains { $0 == "KEY" || secretWords.contains($0) }
    }

    /// `["CLIENT", "SECRET"]` for `clientSecret`, `client_secret2` and `CLIENT-SECRET`.
    private static func words(of name: String) -> [String] {
        var words: [String] = [""]
        var isAfterSmall = false
        for scalar in name.unicodeScalars {
            let isLetter = scalar.properties.isAlphabetic
            let isCapital = scalar.properties.isUppercase
            if !isLetter || isCapital && isAfterSmall { words.append("") }
            if isLetter { words[words.count - 1] += scalar.properties.uppercaseMapping }
            isAfterSmall = isLetter && !isCapital
        }
        return words.filter { !$0.isEmpty }
    }
}
