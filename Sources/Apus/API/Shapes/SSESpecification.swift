// The shape SSESpecification of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// How a table is to be encrypted. Absent means by the service's own key.
public struct SSESpecification: Equatable, Sendable {
    /// True for a KMS key, false for the service's own key.
    public var enabled: Bool?
    /// The kind of key. Only `KMS` is taken.
    public var sseType: SSEType?
    /// The KMS key: its id, ARN or alias. The account's default key for the service when absent.
    public var kmsMasterKeyID: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        enabled: Bool? = nil,
        sseType: SSEType? = nil,
        kmsMasterKeyID: String? = nil
    ) {
        self.enabled = enabled
        self.sseType = sseType
        self.kmsMasterKeyID = kmsMasterKeyID
    }
}

extension SSESpecification: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Enabled", of: enabled)
            writer.member("SSEType", of: sseType)
            writer.member("KMSMasterKeyId", of: kmsMasterKeyID)
        }
    }
}

extension SSESpecification: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "SSESpecification") { name, reader throws(ServiceError) in
            switch name {
            case "Enabled": enabled = try reader.value()
            case "SSEType": sseType = try reader.value()
            case "KMSMasterKeyId": kmsMasterKeyID = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
