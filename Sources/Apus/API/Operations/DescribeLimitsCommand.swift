// The operation DescribeLimits. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Tells the capacity quotas of the account in this region. Ask at most once a minute.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/internalServerError``.
    public func describeLimits(
        _ input: DescribeLimitsInput = DescribeLimitsInput()
    ) async throws(CallError) -> DescribeLimitsOutput {
        try await send(DescribeLimitsCommand(input))
    }
}

/// DescribeLimits as a value, to be sent by a client. Tells the capacity quotas of the account in this region. Ask at
/// most once a minute.
public struct DescribeLimitsCommand: Command {
    /// The name of the operation.
    public static let operation = "DescribeLimits"
    /// What is asked.
    public let input: DescribeLimitsInput

    /// A command of this input.
    public init(_ input: DescribeLimitsInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> DescribeLimitsOutput {
        try DescribeLimitsOutput(decoding: body)
    }
}

/// What DescribeLimits is asked.
public struct DescribeLimitsInput: Equatable, Sendable {

    /// One without a value for any member.
    public init() {}
}

extension DescribeLimitsInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { _ in }
    }
}

/// What DescribeLimits answers.
public struct DescribeLimitsOutput: Equatable, Sendable {
    /// The most read units that all provisioned tables of the region may have together.
    public var accountMaxReadCapacityUnits: Int?
    /// The most write units that all provisioned tables of the region may have together.
    public var accountMaxWriteCapacityUnits: Int?
    /// The most read units that one table may have.
    public var tableMaxReadCapacityUnits: Int?
    /// The most write units that one table may have.
    public var tableMaxWriteCapacityUnits: Int?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        accountMaxReadCapacityUnits: Int? = nil,
        accountMaxWriteCapacityUnits: Int? = nil,
        tableMaxReadCapacityUnits: Int? = nil,
        tableMaxWriteCapacityUnits: Int? = nil
    ) {
        self.accountMaxReadCapacityUnits = accountMaxReadCapacityUnits
        self.accountMaxWriteCapacityUnits = accountMaxWriteCapacityUnits
        self.tableMaxReadCapacityUnits = tableMaxReadCapacityUnits
        self.tableMaxWriteCapacityUnits = tableMaxWriteCapacityUnits
    }
}

extension DescribeLimitsOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "DescribeLimitsOutput") { name, reader throws(ServiceError) in
            switch name {
            case "AccountMaxReadCapacityUnits": accountMaxReadCapacityUnits = try reader.value()
            case "AccountMaxWriteCapacityUnits": accountMaxWriteCapacityUnits = try reader.value()
            case "TableMaxReadCapacityUnits": tableMaxReadCapacityUnits = try reader.value()
            case "TableMaxWriteCapacityUnits": tableMaxWriteCapacityUnits = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
