import Testing

@testable import Preview

struct EntityTagTests {
    private let tag = EntityTag(of: Array("abc".utf8))
    private let weak = EntityTag(size: 3, time: "1.2")

    @Test func isEqualForEqualBytesAlone() {
        #expect(tag == EntityTag(of: Array("abc".utf8)))
        #expect(tag != EntityTag(of: Array("abd".utf8)))
        #expect(tag.description.hasPrefix("\"3-"))
        #expect(weak.description == "W/\"3-1.2\"")
    }

    @Test func matchesAListAndAStarAndWeakTags() {
        #expect(tag.matches("\(tag)"))
        #expect(tag.matches("\"x,y\", W/\(tag) , \"z\""))
        #expect(tag.matches(" * "))
        #expect(weak.matches("\(weak)"))
        #expect(!tag.matches("\"x\""))
        #expect(!tag.matches(nil))
        #expect(!tag.matches("3-"))
        #expect(!tag.matches("\""))
    }

    @Test func ifRangeWantsTheSameStrongTag() {
        #expect(tag.isSame("\(tag)"))
        #expect(!tag.isSame("W/\(tag)"))
        #expect(!weak.isSame("\(weak)"))
        #expect(!tag.isSame("Wed, 21 Oct 2015 07:28:00 GMT"))
    }
}
