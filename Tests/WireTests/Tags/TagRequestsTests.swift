// The requests to set, remove and list the tags of a table.

import ApusModel
import Testing

@testable import ApusWire

struct TagRequestsTests {
    private static let arn = "arn:aws:dynamodb:eu-north-1:111122223333:table/Cats"

    @Test func `tags are read in their order`() throws {
        let request = try TagResourceRequest.decode(
            #"{"ResourceArn":"\#(Self.arn)","Tags":[{"Key":"b","Value":"1"},{"Key":"a","Value":""}]}"#
        )

        #expect(request.resourceArn == Self.arn)
        #expect(request.tags?.map { "\($0.key ?? "-")=\($0.value ?? "-")" } == ["b=1", "a="])
    }

    @Test func `keys of tags are read in their order`() throws {
        let request = try UntagResourceRequest.decode(#"{"ResourceArn":"\#(Self.arn)","TagKeys":["b","a"]}"#)

        #expect(request.resourceArn == Self.arn)
        #expect(request.tagKeys == ["b", "a"])
    }

    @Test func `a list begins where the page before ended`() throws {
        let request = try ListTagsOfResourceRequest.decode(#"{"ResourceArn":"\#(Self.arn)","NextToken":"YQ=="}"#)

        #expect(request.resourceArn == Self.arn)
        #expect(request.nextToken == "YQ==")
    }

    @Test(
        arguments: [
            (#"{}"#, ["Value null at 'resourceArn'", "Member must not be null", "Value null at 'tags'"]),
            (#"{"ResourceArn":"","Tags":[]}"#, ["at 'resourceArn'", "length greater than or equal to 1"]),
            (
                #"{"ResourceArn":"a","Tags":[{}]}"#,
                ["Value null at 'tags.1.member.key'", "Value null at 'tags.1.member.value'"]
            ),
            (
                #"{"ResourceArn":"a","Tags":[{"Key":"","Value":""}]}"#,
                ["Value '' at 'tags.1.member.key'", "length greater than or equal to 1"]
            ),
        ] as [(String, [String])]
    )
    func `tags that break a constraint are refused`(json: String, parts: [String]) throws {
        let error = try #require(throws: ServiceError.self) { try TagResourceRequest.decode(json) }

        #expect(error.code == .validation)
        for part in parts { #expect(error.message?.contains(part) == true, "\(error)") }
    }

    @Test(arguments: [(128, 256, true), (129, 256, false), (128, 257, false)])
    func `keys and values of tags have lengths in characters`(key: Int, value: Int, isAllowed: Bool) {
        let (key, value) = (String(repeating: "ü", count: key), String(repeating: "ü", count: value))
        let result = Result {
            try TagResourceRequest.decode(#"{"ResourceArn":"a","Tags":[{"Key":"\#(key)","Value":"\#(value)"}]}"#)
        }

        #expect(((try? result.get()) != nil) == isAllowed)
    }

    @Test(arguments: [(1_283, true), (1_284, false)])
    func `an ARN has a longest length`(length: Int, isAllowed: Bool) {
        let arn = String(repeating: "a", count: length)

        let list = try? ListTagsOfResourceRequest.decode(#"{"ResourceArn":"\#(arn)"}"#)
        let untag = try? UntagResourceRequest.decode(#"{"ResourceArn":"\#(arn)","TagKeys":[]}"#)

        #expect((list != nil) == isAllowed)
        #expect((untag != nil) == isAllowed)
    }

    @Test(
        arguments: [
            (#"{"ResourceArn":"a"}"#, "Value null at 'tagKeys'"),
            (#"{"ResourceArn":"a","TagKeys":["a",""]}"#, "Value '' at 'tagKeys.2.member'"),
        ] as [(String, String)]
    )
    func `keys of tags that break a constraint are refused`(json: String, part: String) throws {
        let error = try #require(throws: ServiceError.self) { try UntagResourceRequest.decode(json) }

        #expect(error.message?.contains(part) == true)
    }
}
