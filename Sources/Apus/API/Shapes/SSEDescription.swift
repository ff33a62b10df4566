// The shape SSEDescription of the API. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

/// How a table is encrypted. Absent when the service's own key is used.
public struct SSEDescription: Equatable, Sendable {
    /// Whether a KMS key is in use.
    public var status: SSEStatus?
    /// The kind of key.
    public var sseType: SSEType?
    /// The ARN of the KMS key in use.
    public var kmsMasterKeyArn: String?
    /// Since when the KMS key is out of reach. Absent while it is not.
    public var inaccessibleEncryptionDateTime: Date?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        status: SSEStatus? = nil,
        sseType: SSEType? = nil,
        kmsMasterKeyArn: String? = nil,
        inaccessibleEncryptionDateTime: Date? = nil
    ) {
        self.status = status
        self.sseType = sseType
        self.kmsMasterKeyArn = kmsMasterKeyArn
        self.inaccessibleEncryptionDateTime = inaccessibleEncryptionDateTime
    }
}

extension SSEDescription: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "SSEDescription") { name, reader throws(ServiceError) in
            switch name {
            case "Status": status = try reader.value()
            case "SSEType": sseType = try reader.value()
            case "KMSMasterKeyArn": kmsMasterKeyArn = try reader.value()
            case "InaccessibleEncryptionDateTime": inaccessibleEncryptionDateTime = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
