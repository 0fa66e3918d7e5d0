import Addresses
import Content
import Diagnostics
import TestSupport
import Testing

/// Texts in other encodings than UTF-8.
struct EncodingTests {
    private let file = SourcePath("content/posts/2019-01-02-a.md")

    private func read(_ bytes: [UInt8], as name: String? = nil) throws -> ([UInt8]?, [Diagnostic]) {
        let site = try SiteText("-- content/posts/")
        let file = name.map { SourcePath("content/posts/" + $0) } ?? file
        try site.write(file.string, bytes: bytes)
        return try site.folder.readText(file)
    }

    private func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
        text.utf16.flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isLittle ? [low, high] : [high, low]
        }
    }

    @Test(arguments: [true, false])
    func readsUTF16WithAByteOrderMark(isLittle: Bool) throws {
        let text = "---\ntitle: 你好 🎈\ndraft: true\n---\n\n正文。\r\n"
        let (bytes, found) = try read(utf16("\u{FEFF}" + text, isLittle: isLittle))
        #expect(bytes.map { String(decoding: $0, as: UTF8.self) } == text)
        #expect(found == [])
    }

    @Test func readsAnEmptyTextOfUTF16() throws {
        #expect(try read([0xFF, 0xFE]).0 == [])
    }

    @Test(arguments: [
        // Half a unit, a high surrogate before a letter, a low one alone, a high one at the end.
        ([0xFF, 0xFE, 0x61, 0x00, 0x62], 4), ([0xFF, 0xFE, 0x3D, 0xD8, 0x61, 0x00], 2),
        ([0xFE, 0xFF, 0x00, 0x61, 0xDC, 0x00], 4), ([0xFE, 0xFF, 0xD8, 0x3D], 2),
    ])
    func refusesBrokenUTF16(bytes: [UInt8], offset: Int) throws {
        let (text, found) = try read(bytes)
        #expect(text == nil)
        #expect(found.map(\.id) == [.invalidUTF8])
        #expect(found.first?.place == Place(file: file, range: offset..<offset + 1))
        #expect(found.first?.explanation?.contains("UTF-16") == true)
    }

    static let gbk: [UInt8] =
        Array("---\ntitle: ".utf8) + [0xC4, 0xE3, 0xBA, 0xC3] + Array("\n---\n\n".utf8)
        + [0xD5, 0xFD, 0xCE, 0xC4, 0xC4, 0xDA, 0xC8, 0xDD, 0xA1, 0xA3, 0x0A]

    @Test func refusesOtherEncodingsAtTheFirstWrongByteWithTheCommandThatConverts() throws {
        let (text, found) = try read(Self.gbk)
        #expect(text == nil)
        let error = try #require(found.first)
        #expect(found.count == 1)
        #expect(error.severity == .error)
        #expect(error.id == .invalidUTF8)
        #expect(error.summary == "Text is not UTF-8: byte 0xC4 begins no character of it")
        #expect(error.place == Place(file: file, range: 11..<12))
        #expect(error.explanation == "The file looks like GB18030 (GBK, GB2312).")
        let path = file.string
        #expect(
            error.fixes.map(\.text) == [
                "convert it: iconv -f GB18030 -t UTF-8 \(path) > \(path).utf8 && mv \(path).utf8 \(path)"
            ])
    }

    @Test func quotesAPathThatAShellWouldTakeApart() throws {
        let (_, found) = try read(Self.gbk, as: "it's here.md")
        #expect(
            found.first?.fixes.first?.text.contains("'content/posts/it'\\''s here.md'") == true)
    }

    @Test(arguments: [
        // 這是一個測試，中文內容。
        (
            [
                0xB3, 0x6F, 0xAC, 0x4F, 0xA4, 0x40, 0xAD, 0xD3, 0xB4, 0xFA, 0xB8, 0xD5, 0xA1, 0x41,
                0xA4, 0xA4, 0xA4, 0xE5, 0xA4, 0xBA, 0xAE, 0x65, 0xA1, 0x43,
            ], "Big5", "BIG5"
        ),
        // これはテストです。
        (
            [
                0x82, 0xB1, 0x82, 0xEA, 0x82, 0xCD, 0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 0x82, 0xC5,
                0x82, 0xB7, 0x81, 0x42,
            ], "Shift_JIS", "CP932"
        ),
        (
            [
                0xA4, 0xB3, 0xA4, 0xEC, 0xA4, 0xCF, 0xA5, 0xC6, 0xA5, 0xB9, 0xA5, 0xC8, 0xA4, 0xC7,
                0xA4, 0xB9, 0xA1, 0xA3,
            ], "EUC-JP", "EUC-JP"
        ),
        // un café crème déjà
        (
            [
                0x75, 0x6E, 0x20, 0x63, 0x61, 0x66, 0xE9, 0x20, 0x63, 0x72, 0xE8, 0x6D, 0x65, 0x20,
                0x64, 0xE9, 0x6A, 0xE0,
            ], "WINDOWS-1252 or ISO-8859-1", "WINDOWS-1252"
        ),
    ])
    func guessesTheEncoding(bytes: [UInt8], name: String, converter: String) throws {
        let (text, found) = try read(bytes)
        #expect(text == nil)
        #expect(found.first?.explanation == "The file looks like \(name).")
        #expect(found.first?.fixes.first?.text.contains("iconv -f \(converter) ") == true)
    }

    /// What the files of `Tests/Fixtures/encodings` are converted from; nil where it is not known for sure.
    @Test(arguments: [
        ("zh_s.gbk", "GB18030"), ("zh_t.gbk", "GB18030"), ("zh_t.big5", "BIG5"),
        ("ja.cp932", "CP932"),
        ("ja.euc_jp", "EUC-JP"), ("ko.euc_kr", "CP949"), ("ru.koi8-r", "KOI8-R"),
        ("ru.cp1251", "WINDOWS-1251"), ("uk.cp1251", "WINDOWS-1251"), ("uk.koi8-u", "KOI8-U"),
        ("fr.cp1252", "WINDOWS-1252"),
        ("de.latin-1", "WINDOWS-1252"), ("es.latin-1", "WINDOWS-1252"), ("pl.cp1250", nil),
        ("cs.cp1250", nil), ("el.iso8859-7", nil), ("he.cp1255", nil), ("tr.iso8859-9", nil),
        ("th.tis-620", nil), ("ar.cp1256", nil), ("ru.cp866", nil), ("ru.iso8859-5", nil),
    ])
    func guessesTheEncodingOfAnArticle(name: String, converter: String?) throws {
        let files = Corpus.files(["Tests/Fixtures/encodings"], endings: [name + ".txt"])
        let bytes = try #require(files.first)
        // All of it, and its head with its first paragraph.
        let paragraphs = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        for text in [bytes, Array(paragraphs.prefix(6).joined(separator: [0x0A]))] {
            let fix = try read(text).1.first?.fixes.first?.text
            if let converter {
                #expect(fix?.hasPrefix("convert it: iconv -f \(converter) ") == true)
            } else {
                #expect(fix == "save the file as UTF-8")
            }
        }
    }

    @Test func tellsDamagedUTF8FromAnotherEncoding() throws {
        let (text, found) = try read(Array("# 标题一二三四五六".utf8) + [0xE4, 0xBD, 0x0A])
        #expect(text == nil)
        #expect(found.first?.explanation?.contains("damaged") == true)
        #expect(found.first?.place?.range.lowerBound == 26)
    }

    @Test(arguments: [true, false])
    func refusesUTF16WithoutAMarkThoughItsBytesAreASCII(isLittle: Bool) throws {
        let (text, found) = try read(
            utf16("---\ntitle: x\ndraft: true\n---\nsecret\n", isLittle: isLittle))
        #expect(text == nil)
        #expect(found.first?.explanation?.contains(isLittle ? "UTF-16LE" : "UTF-16BE") == true)
    }

    @Test func guessesNothingWhereNothingFits() throws {
        let (text, found) = try read([0xFF, 0x80, 0xFF, 0x80, 0xFF, 0x80, 0x0A])
        #expect(text == nil)
        #expect(found.map(\.severity) == [.error])
        #expect(found.first?.fixes.first?.text == "save the file as UTF-8")
    }
}
