// An answer that says no.

import ApusModel
import ApusWire

/// What the service said when it refused.
public struct Refusal: Equatable, Sendable {
    /// The kind of refusal; nil where the answer names none, as from a proxy on the way.
    public var code: ErrorCode?
    /// The service's own words.
    public var message: String?
    /// The status of the HTTP answer.
    public var status: Int
    /// Under which the service knows the request.
    public var requestID: String?
    /// The item that failed a condition, where the call asked for it.
    public var item: Item?
    /// Why a transaction was cancelled: a reason for each of its actions, in their order.
    public var cancellationReasons: [CancellationReason]
    /// What had no throughput left, where that is why.
    public var throttlingReasons: [ThrottlingReason]
    /// What the service said of when to come back, if it did.
    public var retryHint: RetryHint?

    /// A refusal of this code, for tests without a service.
    public init(_ code: ErrorCode?, _ message: String? = nil, status: Int = 400) {
        self.code = code
        self.message = message
        self.status = status
        cancellationReasons = []
        throttlingReasons = []
    }

    /// Reads the refusal out of an answer whose status says that it is one.
    init(_ answer: ClientAnswer) {
        self.init(nil, status: answer.status)
        requestID = answer.headers["x-amzn-requestid"]
        retryHint = RetryHint(answer)
        answer.body.withUnsafeBytes { body in
            var reader = JSONReader(body)
            // What cannot be read leaves the status, which says enough.
            try? read(&reader)
        }
    }

    private mutating func read(_ reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "Error") { name, reader throws(ServiceError) in
            switch name {
            case "__type":
                let name = try reader.optionalString()?.split(separator: "#").last
                code = name.map { ErrorCode(rawValue: String($0)) }
            case "message", "Message": message = try reader.value()
            case "Item": item = try reader.value()
            case "CancellationReasons": cancellationReasons = try reader.value() ?? []
            case "ThrottlingReasons", "throttlingReasons": throttlingReasons = try reader.value() ?? []
            default: try reader.skipValue()
            }
        }
    }
}

extension Refusal: CustomStringConvertible {
    /// The code or the status, and the service's words.
    public var description: String {
        [code?.rawValue ?? "HTTP status \(status)", message].compactMap(\.self).joined(separator: ": ")
    }
}

extension Refusal {
    var kind: CallError.Kind {
        let code = code?.rawValue ?? ""
        if Self.throttlingCodes.contains(code) || Self.throttlingStatuses.contains(status) { return .throttling }
        if Self.passingCodes.contains(code) || Self.passingStatuses.contains(status) { return .passing }
        if Self.clockCodes.contains(code) || isAboutTime { return .clock }
        return Self.contentCodes.contains(code) || status == 413 ? .content : .lasting
    }

    // One code stands for a wrong signature and for a right one of a wrong time: only the words tell them apart.
    private var isAboutTime: Bool {
        guard code == .invalidSignature, let message else { return false }
        return message.hasPrefix("Signature expired") || message.hasPrefix("Signature not yet current")
    }

    // Names that the SDKs take for throttling, beside those that the service uses today.
    private static let throttlingCodes: Set<String> = [
        "BandwidthLimitExceeded", "EC2ThrottledException", "LimitExceededException", "PriorRequestNotComplete",
        "ProvisionedThroughputExceededException", "RequestLimitExceeded", "RequestThrottled",
        "RequestThrottledException", "SlowDown", "ThrottledException", "Throttling", "ThrottlingException",
        "TooManyRequestsException", "TransactionInProgressException",
    ]
    private static let passingCodes: Set<String> = [
        "InternalError", "InternalServerError", "ReplicatedWriteConflictException", "RequestTimeout",
        "RequestTimeoutException", "ServiceUnavailable",
    ]
    private static let clockCodes: Set<String> = ["RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed"]
    private static let contentCodes: Set<String> = [
        "ItemCollectionSizeLimitExceededException", "SerializationException", "ValidationException",
    ]
    private static let throttlingStatuses: Set<Int> = [429, 509]
    private static let passingStatuses: Set<Int> = [500, 502, 503, 504]
}
