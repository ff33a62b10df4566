// The shape FailureException of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// Why the last change of Contributor Insights failed.
public struct FailureException: Equatable, Sendable {
    /// The name of the fault.
    public var exceptionName: String?
    /// What went wrong, in words.
    public var exceptionDescription: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        exceptionName: String? = nil,
        exceptionDescription: String? = nil
    ) {
        self.exceptionName = exceptionName
        self.exceptionDescription = exceptionDescription
    }
}

extension FailureException: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "FailureException") { name, reader throws(ServiceError) in
            switch name {
            case "ExceptionName": exceptionName = try reader.value()
            case "ExceptionDescription": exceptionDescription = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
