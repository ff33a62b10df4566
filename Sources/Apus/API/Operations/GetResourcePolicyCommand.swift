// The operation GetResourcePolicy. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Reads the access policy of a table or a stream.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/internalServerError``, ``ErrorCode/policyNotFound``.
    public func getResourcePolicy(
        _ input: GetResourcePolicyInput
    ) async throws(CallError) -> GetResourcePolicyOutput {
        try await send(GetResourcePolicyCommand(input))
    }
}

/// GetResourcePolicy as a value, to be sent by a client. Reads the access policy of a table or a stream.
public struct GetResourcePolicyCommand: Command {
    /// The name of the operation.
    public static let operation = "GetResourcePolicy"
    /// What is asked.
    public let input: GetResourcePolicyInput

    /// A command of this input.
    public init(_ input: GetResourcePolicyInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> GetResourcePolicyOutput {
        try GetResourcePolicyOutput(decoding: body)
    }
}

/// What GetResourcePolicy is asked.
public struct GetResourcePolicyInput: Equatable, Sendable {
    /// The ARN of the table or stream.
    public var resourceArn: String

    /// Takes a value for each member; those with a default may be left out.
    public init(
        resourceArn: String
    ) {
        self.resourceArn = resourceArn
    }
}

extension GetResourcePolicyInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ResourceArn", of: resourceArn)
        }
    }
}

/// What GetResourcePolicy answers.
public struct GetResourcePolicyOutput: Equatable, Sendable {
    /// The policy, as a JSON text.
    public var policy: String?
    /// The revision of the policy, to be named in `ExpectedRevisionId`.
    public var revisionID: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        policy: String? = nil,
        revisionID: String? = nil
    ) {
        self.policy = policy
        self.revisionID = revisionID
    }
}

extension GetResourcePolicyOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "GetResourcePolicyOutput") { name, reader throws(ServiceError) in
            switch name {
            case "Policy": policy = try reader.value()
            case "RevisionId": revisionID = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
