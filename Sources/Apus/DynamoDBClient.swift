// A client of DynamoDB: its operations, and the way of a call to the service and back.

import ApusCompression
import ApusModel
import ApusSigning
import ApusWire
import Logging

/// Calls the operations of one endpoint. A copy shares the transport and what was learnt from the answers.
package struct DynamoDBClient: Sendable {
    private let settings: ClientSettings
    private let transport: any Transport
    private let signer: RequestSigner
    private let retries: any RetryStrategy
    private var callTime: Duration?
    private let clockCorrection = ClockCorrection()
    private let clock: any WallClock
    private let logger: Logger
    /// What paces the retries of this client and of whatever works through it.
    let pacing: Pacing

    /// - Parameter retries: how calls are repeated; nil for what the settings ask for.
    package init(
        settings: ClientSettings,
        transport: any Transport,
        retries: (any RetryStrategy)? = nil,
        pacing: Pacing = .system,
        clock: any WallClock = SystemClock(),
        logger: Logger
    ) {
        self.settings = settings
        self.transport = transport
        self.retries = retries ?? settings.retries
        self.pacing = pacing
        self.clock = clock
        self.logger = logger
        signer = RequestSigner(region: settings.region, service: "dynamodb")
    }

    /// A copy whose calls begin no attempt once they have taken this long; an attempt under way runs to its end.
    package func limited(to callTime: Duration) -> DynamoDBClient {
        var copy = self
        copy.callTime = callTime
        return copy
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
        return try await batchWriteItem(body: writer.bytes, retrying: retries)
    }

    /// Sends a batch whose JSON has been put together already.
    func batchWriteItem(
        body: [UInt8],
        retrying strategy: any RetryStrategy
    ) async throws(CallError) -> BatchWriteItemResponse {
        try await call(.batchWriteItem, body: body, retrying: strategy) { reader throws(ServiceError) in
            try BatchWriteItemResponse(reading: &reader)
        }
    }

    /// Makes one attempt of a call whose JSON has been put together already.
    func attempt<Answer>(
        _ operation: OperationName,
        body: [UInt8],
        read: (inout JSONReader) throws(ServiceError) -> Answer
    ) async throws(CallError) -> Answer {
        try await call(operation, body: body, retrying: .none, read: read)
    }

    // MARK: The way of a call

    private func call<Answer>(
        _ operation: OperationName,
        body: [UInt8],
        retrying strategy: (any RetryStrategy)? = nil,
        read: (inout JSONReader) throws(ServiceError) -> Answer
    ) async throws(CallError) -> Answer {
        let log = AttemptLog(logger: logger, operation: operation)
        var course = CallCourse(strategy: strategy ?? retries, deadline: callTime.map { pacing.now() + $0 })
        var event = CallCourse.Event.began
        while true {
            switch course.handle(event, at: pacing.moment) {
            case .wait(let time):
                log.wait(time)
                if time > .zero { await pacing.sleep(time) }
                event = Task.isCancelled ? .cancelled : .waited
            case .attempt(let number):
                do throws(FailedAttempt) {
                    let answer = try Self.decode(try await send(operation, body: body), read)
                    course.noteSuccess(at: pacing.moment)
                    log.success(attempt: number)
                    return answer
                } catch {
                    log.failure(error.error, attempt: number)
                    event = failureEvent(error)
                }
            case .fail(let error, let reason):
                log.end(error, because: reason)
                throw error
            }
        }
    }

    private func failureEvent(_ failed: FailedAttempt) -> CallCourse.Event {
        guard let answer = failed.answer else { return .failed(failed.error, nil) }
        if failed.error.kind == .clock, clockCorrection.adopt(answer, at: clock.now) {
            return .corrected(failed.error)
        }
        return .failed(failed.error, RetryHint(answer))
    }

    private func send(_ operation: OperationName, body: [UInt8]) async throws(FailedAttempt) -> TransportAnswer {
        // Signed anew for each attempt: a signature is good for minutes only.
        let request = signedRequest(operation, body: body, credentials: try await currentCredentials())
        let answer: TransportAnswer
        do throws(TransportError) {
            answer = try await transport.send(request)
        } catch {
            throw FailedAttempt(error: .unreachable(error.reason), answer: nil)
        }
        if let text = answer.header("x-amz-crc32"), UInt32(text) != Checksum.crc32(of: answer.body) {
            throw FailedAttempt(error: .unreadable("its checksum is wrong"), answer: answer)
        }
        guard answer.status == 200 else { throw FailedAttempt(error: CallError(refusal: answer), answer: answer) }
        return answer
    }

    private func currentCredentials() async throws(FailedAttempt) -> Credentials {
        do throws(CredentialError) {
            guard let found = try await settings.credentials.credentials() else {
                throw CredentialError(
                    "There are no credentials for \(settings.endpoint). "
                        + "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile that has some."
                )
            }
            return found.credentials
        } catch {
            throw FailedAttempt(error: .unsigned(error), answer: nil)
        }
    }

    private func signedRequest(
        _ operation: OperationName,
        body: [UInt8],
        credentials: Credentials
    ) -> TransportRequest {
        let headers: [SignableRequest.Header] = [
            (name: "host", value: settings.endpoint.hostHeader),
            (name: "content-type", value: "application/x-amz-json-1.0"),
            (name: "x-amz-target", value: operation.target),
        ]
        let signature = signer.sign(
            SignableRequest(headers: headers, payloadHash: HexDigest(of: body)),
            with: credentials,
            at: clockCorrection.signingTime(at: clock.now)
        )
        return TransportRequest(headers: headers + signature, body: body)
    }

    private static func decode<Answer>(
        _ answer: TransportAnswer,
        _ read: (inout JSONReader) throws(ServiceError) -> Answer
    ) throws(FailedAttempt) -> Answer {
        do throws(ServiceError) {
            return try answer.body.withUnsafeBufferPointer { (bytes) throws(ServiceError) in
                var reader = JSONReader(UnsafeRawBufferPointer(bytes))
                let value = try read(&reader)
                try reader.requireEnd()
                return value
            }
        } catch {
            throw FailedAttempt(error: .unreadable(error.message ?? "it is no valid JSON"), answer: answer)
        }
    }
}

/// Why an attempt failed, with the answer that says so if there was one.
private struct FailedAttempt: Error {
    let error: CallError
    let answer: TransportAnswer?
}
