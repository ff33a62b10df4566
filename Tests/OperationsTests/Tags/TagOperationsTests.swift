// TagResource, UntagResource and ListTagsOfResource on tables.

import ApusModel
import ApusWire
import Testing

@testable import ApusOperations

struct TagOperationsTests {
    private static let arn = "arn:aws:dynamodb:eu-north-1:111122223333:table/Cats"

    private static func tag(_ tags: String, of arn: String = arn) -> String {
        "{\"ResourceArn\":\"\(arn)\",\"Tags\":[\(tags)]}"
    }

    private static func list(_ arn: String = arn) -> String { "{\"ResourceArn\":\"\(arn)\"}" }

    @Test func `tags are set, replaced, removed and listed`() async throws {
        let service = try await TestService.withTables()

        let answers = [
            try await service.call(
                .tagResource,
                Self.tag(#"{"Key":"b","Value":"1"},{"Key":"a","Value":"2"},{"Key":"A","Value":""}"#)
            ),
            try await service.call(.tagResource, Self.tag(#"{"Key":"b","Value":"3"}"#)),
            try await service.call(
                .untagResource,
                "{\"ResourceArn\":\"\(Self.arn)\",\"TagKeys\":[\"a\",\"absent\"]}"
            ),
        ]

        #expect(answers == ["", "", ""])
        #expect(
            try await service.call(.listTagsOfResource, Self.list())
                == #"{"Tags":[{"Key":"A","Value":""},{"Key":"b","Value":"3"}]}"#
        )
    }

    @Test func `a long list comes in pages`() async throws {
        let service = try await TestService.withTables()
        let tags = (10..<25).map { "{\"Key\":\"key\($0)\",\"Value\":\"\"}" }.joined(separator: ",")
        try await service.call(.tagResource, Self.tag(tags))

        let first = try await service.call(.listTagsOfResource, Self.list())
        let second = try await service.call(
            .listTagsOfResource,
            "{\"ResourceArn\":\"\(Self.arn)\",\"NextToken\":\"\(Base64.text(of: Array("key19".utf8)))\"}"
        )

        #expect(first.contains("key10") && first.contains("key19") && !first.contains("key20"))
        #expect(first.hasSuffix("\"NextToken\":\"\(Base64.text(of: Array("key19".utf8)))\"}"))
        #expect(!second.contains("key19") && second.contains("key20") && second.contains("key24"))
        #expect(!second.contains("NextToken"))
    }

    @Test func `a table has at most 50 tags`() async throws {
        let service = try await TestService.withTables()
        let tags = (0..<50).map { "{\"Key\":\"key\($0)\",\"Value\":\"\"}" }.joined(separator: ",")
        try await service.call(.tagResource, Self.tag(tags))
        try await service.call(.tagResource, Self.tag(#"{"Key":"key0","Value":"again"}"#))

        await #expect(
            throws: ServiceError.validation(
                "Number of Tags exceed the current limit for the provided ResourceArn"
            )
        ) {
            try await service.call(.tagResource, Self.tag(#"{"Key":"one more","Value":""}"#))
        }
    }

    @Test(
        arguments: [
            (.tagResource, tag("", of: "x"), .validation("Atleast one Tag needs to be provided as Input.")),
            (
                .untagResource, #"{"ResourceArn":"x","TagKeys":[]}"#,
                .validation("Atleast one Tag Key needs to be provided as Input.")
            ),
            (
                .tagResource, tag(#"{"Key":"aws:x","Value":""}"#, of: "x"),
                .validation("Tag Key cannot be prefixed with aws:, Key: aws:x")
            ),
            (
                .listTagsOfResource, #"{"ResourceArn":"\#(arn)","NextToken":"?"}"#,
                .validation("The provided NextToken is not valid")
            ),
        ] as [(OperationName, String, ServiceError)]
    )
    func `what is wrong in itself is refused`(operation: OperationName, body: String, error: ServiceError) async throws
    {
        let service = try await TestService.withTables()

        await #expect(throws: error) { try await service.call(operation, body) }
    }

    @Test(arguments: [
        "x", "arn:aws:dynamodb", "dynamodb:aws:dynamodb:eu-north-1:111122223333:table/Cats",
        "arn:aws:dynamodb:us-east-1:111122223333:table/Cats", "\(arn)/index/byOwner",
        "\(arn)/stream/2026-03-02T00:00:00.000", "arn:aws:dynamodb:eu-north-1:111122223333:table/",
        "arn:aws:dynamodb:eu-north-1:111122223333:global-table/Cats",
    ])
    func `an ARN of no table of this region is refused`(arn: String) async throws {
        let service = try await TestService.withTables()
        let error = ServiceError.validation("Invalid TableArn: Invalid ResourceArn provided as input \(arn)")

        await #expect(throws: error) { try await service.call(.listTagsOfResource, Self.list(arn)) }
        await #expect(throws: error) {
            try await service.call(.tagResource, Self.tag(#"{"Key":"a","Value":""}"#, of: arn))
        }
        await #expect(throws: error) {
            try await service.call(.untagResource, "{\"ResourceArn\":\"\(arn)\",\"TagKeys\":[\"a\"]}")
        }
    }

    @Test(arguments: [
        "arn:aws:dynamodb:eu-north-1:999988887777:table/Cats", "arn:aws:sqs:eu-north-1:111122223333:table/Cats",
    ])
    func `an ARN of another account or service is denied`(arn: String) async throws {
        let service = try await TestService.withTables()

        let error = await #expect(throws: ServiceError.self) {
            try await service.call(.tagResource, Self.tag(#"{"Key":"a","Value":""}"#, of: arn))
        }

        #expect(error?.code == .accessDenied)
        #expect(error?.message?.hasSuffix("to perform: dynamodb:TagResource on resource: \(arn)") == true)
    }

    @Test func `an unknown table is refused by its ARN`() async throws {
        let service = try await TestService.withTables()
        let arn = "arn:aws:dynamodb:eu-north-1:111122223333:table/None"
        let error = ServiceError(
            .resourceNotFound,
            "Requested resource not found: ResourceArn: \(arn) not found"
        )

        await #expect(throws: error) { try await service.call(.listTagsOfResource, Self.list(arn)) }
        await #expect(throws: error) {
            try await service.call(.tagResource, Self.tag(#"{"Key":"a","Value":""}"#, of: arn))
        }
        await #expect(throws: error) {
            try await service.call(.untagResource, "{\"ResourceArn\":\"\(arn)\",\"TagKeys\":[\"a\"]}")
        }
    }
}
