// What the batches need of a service, and how a client gives it.

import ApusModel
import ApusWire

/// One attempt of each call that batches are made of. Whoever calls repeats it, or does not.
protocol BatchService: Sendable {
    /// Writes a batch whose JSON has been put together already.
    func writeBatch(_ body: [UInt8]) async throws(CallError) -> BatchWriteItemResponse
    /// The key of a table; nil while the service does not tell it, as when the table is still being created.
    func keySchema(of table: String) async throws(CallError) -> KeySchema?
    /// What tells the time, waits and draws lots.
    var pacing: Pacing { get }
}

extension DynamoDBClient: BatchService {
    func writeBatch(_ body: [UInt8]) async throws(CallError) -> BatchWriteItemResponse {
        try await retrying(by: .none).send(BatchWriteBody(body))
    }

    func keySchema(of table: String) async throws(CallError) -> KeySchema? {
        let description = try await describeTable(DescribeTableInput(tableName: table)).table
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
