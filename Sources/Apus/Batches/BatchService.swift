// What the batches need of a service, and how a client gives it.

import ApusModel

/// One attempt of each call that batches are made of. Whoever calls repeats it, or does not.
protocol BatchService: Sendable {
    /// Writes a batch whose JSON has been put together already.
    func writeBatch(_ body: [UInt8]) async throws(CallError) -> BatchWriteItemOutput
    /// The key of a table; nil while the service does not tell it, as when the table is still being created.
    func keySchema(of table: String) async throws(CallError) -> KeySchema?
    /// What tells the time, waits and draws lots.
    var pacing: Pacing { get }
}

/// The batches of a client: sent once, because their writer decides about sending again.
struct ClientBatches: BatchService {
    private let client: DynamoDBClient
    private let onceClient: DynamoDBClient

    init(_ client: DynamoDBClient) {
        self.client = client
        onceClient = client.retrying(by: .none)
    }

    var pacing: Pacing { client.pacing }

    func writeBatch(_ body: [UInt8]) async throws(CallError) -> BatchWriteItemOutput {
        try await onceClient.send(BatchWriteBody(body))
    }

    func keySchema(of table: String) async throws(CallError) -> KeySchema? {
        let description = try await client.describeTable(DescribeTableInput(tableName: table)).table
        return description?.tableStatus == .creating ? nil : description?.typedKeySchema
    }
}

extension BatchFailure {
    init(_ error: CallError) {
        switch error.kind {
        case .throttling: self = .throttled(reason: error.description, hint: error.retryHint)
        case .passing: self = .passing(reason: error.description, hint: error.retryHint)
        case .content: self = .content(reason: error.description)
        case .clock, .lasting: self = .lasting(reason: error.description)
        }
    }
}
