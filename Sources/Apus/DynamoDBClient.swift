// A client of DynamoDB: its operations, and the way of a call to the service and back.

import ApusCompression
import ApusModel
import ApusSigning
import ApusWire
import Logging

/// Calls the operations of one endpoint. A copy shares the transport.
package struct DynamoDBClient: Sendable {
    private let settings: ClientSettings
    private let transport: any Transport
    private let signer: RequestSigner
    private let retryPolicy: RetryPolicy
    private let clock: any WallClock
    private let logger: Logger
    /// What paces the retries of this client and of whatever works through it.
    let pacing: Pacing

    package init(
        settings: ClientSettings,
        transport: any Transport,
        retryPolicy: RetryPolicy = .standard,
        pacing: Pacing = .system,
        clock: any WallClock = SystemClock(),
        logger: Logger
    ) {
        self.settings = settings
        self.transport = transport
        self.retryPolicy = retryPolicy
        self.pacing = pacing
        self.clock = clock
        self.logger = logger
        signer = RequestSigner(region: settings.region, service: "dynamodb")
    }

    // MARK: Operations

    /// What the service tells of a table.
    package func describeTable(_ name: String) async throws(CallError) -> TableDescription {
        var writer = JSONWriter()
        TableNameRequest(tableName: name).write(to: &writer)
        let response = try await call(.describeTable, body: writer.bytes) { reader throws(ServiceError) in
            try TableResponse(reading: &reader)
        }
        return response.description
    }

    /// Puts and deletes up to 25 items; what was not written stands in the answer.
    package func batchWriteItem(
        _ request: BatchWriteItemRequest
    ) async throws(CallError) -> BatchWriteItemResponse {
        var writer = JSONWriter()
        request.write(to: &writer)
        return try await batchWriteItem(body: writer.bytes, retrying: retryPolicy)
    }

    /// Sends a batch whose JSON has been put together already.
    func batchWriteItem(
        body: [UInt8],
        retrying policy: RetryPolicy
    ) async throws(CallError) -> BatchWriteItemResponse {
        try await call(.batchWriteItem, body: body, retrying: policy) { reader throws(ServiceError) in
            try BatchWriteItemResponse(reading: &reader)
        }
    }

    // MARK: The way of a call

    private func call<Answer>(
        _ operation: OperationName,
        body: [UInt8],
        retrying policy: RetryPolicy? = nil,
        read: (inout JSONReader) throws(ServiceError) -> Answer
    ) async throws(CallError) -> Answer {
        var attempts = 0
        while true {
            attempts += 1
            do throws(CallError) {
                let answer = try await send(operation, body: body)
                return try Self.decode(answer, read)
            } catch {
                let wait = (policy ?? retryPolicy).wait(
                    afterAttempts: attempts,
                    failingWith: error,
                    fraction: pacing.fraction()
                )
                guard let wait, !Task.isCancelled else { throw error }
                logger.debug(
                    "call is tried again",
                    metadata: ["operation": "\(operation.rawValue)", "attempts": "\(attempts)", "error": "\(error)"]
                )
                await pacing.sleep(wait)
            }
        }
    }

    private func send(_ operation: OperationName, body: [UInt8]) async throws(CallError) -> TransportAnswer {
        // Signed anew for each attempt: a signature is good for minutes only.
        let request = signedRequest(operation, body: body)
        let answer: TransportAnswer
        do throws(TransportError) {
            answer = try await transport.send(request)
        } catch {
            throw .unreachable(error.reason)
        }
        if let text = answer.header("x-amz-crc32"), UInt32(text) != Checksum.crc32(of: answer.body) {
            throw .unreadable("its checksum is wrong")
        }
        guard answer.status == 200 else { throw CallError(refusal: answer) }
        return answer
    }

    private func signedRequest(_ operation: OperationName, body: [UInt8]) -> TransportRequest {
        let headers: [SignableRequest.Header] = [
            (name: "host", value: settings.endpoint.hostHeader),
            (name: "content-type", value: "application/x-amz-json-1.0"),
            (name: "x-amz-target", value: operation.target),
        ]
        let time = SigningTime(secondsSince1970: clock.now.milliseconds / 1_000)
        let signature = signer.sign(
            SignableRequest(headers: headers, payloadHash: HexDigest(of: body)),
            with: settings.credentials,
            at: time
        )
        return TransportRequest(headers: headers + signature, body: body)
    }

    private static func decode<Answer>(
        _ answer: TransportAnswer,
        _ read: (inout JSONReader) throws(ServiceError) -> Answer
    ) throws(CallError) -> Answer {
        do throws(ServiceError) {
            return try answer.body.withUnsafeBufferPointer { (bytes) throws(ServiceError) in
                var reader = JSONReader(UnsafeRawBufferPointer(bytes))
                let value = try read(&reader)
                try reader.requireEnd()
                return value
            }
        } catch {
            throw .unreadable(error.message ?? "it is no valid JSON")
        }
    }
}
