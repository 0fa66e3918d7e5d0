import Templates
import Testing

@Suite struct TemplateRecordTests {
    @Test func growsToTheFieldThatIsSet() {
        var record = TemplateRecord<PostField>(through: .title)
        #expect(record.value == .record([]))
        #expect(record[.tags] == .none)
        record[.description] = TemplateValue("d")
        #expect(record.value == .record([.none, TemplateValue("d")]))
        var more = TemplateRecord(record, through: .tags)
        more[.tags] = .list([])
        more[.title] = TemplateValue("t")
        #expect(
            more.value
                == .record([TemplateValue("t"), TemplateValue("d"), .none, .none, .list([])]))
    }

    @Test func isTheSameInALayoutAsAWholeOne() throws {
        var short = TemplateRecord<PostField>(through: .title)
        short[.title] = TemplateValue("t")
        let text = try render("{{#post}}{{title}}{{^isDraft}}-{{/isDraft}}{{minutes}}{{/post}}") {
            $0[.post] = short.value
        }
        #expect(text == "t-")
    }
}
