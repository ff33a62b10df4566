// What can be set of a table besides keys and throughput, as requests have it.

import ApusModel

/// Whether a table is to have a stream, and what its records are to show.
package struct StreamSpecification: Sendable {
    package var streamEnabled: Bool?
    package var streamViewType: Choice<StreamViewType>?

    package init(streamEnabled: Bool, streamViewType: StreamViewType?) {
        self.streamEnabled = streamEnabled
        self.streamViewType = streamViewType.map { Choice($0) }
    }

    /// Nil for null.
    init?(optional reader: inout JSONReader) throws(ServiceError) {
        if try reader.consumeNull() { return nil }
        try reader.members(of: "StreamSpecification") { name, reader throws(ServiceError) in
            switch name {
            case "StreamEnabled": streamEnabled = try reader.optionalBool()
            case "StreamViewType": streamViewType = try reader.optionalChoice()
            default: try reader.skipValue()
            }
        }
    }

    func check(_ violations: inout ShapeViolations, at path: String) {
        violations.require(streamEnabled, at: "\(path).streamEnabled")
        violations.checkChoice(streamViewType, at: "\(path).streamViewType")
    }
}

/// With which key a table is to be encrypted.
package struct SSESpecification: Sendable {
    package var enabled: Bool?
    package var sseType: Choice<SSEType>?
    package var kmsMasterKeyID: String?

    /// Nil for null.
    init?(optional reader: inout JSONReader) throws(ServiceError) {
        if try reader.consumeNull() { return nil }
        try reader.members(of: "SSESpecification") { name, reader throws(ServiceError) in
            switch name {
            case "Enabled": enabled = try reader.optionalBool()
            case "SSEType": sseType = try reader.optionalChoice()
            case "KMSMasterKeyId": kmsMasterKeyID = try reader.optionalString()
            default: try reader.skipValue()
            }
        }
    }

    func check(_ violations: inout ShapeViolations, at path: String) {
        violations.checkChoice(sseType, at: "\(path).sSEType")
        violations.checkLength(of: kmsMasterKeyID, within: Limits.keyNameLength, at: "\(path).kMSMasterKeyId")
    }
}

/// A tag, as a request has it.
package struct RequestTag: Sendable {
    package var key: String?
    package var value: String?

    init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "Tag") { name, reader throws(ServiceError) in
            switch name {
            case "Key": key = try reader.optionalString()
            case "Value": value = try reader.optionalString()
            default: try reader.skipValue()
            }
        }
    }

    func check(_ violations: inout ShapeViolations, at path: String) {
        violations.require(key, at: "\(path).key")
        violations.checkLength(ofCharactersIn: key, within: Limits.tagKeyLength, at: "\(path).key")
        violations.require(value, at: "\(path).value")
        violations.checkLength(ofCharactersIn: value, within: Limits.tagValueLength, at: "\(path).value")
    }
}
