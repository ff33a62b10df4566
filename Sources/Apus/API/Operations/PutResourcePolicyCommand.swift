// The operation PutResourcePolicy. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Gives a table or a stream an access policy, in place of the one it had.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/internalServerError``, ``ErrorCode/limitExceeded``, ``ErrorCode/policyNotFound``,
    ///   ``ErrorCode/resourceInUse``.
    public func putResourcePolicy(
        _ input: PutResourcePolicyInput
    ) async throws(CallError) -> PutResourcePolicyOutput {
        try await send(PutResourcePolicyCommand(input))
    }
}

/// PutResourcePolicy as a value, to be sent by a client. Gives a table or a stream an access policy, in place of the
/// one it had.
public struct PutResourcePolicyCommand: Command {
    /// The name of the operation.
    public static let operation = "PutResourcePolicy"
    /// What is asked.
    public let input: PutResourcePolicyInput

    /// A command of this input.
    public init(_ input: PutResourcePolicyInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> PutResourcePolicyOutput {
        try PutResourcePolicyOutput(decoding: body)
    }
}

/// What PutResourcePolicy is asked.
public struct PutResourcePolicyInput: Equatable, Sendable {
    /// The ARN of the table or stream.
    public var resourceArn: String
    /// The policy, a JSON text of at most 20480 bytes.
    public var policy: String
    /// The revision to be replaced; `NO_POLICY` if there must be none. Anything is replaced when absent.
    public var expectedRevisionID: String?
    /// Must be true if the new policy keeps the caller from changing it later.
    public var confirmRemoveSelfResourceAccess: Bool?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        resourceArn: String,
        policy: String,
        expectedRevisionID: String? = nil,
        confirmRemoveSelfResourceAccess: Bool? = nil
    ) {
        self.resourceArn = resourceArn
        self.policy = policy
        self.expectedRevisionID = expectedRevisionID
        self.confirmRemoveSelfResourceAccess = confirmRemoveSelfResourceAccess
    }
}

extension PutResourcePolicyInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ResourceArn", of: resourceArn)
            writer.member("Policy", of: policy)
            writer.member("ExpectedRevisionId", of: expectedRevisionID)
            writer.member("ConfirmRemoveSelfResourceAccess", of: confirmRemoveSelfResourceAccess)
        }
    }
}

/// What PutResourcePolicy answers.
public struct PutResourcePolicyOutput: Equatable, Sendable {
    /// The revision of the policy now in force.
    public var revisionID: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        revisionID: String? = nil
    ) {
        self.revisionID = revisionID
    }
}

extension PutResourcePolicyOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "PutResourcePolicyOutput") { name, reader throws(ServiceError) in
            switch name {
            case "RevisionId": revisionID = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
