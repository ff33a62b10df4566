// The operation UntagResource. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Takes tags off a table. Keys it does not have are passed over.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/limitExceeded``,
    ///   ``ErrorCode/resourceNotFound``, ``ErrorCode/internalServerError``, ``ErrorCode/resourceInUse``.
    public func untagResource(
        _ input: UntagResourceInput
    ) async throws(CallError) -> UntagResourceOutput {
        try await send(UntagResourceCommand(input))
    }
}

/// UntagResource as a value, to be sent by a client. Takes tags off a table. Keys it does not have are passed over.
public struct UntagResourceCommand: Command {
    /// The name of the operation.
    public static let operation = "UntagResource"
    /// What is asked.
    public let input: UntagResourceInput

    /// A command of this input.
    public init(_ input: UntagResourceInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> UntagResourceOutput {
        try UntagResourceOutput(decoding: body)
    }
}

/// What UntagResource is asked.
public struct UntagResourceInput: Equatable, Sendable {
    /// The ARN of the table.
    public var resourceArn: String
    /// The keys of the tags to take off.
    public var tagKeys: [String]

    /// Takes a value for each member; those with a default may be left out.
    public init(
        resourceArn: String,
        tagKeys: [String]
    ) {
        self.resourceArn = resourceArn
        self.tagKeys = tagKeys
    }
}

extension UntagResourceInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ResourceArn", of: resourceArn)
            writer.member("TagKeys", of: tagKeys)
        }
    }
}

/// What UntagResource answers.
public struct UntagResourceOutput: Equatable, Sendable {

    /// One without a value for any member.
    public init() {}
}

extension UntagResourceOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "UntagResourceOutput") { _, reader throws(ServiceError) in
            try reader.skipValue()
        }
    }
}
