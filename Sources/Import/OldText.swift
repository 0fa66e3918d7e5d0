import Addresses
import Content
import Text

/// A text of the old site with its front matter.
struct OldText: Sendable {
    let source: SourcePath
    /// Below the content folder, or the folder of posts.
    let relative: String
    /// Empty if it cannot be read.
    let head: FrontMatter
    /// The date of the front matter, or of the file's name.
    let date: Moment?

    /// The folders of ``relative``.
    var folders: [String] { relative.split(separator: "/").dropLast().map(String.init) }

    /// The file's name without its extension.
    var stem: String { source.stem }

    /// Whether it is the text of its folder.
    var isIndex: Bool { stem == "index" || stem == "_index" }

    /// Whether the old generator leaves it out, as galley does.
    func isHidden(now: Int64, hidesFuture: Bool) -> Bool {
        if head.isDraft { return true }
        if let expires = head.expires, expires.instant <= now { return true }
        guard hidesFuture, let date = head.publishDate ?? date else { return false }
        return date.instant > now
    }

    /// Reads the texts below a folder that `isText` names by their paths below it.
    static func all(
        in files: OldFiles, below folder: SourcePath, zone: Zone,
        categories: Configuration.CategoryMeaning, splitsTerms: Bool = false,
        _ isText: (String) -> Bool
    ) -> [OldText] {
        var rules = HeadRules(zone: zone, categories: categories)
        rules.splitsTerms = splitsTerms
        return files.below(folder).compactMap { path, relative in
            guard path.isMarkdown || path.isHTML, isText(relative), let bytes = files.bytes(path)
            else { return nil }
            if path.isHTML, !bytes.starts(with: "---".utf8), !bytes.starts(with: "+++".utf8) {
                return nil
            }
            let head = readHead(of: bytes, file: path, rules: rules).0 ?? FrontMatter()
            return OldText(
                source: path, relative: relative, head: head,
                date: head.date ?? dateOfName(path.stem, zone))
        }
    }

    /// The date that begins a file's name: `2021-08-12-hello`.
    static func dateOfName(_ stem: String, _ zone: Zone) -> Moment? {
        guard let match = stem.prefixMatch(of: /(\d{4})-(\d{1,2})-(\d{1,2})(?:[-_]|$)/),
            let month = Int(match.output.2), let day = Int(match.output.3)
        else { return nil }
        let text = "\(match.output.1)-\(digits(month, 2))-\(digits(day, 2))"
        return Moment(text, zone: zone)
    }

    /// A file's name without the date that begins it.
    static func nameWithoutDate(_ stem: String) -> String {
        guard let match = stem.prefixMatch(of: /\d{4}-\d{1,2}-\d{1,2}[-_]/),
            match.range.upperBound < stem.endIndex
        else { return stem }
        return String(stem[match.range.upperBound...])
    }
}

/// A number with leading zeros.
func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
}
