// What can become of a call that does not succeed.

import ApusModel
import ApusWire

/// Why a call has no answer.
package enum CallError: Error, Equatable, Sendable {
    /// Nothing was sent, for this reason.
    case notSent(String)
    /// The service refused, with a code that apus knows.
    case refused(ServiceError)
    /// Something answered with an error whose code, if it has any, apus does not know.
    case failed(status: Int, code: String?, message: String?)
    /// No answer came. Whether the service acted is not known.
    case unreachable(String)
    /// The answer is damaged or makes no sense. Whether the service acted is not known.
    case unreadable(String)
    /// There is nothing to sign the call with, so it was not sent.
    case unsigned(CredentialError)
}

extension CallError {
    /// What a failure asks for.
    package enum Kind: Sendable {
        /// The service wants to be asked more slowly.
        case throttling
        /// It may well succeed when repeated.
        case passing
        /// The service does not believe the time of the request: signed with another, it may well succeed.
        case clock
        /// Something in the request's content is at fault: repeated as it is, it fails again.
        case content
        /// Neither repeating nor another content helps.
        case lasting
    }

    package var kind: Kind {
        switch self {
        case .notSent, .unreachable, .unreadable: .passing
        case .refused(let error): error.isAboutTime ? .clock : Self.kind(of: error.code)
        case .failed(let status, let code, _): Self.kind(status: status, code: code ?? "")
        case .unsigned(let error): error.isPassing ? .passing : .lasting
        }
    }

    private static func kind(of code: ServiceError.Code) -> Kind {
        switch code {
        case .limitExceeded, .provisionedThroughputExceeded, .requestLimitExceeded, .throttling: .throttling
        case .internalServerError, .serviceUnavailable: .passing
        case .itemCollectionSizeLimitExceeded, .serialization, .validation: .content
        default: .lasting
        }
    }

    private static func kind(status: Int, code: String) -> Kind {
        if throttlingCodes.contains(code) || throttlingStatuses.contains(status) { return .throttling }
        if passingCodes.contains(code) || passingStatuses.contains(status) { return .passing }
        if clockCodes.contains(code) { return .clock }
        return status == 413 ? .content : .lasting
    }

    // Names that the SDKs take for throttling, beside those that the service uses today.
    private static let throttlingCodes: Set<String> = [
        "BandwidthLimitExceeded", "EC2ThrottledException", "PriorRequestNotComplete", "RequestThrottled",
        "RequestThrottledException", "SlowDown", "ThrottledException", "Throttling", "TooManyRequestsException",
        "TransactionInProgressException",
    ]
    private static let passingCodes: Set<String> = [
        "InternalError", "ReplicatedWriteConflictException", "RequestTimeout", "RequestTimeoutException",
    ]
    private static let clockCodes: Set<String> = ["RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed"]
    private static let throttlingStatuses: Set<Int> = [429, 509]
    private static let passingStatuses: Set<Int> = [500, 502, 503, 504]
}

extension ServiceError {
    // One code stands for a wrong signature and for a right one of a wrong time: only the words tell them apart.
    fileprivate var isAboutTime: Bool {
        guard code == .invalidSignature, let message else { return false }
        return message.hasPrefix("Signature expired") || message.hasPrefix("Signature not yet current")
    }
}

extension CallError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .refused(let error): [error.code.rawValue, error.message].compactMap(\.self).joined(separator: ": ")
        case .failed(let status, let code, let message):
            [code ?? "HTTP status \(status)", message].compactMap(\.self).joined(separator: ": ")
        case .notSent(let reason): "not sent: \(reason)"
        case .unreachable(let reason): "no answer: \(reason)"
        case .unreadable(let reason): "an answer that cannot be read: \(reason)"
        case .unsigned(let error): error.description
        }
    }
}

extension CallError {
    /// Reads the refusal out of an answer whose status says that it is one.
    init(refusal answer: TransportAnswer) {
        self = answer.body.withUnsafeBytes { body in
            if let error = ServiceError(body: body) { return .refused(error) }
            let fields = ErrorFields(body)
            return .failed(status: answer.status, code: fields?.code, message: fields?.message)
        }
    }
}

/// The code and the text of an error body, whatever the code is.
private struct ErrorFields {
    private(set) var code: String?
    private(set) var message: String?

    /// Nil where the body is no JSON object.
    init?(_ body: UnsafeRawBufferPointer) {
        var reader = JSONReader(body)
        do throws(ServiceError) {
            try reader.members(of: "Error") { name, reader throws(ServiceError) in
                switch name {
                case "__type": code = try reader.optionalString()?.split(separator: "#").last.map(String.init)
                case "message", "Message": message = try reader.optionalString()
                default: try reader.skipValue()
                }
            }
        } catch {
            return nil
        }
    }
}
