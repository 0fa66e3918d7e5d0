import Addresses
import Diagnostics

extension HTMLBody {
    /// The tags of other generators that a reader of the page would see, except between `{% raw %}`
    /// and `{% endraw %}`, and in code, scripts and comments. O(bytes).
    func templateTags(in file: SourcePath) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var isRaw = false
        var reached = start
        for part in verbatim + [bytes.count..<bytes.count] where part.lowerBound >= reached {
            let text = reached..<part.lowerBound
            reached = part.upperBound
            var closings = ClosingMarks(before: text.upperBound)
            var i = text.lowerBound
            while let brace = bytes[i..<text.upperBound].firstIndex(of: .openBrace) {
                i = brace + 1
                guard let tag = TemplateSyntax(at: brace, in: bytes, text, &closings),
                    tag.form != .attributes
                else { continue }
                i = tag.range.upperBound
                let marksRaw = tag.form == .tag && (tag.name == "raw" || tag.name == "verbatim")
                if marksRaw { isRaw = !tag.isEnd }
                if isRaw, !marksRaw { continue }
                tags.append(
                    TemplateTag(
                        name: tag.title, isEnd: tag.isEnd,
                        place: Place(file: file, range: tag.range)))
            }
        }
        return tags
    }
}
