// The operation DescribeEndpoints. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Tells the address to send requests to, and how long to remember it.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal.
    public func describeEndpoints(
        _ input: DescribeEndpointsInput = DescribeEndpointsInput()
    ) async throws(CallError) -> DescribeEndpointsOutput {
        try await send(DescribeEndpointsCommand(input))
    }
}

/// DescribeEndpoints as a value, to be sent by a client. Tells the address to send requests to, and how long to
/// remember it.
public struct DescribeEndpointsCommand: Command {
    /// The name of the operation.
    public static let operation = "DescribeEndpoints"
    /// What is asked.
    public let input: DescribeEndpointsInput

    /// A command of this input.
    public init(_ input: DescribeEndpointsInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> DescribeEndpointsOutput {
        try DescribeEndpointsOutput(decoding: body)
    }
}

/// What DescribeEndpoints is asked.
public struct DescribeEndpointsInput: Equatable, Sendable {

    /// One without a value for any member.
    public init() {}
}

extension DescribeEndpointsInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { _ in }
    }
}

/// What DescribeEndpoints answers.
public struct DescribeEndpointsOutput: Equatable, Sendable {
    /// The addresses that may be used.
    public var endpoints: [DiscoveredEndpoint]

    /// Takes a value for each member; those with a default may be left out.
    public init(
        endpoints: [DiscoveredEndpoint] = []
    ) {
        self.endpoints = endpoints
    }
}

extension DescribeEndpointsOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "DescribeEndpointsOutput") { name, reader throws(ServiceError) in
            switch name {
            case "Endpoints": endpoints = try reader.value() ?? []
            default: try reader.skipValue()
            }
        }
    }
}
