// Pages of tags.

import ApusModel
import Testing

@testable import ApusOperations

struct TagPageTests {
    private static func tags(_ count: Int) -> [ApusModel.Tag] {
        (0..<count).map { ApusModel.Tag(key: "key\($0)", value: "\($0)") }
    }

    @Test(arguments: [0, 1, 9, 10, 11, 20, 35, 50])
    func `the pages together have each tag once, in the order of the keys`(count: Int) throws {
        var listed: [String] = []
        var start: String?
        var pages = 0
        repeat {
            let page = TagPage(of: Self.tags(count).shuffled(), after: start)
            listed += page.tags.map(\.key)
            start = try page.nextToken.map { try TagPage.start(after: $0) }
            pages += 1
        } while start != nil

        #expect(listed == Self.tags(count).map(\.key).sorted())
        #expect(pages == max(1, (count + 9) / 10))
    }

    @Test func `a tag that goes between two pages moves no other`() throws {
        let tags = Self.tags(12)
        let first = TagPage(of: tags, after: nil)
        let start = try TagPage.start(after: try #require(first.nextToken))

        let second = TagPage(of: Array(tags.dropFirst()), after: start)

        #expect(second.tags.map(\.key) == ["key8", "key9"])
    }

    @Test func `a key of any characters makes a token`() throws {
        let tags = (0..<11).map { ApusModel.Tag(key: "ключ 🐱 \($0)", value: "") }

        let token = try #require(TagPage(of: tags, after: nil).nextToken)

        #expect(try TagPage.start(after: token).hasSameBytes(as: "ключ 🐱 8"))
    }

    @Test(arguments: ["", "a", "key1", "====", "/w==", "YQ=", "ключ"])
    func `another text is no token`(token: String) {
        #expect(throws: ServiceError.validation("The provided NextToken is not valid")) {
            try TagPage.start(after: token)
        }
    }
}
