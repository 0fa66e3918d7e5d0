/// YAML 1.2: https://yaml.org/spec/1.2.2/, read line by line.
struct YAMLGrammar: Grammar {
    func read(_ sink: inout TokenSink) {
        var scanner = YAMLScanner(&sink)
        scanner.run()
        scanner.giveBack(&sink)
    }

    /// The core schema's constants (10.3.2), and those of YAML 1.1 still in use.
    static let constants = WordTable([
        .kc: """
        true True TRUE false False FALSE null Null NULL ~ yes Yes no No on On off Off
        """
    ])
}
