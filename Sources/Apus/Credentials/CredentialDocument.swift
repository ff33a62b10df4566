// Credentials as programs and metadata services write them: a JSON object.

import ApusModel
import ApusSigning
import ApusWire

/// The members of such an object. Commands call the token `SessionToken`, services `Token`.
struct CredentialDocument {
    private(set) var version: Int?
    /// How the instance's service calls the outcome, or any service a failure.
    private(set) var code: String?
    private var accessKeyID: String?
    private var secretAccessKey: String?
    private var sessionToken: String?
    private var expiration: String?

    /// Nil where the bytes are no such object.
    init?(_ json: [UInt8]) {
        do throws(ServiceError) {
            try json.withUnsafeBufferPointer { bytes throws(ServiceError) in
                var reader = JSONReader(UnsafeRawBufferPointer(bytes))
                try reader.members(of: "Credentials") { name, reader throws(ServiceError) in
                    switch name {
                    case "Version": version = try reader.optionalInteger()
                    case "Code", "code": code = try reader.optionalString()
                    case "AccessKeyId": accessKeyID = try reader.optionalString()
                    case "SecretAccessKey": secretAccessKey = try reader.optionalString()
                    case "SessionToken", "Token": sessionToken = try reader.optionalString()
                    case "Expiration": expiration = try reader.optionalString()
                    default: try reader.skipValue()
                    }
                }
            }
        } catch {
            return nil
        }
    }

    /// Out of the answer of the security token service.
    init(_ answer: XMLText) {
        accessKeyID = answer.text(of: "AccessKeyId")
        secretAccessKey = answer.text(of: "SecretAccessKey")
        sessionToken = answer.text(of: "SessionToken")
        expiration = answer.text(of: "Expiration")
    }

    fileprivate func timedCredentials(from source: String) throws(CredentialError) -> TimedCredentials {
        guard let id = accessKeyID, let secret = secretAccessKey, !id.isEmpty, !secret.isEmpty else {
            throw CredentialError("\(source) gave no AccessKeyId with a SecretAccessKey.")
        }
        let credentials = Credentials(
            accessKeyID: id,
            secretAccessKey: secret,
            sessionToken: sessionToken?.isEmpty == true ? nil : sessionToken
        )
        guard let expiration else { return TimedCredentials(credentials) }
        guard let expiry = Timestamp(iso8601: expiration) else {
            throw CredentialError("\(source) gave an Expiration that is no time of ISO 8601.")
        }
        return TimedCredentials(credentials, expiry: expiry)
    }
}

extension CredentialDocument? {
    /// What the document holds, if it is whole and still good; the source begins the sentence of a refusal.
    func credentials(from source: String, at now: Timestamp) throws(CredentialError) -> TimedCredentials {
        guard let self else { throw CredentialError("\(source) gave no JSON object.") }
        let found = try self.timedCredentials(from: source)
        if let expiry = found.expiry, expiry <= now {
            throw CredentialError("\(source) gave credentials that have expired.", isPassing: true)
        }
        return found
    }
}

extension CredentialDocument: CustomStringConvertible {
    /// Tells no secret, so that none reaches a log.
    var description: String { "CredentialDocument" }
}
