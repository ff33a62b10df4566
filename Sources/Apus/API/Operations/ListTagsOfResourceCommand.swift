// The operation ListTagsOfResource. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Lists the tags of a table, page by page.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/internalServerError``.
    public func listTagsOfResource(
        _ input: ListTagsOfResourceInput
    ) async throws(CallError) -> ListTagsOfResourceOutput {
        try await send(ListTagsOfResourceCommand(input))
    }
}

/// ListTagsOfResource as a value, to be sent by a client. Lists the tags of a table, page by page.
public struct ListTagsOfResourceCommand: Command {
    /// The name of the operation.
    public static let operation = "ListTagsOfResource"
    /// What is asked.
    public let input: ListTagsOfResourceInput

    /// A command of this input.
    public init(_ input: ListTagsOfResourceInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> ListTagsOfResourceOutput {
        try ListTagsOfResourceOutput(decoding: body)
    }
}

/// What ListTagsOfResource is asked.
public struct ListTagsOfResourceInput: Equatable, Sendable {
    /// The ARN of the table.
    public var resourceArn: String
    /// Where to go on: the `NextToken` of the previous page. Absent for the first.
    public var nextToken: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        resourceArn: String,
        nextToken: String? = nil
    ) {
        self.resourceArn = resourceArn
        self.nextToken = nextToken
    }
}

extension ListTagsOfResourceInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ResourceArn", of: resourceArn)
            writer.member("NextToken", of: nextToken)
        }
    }
}

/// What ListTagsOfResource answers.
public struct ListTagsOfResourceOutput: Equatable, Sendable {
    /// A page of tags.
    public var tags: [Tag]
    /// Where the next page begins. Absent on the last page.
    public var nextToken: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tags: [Tag] = [],
        nextToken: String? = nil
    ) {
        self.tags = tags
        self.nextToken = nextToken
    }
}

extension ListTagsOfResourceOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ListTagsOfResourceOutput") { name, reader throws(ServiceError) in
            switch name {
            case "Tags": tags = try reader.value() ?? []
            case "NextToken": nextToken = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
