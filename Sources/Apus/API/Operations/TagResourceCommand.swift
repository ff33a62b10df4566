// The operation TagResource. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Adds tags to a table, up to 50 in all. A tag with a known key gets the new value.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/limitExceeded``,
    ///   ``ErrorCode/resourceNotFound``, ``ErrorCode/internalServerError``, ``ErrorCode/resourceInUse``.
    public func tagResource(
        _ input: TagResourceInput
    ) async throws(CallError) -> TagResourceOutput {
        try await send(TagResourceCommand(input))
    }
}

/// TagResource as a value, to be sent by a client. Adds tags to a table, up to 50 in all. A tag with a known key gets
/// the new value.
public struct TagResourceCommand: Command {
    /// The name of the operation.
    public static let operation = "TagResource"
    /// What is asked.
    public let input: TagResourceInput

    /// A command of this input.
    public init(_ input: TagResourceInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> TagResourceOutput {
        try TagResourceOutput(decoding: body)
    }
}

/// What TagResource is asked.
public struct TagResourceInput: Equatable, Sendable {
    /// The ARN of the table.
    public var resourceArn: String
    /// The tags to add, at least one.
    public var tags: [Tag]

    /// Takes a value for each member; those with a default may be left out.
    public init(
        resourceArn: String,
        tags: [Tag]
    ) {
        self.resourceArn = resourceArn
        self.tags = tags
    }
}

extension TagResourceInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ResourceArn", of: resourceArn)
            writer.member("Tags", of: tags)
        }
    }
}

/// What TagResource answers.
public struct TagResourceOutput: Equatable, Sendable {

    /// One without a value for any member.
    public init() {}
}

extension TagResourceOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "TagResourceOutput") { _, reader throws(ServiceError) in
            try reader.skipValue()
        }
    }
}
