// The answers about the tags of a table.

import ApusModel
import Testing

@testable import ApusWire

struct TagResponsesTests {
    // The testing library has a Tag too.
    typealias Tag = ApusModel.Tag

    @Test func `an answer that has nothing to tell has no bytes`() {
        #expect(EmptyResponse().encoded().isEmpty)
    }

    @Test(
        arguments: [
            ([], nil, #"{"Tags":[]}"#),
            ([Tag(key: "a", value: "\"")], nil, #"{"Tags":[{"Key":"a","Value":"\""}]}"#),
            (
                [Tag(key: "a", value: "1"), Tag(key: "b", value: "")], "Yg==",
                #"{"Tags":[{"Key":"a","Value":"1"},{"Key":"b","Value":""}],"NextToken":"Yg=="}"#
            ),
        ] as [([Tag], String?, String)]
    )
    func `a page of tags is told`(tags: [Tag], nextToken: String?, json: String) {
        #expect(ListTagsOfResourceResponse(tags: tags, nextToken: nextToken).json == json)
    }
}
