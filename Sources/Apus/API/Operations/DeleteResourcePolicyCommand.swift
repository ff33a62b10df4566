// The operation DeleteResourcePolicy. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Takes the access policy off a table or a stream.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/internalServerError``, ``ErrorCode/policyNotFound``, ``ErrorCode/resourceInUse``,
    ///   ``ErrorCode/limitExceeded``.
    public func deleteResourcePolicy(
        _ input: DeleteResourcePolicyInput
    ) async throws(CallError) -> DeleteResourcePolicyOutput {
        try await send(DeleteResourcePolicyCommand(input))
    }
}

/// DeleteResourcePolicy as a value, to be sent by a client. Takes the access policy off a table or a stream.
public struct DeleteResourcePolicyCommand: Command {
    /// The name of the operation.
    public static let operation = "DeleteResourcePolicy"
    /// What is asked.
    public let input: DeleteResourcePolicyInput

    /// A command of this input.
    public init(_ input: DeleteResourcePolicyInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> DeleteResourcePolicyOutput {
        try DeleteResourcePolicyOutput(decoding: body)
    }
}

/// What DeleteResourcePolicy is asked.
public struct DeleteResourcePolicyInput: Equatable, Sendable {
    /// The ARN of the table or stream.
    public var resourceArn: String
    /// The revision that must be in force for the change to happen. Any will do when absent.
    public var expectedRevisionID: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        resourceArn: String,
        expectedRevisionID: String? = nil
    ) {
        self.resourceArn = resourceArn
        self.expectedRevisionID = expectedRevisionID
    }
}

extension DeleteResourcePolicyInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ResourceArn", of: resourceArn)
            writer.member("ExpectedRevisionId", of: expectedRevisionID)
        }
    }
}

/// What DeleteResourcePolicy answers.
public struct DeleteResourcePolicyOutput: Equatable, Sendable {
    /// The revision of the policy that was taken off. Absent if there was none.
    public var revisionID: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        revisionID: String? = nil
    ) {
        self.revisionID = revisionID
    }
}

extension DeleteResourcePolicyOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "DeleteResourcePolicyOutput") { name, reader throws(ServiceError) in
            switch name {
            case "RevisionId": revisionID = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
