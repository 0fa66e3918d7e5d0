extension LanguageCheck {
    /// XML: whether it, or the part that is shown, is well-formed. Never reads anything external.
    static let xml = LanguageCheck("xml") { XMLCheck(code: $0.code).examine() }
}

/// The verdict on a block labeled `xml`.
private struct XMLCheck {
    let code: [UInt8]

    func examine() -> Examination {
        var scan = XMLScan(code)
        let finding = scan.run()
        guard let finding else {
            return Examination(
                .accepted(scan.hasTemplate ? .shape : .parse), elisions: scan.elisions)
        }
        if scan.hasTemplate || holdsTemplate {
            return Examination(
                .undecided("a template, not XML as it is"), elisions: scan.elisions)
        }
        if let label = otherLabel {
            var examination = Examination(.undecided("not all of the block is XML"))
            examination.remarks = [.label("not all of the block is XML", write: label)]
            return examination
        }
        return Examination(.rejected([finding], .parse), elisions: scan.elisions)
    }

    /// Whether there are tags of Jinja, Liquid, Handlebars, JSP, ERB or FreeMarker anywhere.
    private var holdsTemplate: Bool {
        var index = 0
        while index + 1 < code.count {
            let next = code[index + 1]
            switch code[index] {
            case UInt8(ascii: "{") where next == UInt8(ascii: "%") || next == UInt8(ascii: "{"):
                return true
            case UInt8(ascii: "<") where "%#@".utf8.contains(next): return true
            default: break
            }
            index += 1
        }
        return false
    }

    private var otherLabel: String? {
        let text = code.drop { XMLTag.isSpace($0) }
        if TranscriptLine.isHTTP(text) { return "http" }
        return TranscriptLine.isPrompt(text) ? "console" : nil
    }
}
